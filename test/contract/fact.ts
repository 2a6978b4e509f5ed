import { Untold, type Api } from './api';

/** Where something is said about TeamViewer's API. */
export type Source =
	| 'OpenAPI document'
	| 'API manual'
	| "TeamViewer's PowerShell module"
	| 'live payloads'
	| 'knowledge base'
	| 'no source tells';

/** Something that this package relies on. `check` gives what was seen instead where it does not hold. */
export interface Fact {
	claim: string;
	source: Source;
	/** Changes something at TeamViewer. */
	writes?: true;
	check: (api: Api) => Promise<string | undefined>;
}

/** Something that no source tells, or two tell differently; this package works either way. */
export interface Question {
	question: string;
	source: Source;
	writes?: true;
	ask: (api: Api) => Promise<string>;
}

export interface Finding {
	text: string;
	source: Source;
	outcome: 'held' | 'differs' | 'answered' | 'untold';
	/** What was seen, answered, or why it cannot be told. */
	detail?: string;
}

/** Looks at one fact or question. */
export async function find(api: Api, entry: Fact | Question): Promise<Finding> {
	const about = { text: 'claim' in entry ? entry.claim : entry.question, source: entry.source };
	return await look(api, entry).then(
		(seen) => ({ ...about, ...seen }),
		(error: unknown) => {
			if (error instanceof Untold) return { ...about, outcome: 'untold', detail: error.message };
			throw error;
		},
	);
}

async function look(
	api: Api,
	entry: Fact | Question,
): Promise<Pick<Finding, 'outcome' | 'detail'>> {
	if ('ask' in entry) return { outcome: 'answered', detail: await entry.ask(api) };
	const seen = await entry.check(api);
	return seen === undefined ? { outcome: 'held' } : { outcome: 'differs', detail: seen };
}

/** The first record that contradicts, as what was seen; undefined where none does. */
export function contradiction<T>(
	records: T[],
	holds: (record: T, index: number) => boolean,
	describe: (record: T) => string,
): string | undefined {
	if (records.length === 0) throw new Untold('there is no record to look at');
	const odd = records.find((record, index) => !holds(record, index));
	return odd === undefined ? undefined : describe(odd);
}

/** Each different value once, in words. */
export function values(all: unknown[]): string {
	if (all.length === 0) throw new Untold('there is no record to look at');
	return [...new Set(all.map((value) => JSON.stringify(value)))].slice(0, 8).join(', ');
}
