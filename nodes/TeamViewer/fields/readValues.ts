import type { INodeProperties } from 'n8n-workflow';

import type { TeamViewerClient } from '../teamviewer/client';
import { isRecord } from '../teamviewer/isRecord';
import type { Fields, Values, Workflow } from './field';
import { LookUp } from './lookUp';

/** Values as they were filled in, checked; some may still have to be looked up. */
export class ReadValues<F extends Fields> {
	constructor(
		/** As they were filled in: what is looked up still is a {@link LookUp}. */
		readonly given: Values<F>,
	) {}

	/**
	 * The values as an operation gets them.
	 *
	 * @param known keeps what was looked up, for whoever asks for the same.
	 */
	async complete(
		client: TeamViewerClient,
		known: Map<string, Promise<unknown>>,
	): Promise<Values<F>> {
		return (await completed(this.given, client, known)) as Values<F>;
	}
}

/**
 * Reads and checks every field that is shown.
 *
 * @param parameter gives what was filled in, with expressions resolved; undefined where the user never touched it.
 * @throws {InvalidInput} naming the first field that cannot be used.
 */
export function readValues<F extends Fields>(
	fields: F,
	parameter: (name: string) => unknown,
	workflow: Workflow,
): ReadValues<F> {
	const found: Record<string, unknown> = {};
	for (const [name, { read, shownWhen = {}, property }] of Object.entries(fields)) {
		const isShown = Object.entries(shownWhen).every(([other, values]) =>
			values.some((value) => String(value) === String(found[other])),
		);
		if (isShown) found[name] = read(parameter(name) ?? plainDefault(property(name)), workflow);
	}
	return new ReadValues(found as Values<F>);
}

/** A default that is an expression is n8n's to resolve; where it did not, nothing was filled in. */
function plainDefault({ default: value }: INodeProperties): unknown {
	return typeof value === 'string' && value.startsWith('=') ? '' : value;
}

async function completed(
	found: Record<string, unknown>,
	client: TeamViewerClient,
	known: Map<string, Promise<unknown>>,
): Promise<Record<string, unknown>> {
	const values = { ...found };
	for (const [name, value] of Object.entries(found)) {
		if (value instanceof LookUp) {
			const { key, find } = value as LookUp<unknown>;
			if (!known.has(key)) known.set(key, find(client));
			values[name] = await known.get(key);
		} else if (isPlain(value)) {
			values[name] = await completed(value, client, known);
		}
	}
	return values;
}

/** A collection's values. */
function isPlain(value: unknown): value is Record<string, unknown> {
	return isRecord(value) && Object.getPrototypeOf(value) === Object.prototype;
}
