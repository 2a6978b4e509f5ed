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
	/** Where equal records came on different pages: they may be one that moved to the next page meanwhile. */
	doubtful: ReadonlySet<number>;
}

/** Where there was no time to read. */
export const NOTHING_READ: Reading<never> = {
	entries: [],
	isComplete: false,
	newest: undefined,
	oldest: undefined,
	records: 0,
	next: undefined,
	doubtful: new Set(),
};

/**
 * Reads pages until a record stands below `bottom`. Where a page is not sorted as documented, an old record proves nothing,
 * so it reads on to the end of the list.
 *
 * @param goOn is asked before every further page, with the records of the page before.
 * @param done what follows after this token is known.
 * @param isCounted which of the equal records an earlier reading has counted, where this one goes on with it.
 */
export async function readDown<T>(
	feed: Feed<T>,
	pages: AsyncIterable<Page<T>>,
	bottom: number,
	goOn: (entries: Array<Entry<T>>) => boolean,
	done?: string,
	isCounted?: (id: string) => boolean,
): Promise<Reading<T>> {
	const doubtful = new Set<number>();
	const reading: Reading<T> = { ...NOTHING_READ, entries: [], isComplete: true, doubtful };
	const counter = equalRecordCounter(doubtful, isCounted);
	let lowest = Infinity;
	let isSorted = true;
	let isFirst = true;

	for await (const page of pages) {
		const entries = entriesOf(feed, page.records);
		if (feed.countsEqualRecords) counter(entries);
		for (const { order } of entries) {
			isSorted &&= order <= lowest;
			lowest = Math.min(lowest, order);
		}
		if (isFirst || feed.isUnsorted || !isSorted) reading.newest = newestOf(entries, reading.newest);
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

function entriesOf<T>(feed: Feed<T>, records: T[]): Array<Entry<T>> {
	return records.flatMap((record) => {
		const order = feed.order(record);
		if (order === undefined) return [];
		const start = feed.start ? feed.start(record) : order;
		return [{ record, id: feed.id(record), order, start, cameAt: feed.cameAt?.(record) }];
	});
}

/** Gives equal records ids of their own, page by page, and notes those that came on different pages. */
function equalRecordCounter(
	doubtful: Set<number>,
	isCounted: (id: string) => boolean = () => false,
): (entries: Array<Entry<unknown>>) => void {
	const counts = new Map<string, number>();
	return (entries) => {
		const before = new Map(counts);
		for (const entry of entries) {
			const { id, order } = entry;
			let count = counts.get(id) ?? 0;
			while (isCounted(numbered(id, count))) count += 1;
			if (before.has(id)) doubtful.add(order);
			counts.set(id, count + 1);
			entry.id = numbered(id, count);
		}
	};
}

function numbered(id: string, count: number): string {
	return count > 0 ? `${id} ${count}` : id;
}

function newestOf(entries: Array<Entry<unknown>>, before: number | undefined): number | undefined {
	return entries.reduce<number | undefined>(
		(newest, { order }) => Math.max(newest ?? order, order),
		before,
	);
}
