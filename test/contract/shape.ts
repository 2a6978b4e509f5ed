import { field, Untold, type Api, type Json } from './api';
import type { Fact, Source } from './fact';

type Kind = 'text' | 'number' | 'boolean' | 'list' | 'object' | 'GUID' | 'date';

/** What each field has to be; with a question mark it may be missing or null. */
export type Shape = Record<string, Kind | `${Kind}?`>;

/** A fact about the fields of what a call gives. */
export function shaped(
	claim: string,
	source: Source,
	records: (api: Api) => Promise<Json[]>,
	shape: Shape,
): Fact {
	return { claim, source, check: async (api) => misfit(await records(api), shape) };
}

/** The first field that is something else. Says its kind, never its value: values are an account's own business. */
export function misfit(records: Json[], shape: Shape): string | undefined {
	if (records.length === 0) throw new Untold('there is no record to look at');
	for (const record of records) {
		for (const [name, kind] of Object.entries(shape)) {
			const value = field(record, name);
			const absent = value === undefined || value === null;
			if (absent && kind.endsWith('?')) continue;
			if (!isA(kind.replace('?', '') as Kind, value)) return `${name} is ${kindOf(value)}`;
		}
	}
	return undefined;
}

function isA(kind: Kind, value: unknown): boolean {
	if (kind === 'GUID') return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(String(value));
	if (kind === 'date') return /^\d{4}-?\d\d-?\d\dT\d\d:?\d\d:?\d\d(\.\d+)?Z$/.test(String(value));
	return kindOf(value) === kind;
}

/** What a value is. */
export function kindOf(value: unknown): string {
	if (value === undefined) return 'missing';
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'list';
	return typeof value === 'string' ? 'text' : typeof value;
}
