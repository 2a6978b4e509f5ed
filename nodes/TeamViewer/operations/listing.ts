import type { IDataObject } from 'n8n-workflow';

import { InvalidInput } from '../inputs/invalidInput';
import { readSwitch } from '../inputs/text';
import type { Page } from '../teamviewer/pages';
import type { Item } from './item';
import type { Output } from './operation';

/** How many records the user wants. @throws {InvalidInput} when 'Limit' is not a number above zero. */
export function readLimit(item: Item): number {
	if (readSwitch(item.parameter('returnAll', false), 'Return All') === 'true') return Infinity;
	const limit = Number(item.parameter('limit', 50));
	if (!Number.isInteger(limit) || limit < 1) {
		throw new InvalidInput("'Limit' must be a whole number above zero", 'Or turn on Return All.');
	}
	return limit;
}

/** How a list becomes outputs. */
export interface Listing<T> {
	/** Names the records in a hint: `connection reports`. */
	things: string;
	/** Makes an output's JSON of a record; left out, the record is given as TeamViewer sent it. */
	toJson?: (record: T) => IDataObject;
	/** Leaves out what the API could not filter. */
	keep?: (record: T) => boolean;
	/** What to tell the user when nothing is listed; left out, an empty list needs no explanation. */
	whenEmpty?: string;
}

/**
 * Gives the records of a list up to 'Limit', each as one output; no page is asked for that is not needed. Tells the user
 * when the list was cut.
 */
export async function list<T extends object>(
	item: Item,
	pages: AsyncIterable<Page<T>>,
	listing: Listing<T>,
): Promise<Output[]> {
	const limit = readLimit(item);
	const toOutput = outputOf(item, listing);
	const outputs: Output[] = [];

	for await (const { records, next } of pages) {
		for (const [position, record] of records.entries()) {
			const output = toOutput(record);
			if (output === undefined) continue;
			outputs.push(output);
			if (outputs.length < limit) continue;
			if (next !== undefined || position < records.length - 1) {
				item.hint(
					`More ${listing.things} exist. Raise the limit or turn on Return All to get them.`,
				);
			}
			return outputs;
		}
	}
	return explained(item, outputs, listing);
}

/**
 * Gives every record of a list that is read as a whole.
 *
 * @param read makes outputs of records while they arrive, so that a long list is never held twice.
 */
export async function listAll<T extends object>(
	item: Item,
	read: (toOutput: (record: T) => Output | undefined) => Promise<Output[]>,
	listing: Listing<T>,
): Promise<Output[]> {
	return explained(item, await read(outputOf(item, listing)), listing);
}

function outputOf<T extends object>(
	{ index }: Item,
	{ toJson = asIs, keep = always }: Listing<T>,
): (record: T) => Output | undefined {
	// Paired here already: an object that gets a property later takes twice the memory, and a list has many.
	const pairedItem = { item: index };
	return (record) => (keep(record) ? { json: toJson(record), pairedItem } : undefined);
}

function explained(item: Item, outputs: Output[], { whenEmpty }: { whenEmpty?: string }): Output[] {
	if (whenEmpty !== undefined && outputs.length === 0) item.hint(whenEmpty);
	return outputs;
}

/** A list that TeamViewer sends whole, as its only page; asked for when it is wanted. */
export async function* onePage<T>(read: () => Promise<T[]>): AsyncGenerator<Page<T>, void, void> {
	yield { records: await read() };
}

function asIs(record: object): IDataObject {
	return record as IDataObject;
}

function always(): boolean {
	return true;
}
