import type { Wanted } from '../fields/listing';
import type { Page } from '../teamviewer/pages';
import type { Context, Output } from './operation';

/** How a list becomes outputs. */
export interface Listing<T> {
	/** Names the records in a hint: `connection reports`. */
	things: string;
	/** Makes an output's JSON of a record; left out, the record is given as TeamViewer sent it. */
	toJson?: (record: T) => object;
	/** Leaves out what the API could not filter. */
	keep?: (record: T) => boolean;
	/** What to tell the user when nothing is listed; left out, an empty list needs no explanation. */
	whenEmpty?: string;
}

/**
 * Gives the records of a list up to the limit, each as one output; no page is asked for that is not needed. Tells the user
 * when the list was cut.
 */
export async function list<T extends object>(
	context: Context,
	{ limit = Infinity }: Wanted,
	pages: AsyncIterable<Page<T>>,
	listing: Listing<T>,
): Promise<Output[]> {
	const { keep = always } = listing;
	const toOutput = outputOf(context, listing);
	const outputs: Output[] = [];

	for await (const { records, next, notice } of pages) {
		if (notice !== undefined) context.hint(`TeamViewer says: ${notice}`);
		for (const [position, record] of records.entries()) {
			if (!keep(record)) continue;
			if (outputs.length === limit) {
				context.hintOfCutList(moreOf(listing, 'exist'));
				return outputs;
			}
			outputs.push(toOutput(record));
			if (outputs.length === limit && next !== undefined && isLastKept(records, position, keep)) {
				context.hintOfCutList(moreOf(listing, listing.keep ? 'may exist' : 'exist'));
				return outputs;
			}
		}
	}
	return explained(context, outputs, listing);
}

/**
 * Gives every record of a list that is read as a whole.
 *
 * @param read makes outputs of records while they arrive, so that a long list is never held twice.
 */
export async function listAll<T extends object>(
	context: Context,
	read: (toOutput: (record: T) => Output | undefined) => Promise<Output[]>,
	listing: Listing<T>,
): Promise<Output[]> {
	const { keep } = listing;
	const toOutput = outputOf(context, listing);
	const outputs = await read(
		keep ? (record) => (keep(record) ? toOutput(record) : undefined) : toOutput,
	);
	return explained(context, outputs, listing);
}

/** A list that TeamViewer sends whole, as its only page; asked for when it is wanted. */
export async function* onePage<T>(read: () => Promise<T[]>): AsyncGenerator<Page<T>, void, void> {
	yield { records: await read() };
}

/** Keeps what every one of the tests keeps; no test where there is none. */
export function all<T>(
	...tests: Array<((record: T) => boolean) | undefined>
): ((record: T) => boolean) | undefined {
	const given = tests.filter((test) => test !== undefined);
	return given.length === 0 ? undefined : (record) => given.every((test) => test(record));
}

function outputOf<T extends object>(
	context: Context,
	{ toJson }: Listing<T>,
): (record: T) => Output {
	return toJson ? (record) => context.output(toJson(record)) : (record) => context.output(record);
}

function moreOf({ things }: Pick<Listing<unknown>, 'things'>, verb: string): string {
	return `More ${things} ${verb}. Raise the limit or turn on Return All to get them.`;
}

/** Whether no record after this position is wanted: then only the next page could hold one. */
function isLastKept<T>(records: T[], position: number, keep: (record: T) => boolean): boolean {
	return !records.slice(position + 1).some(keep);
}

function explained(
	context: Context,
	outputs: Output[],
	{ whenEmpty }: { whenEmpty?: string },
): Output[] {
	if (whenEmpty !== undefined && outputs.length === 0) context.hint(whenEmpty);
	return outputs;
}

function always(): boolean {
	return true;
}
