import type { Page } from '../../../teamviewer/pages';
import type { Feed } from './feedDefinition';

/** A record with what decides whether it is new. Times are milliseconds since 1970. */
export interface Entry<T> {
	record: T;
	id: string;
	/** Its place in the list. */
	order: number;
	start: number | undefined;
	/** When it came into the list, where that is told. */
	cameAt: number | undefined;
}

/** What was read of a list. */
export interface Reading<T> {
	/** Every record of the pages that were read, but those that have to wait. */
	entries: Array<Entry<T>>;
	/** Whether everything at or above the bottom was read. */
	isComplete: boolean;
	/** The newest record of the first page: what is listed after that answer is newer, or late. */
	newest: number | undefined;
	/** Everything above it was read; undefined where nothing was read, or the order cannot be relied on. */
	oldest: number | undefined;
	/** How many records TeamViewer sent. */
	records: number;
	/** How the next page is asked for where the reading is not complete. */
	next: string | undefined;
}

/** Where there was no time to read. */
export const NOTHING_READ: Reading<never> = {
	entries: [],
	isComplete: false,
	newest: undefined,
	oldest: undefined,
	records: 0,
	next: undefined,
};

/**
 * Reads pages until a record stands below `bottom`. Where a page is not sorted as documented, an old record proves nothing,
 * so it reads on to the end of the list.
 *
 * @param goOn is asked before every further page, with the records of the page before.
 * @param done what follows after this token is known.
 */
export async function readDown<T>(
	feed: Feed<T>,
	pages: AsyncIterable<Page<T>>,
	bottom: number,
	goOn: (entries: Array<Entry<T>>) => boolean,
	done?: string,
): Promise<Reading<T>> {
	const reading: Reading<T> = { ...NOTHING_READ, entries: [], isComplete: true };
	const toEntry = entryMaker(feed);
	let lowest = Infinity;
	let isSorted = true;
	let isFirst = true;

	for await (const page of pages) {
		const entries = page.records.flatMap(toEntry);
		for (const { order } of entries) {
			isSorted &&= order <= lowest;
			lowest = Math.min(lowest, order);
		}
		if (isFirst) reading.newest = newestOf(entries);
		isFirst = false;
		reading.records += page.records.length;
		for (const entry of entries) reading.entries.push(entry);

		if ((isSorted && lowest < bottom) || (done !== undefined && page.next === done)) break;
		// A page without a successor is left to the pages, which make sure that it is the last.
		if (page.next !== undefined && !goOn(entries)) {
			reading.isComplete = false;
			reading.next = page.next;
			break;
		}
	}
	if (isSorted && lowest !== Infinity) reading.oldest = lowest;
	return reading;
}

function entryMaker<T>(feed: Feed<T>): (record: T) => Array<Entry<T>> {
	const counts = new Map<string, number>();
	return (record) => {
		const order = feed.order(record);
		if (order === undefined) return [];
		const start = feed.start ? feed.start(record) : order;
		const id = feed.id(record);
		const count = counts.get(id) ?? 0;
		if (feed.countsEqualRecords) counts.set(id, count + 1);
		return [
			{
				record,
				id: count > 0 ? `${id} ${count}` : id,
				order,
				start,
				cameAt: feed.cameAt?.(record),
			},
		];
	};
}

function newestOf(entries: Array<Entry<unknown>>): number | undefined {
	return entries.length === 0
		? undefined
		: entries.reduce((newest, { order }) => Math.max(newest, order), -Infinity);
}
