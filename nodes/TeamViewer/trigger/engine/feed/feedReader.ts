import { readPages, type Page } from '../../../teamviewer/pages';
import type { Means } from '../engine';
import { SeenIds } from '../seenIds';
import { inside, nextChunk, type Behind, type Chunk } from './backlog';
import type { Feed, Range } from './feedDefinition';
import type { FeedState } from './feedState';
import { newCounter } from './newRecords';
import { readDown, type Entry, type Reading } from './readDown';
import { SECOND } from './scans';

/**
 * Where the end of a range limits the start, a connection that ends before it starts, by clocks that were set, would lie
 * neither in the chunk above nor in the one below. Milliseconds.
 */
const BACKWARDS = 60_000;

/** Reads a feed's list as far as the time goes, and no further than it is of use. */
export class FeedReader<T> {
	constructor(
		private readonly feed: Feed<T>,
		private readonly means: Means,
	) {}

	/** Reads the next chunk of a backlog. */
	async readChunk(state: Behind, room: number): Promise<{ chunk: Chunk; reading: Reading<T> }> {
		const { reach, takesRange } = this.feed;
		const chunk = nextChunk(state.backlog, this.feed, room, this.means.maxItems);
		const { bottom, top } = chunk;
		const before = this.feed.start === undefined ? top : top + BACKWARDS;
		const range = { from: bottom - reach, ...(takesRange && { before }) };
		const within = (entries: Array<Entry<T>>) => inside(chunk, entries);
		const done = state.backlog.climb?.done;
		const read = async (token?: string, isCounted?: boolean) => ({
			chunk: { bottom, top, token, isCounted },
			reading: await this.read(range, bottom, { state, room, within, token, isCounted, done }),
		});
		const { token, isCounted } = chunk;
		return await read(token, isCounted).catch(async (error: unknown) => {
			// The record that an earlier poll came to may be gone. Otherwise the next request fails too.
			if (token === undefined || !this.means.budget.allowsRequest) throw error;
			return await read();
		});
	}

	/**
	 * Reads from the top of a range down to the bottom. Stops early when the time is over; where the list takes a range, also
	 * when more is new than one poll may emit; where a feed says so, when nothing is new on so many pages.
	 */
	async read(
		range: Range,
		bottom: number,
		{
			state,
			room = this.means.maxItems,
			within = (entries) => entries,
			token,
			isCounted,
			done,
			page = this.feed.page.bind(this.feed),
		}: {
			state?: FeedState;
			room?: number;
			within?: (entries: Array<Entry<T>>) => Array<Entry<T>>;
			token?: string;
			isCounted?: boolean;
			done?: string;
			page?: Feed<T>['page'];
		} = {},
	): Promise<Reading<T>> {
		const { takesRange, idlePages = Infinity, countsEqualRecords } = this.feed;
		const count = state && newCounter(state, this.feed);
		let read = 0;
		const goOn = (entries: Array<Entry<T>>) => {
			read += 1;
			const news = count?.(within(entries));
			const isMuch = news !== undefined && takesRange && news > room;
			return !isMuch && !(news === 0 && read >= idlePages) && this.means.budget.allowsRequest;
		};
		const pages = this.pages(range, token, page);
		const seen = countsEqualRecords && isCounted && state ? new SeenIds(state.seen) : undefined;
		const reading = await readDown(
			this.feed,
			pages,
			bottom,
			goOn,
			done,
			seen && ((id) => seen.has(id)),
		);
		return await this.recount(reading, within);
	}

	/**
	 * Asks once more for the seconds in which equal records came on different pages. What is listed while a list is read
	 * moves others to the next page, where they are met again: among equal ones, nobody could tell. Where there is no time
	 * to ask, the reading is not complete, and what is read at the next poll is less: rather a record counted twice than none.
	 */
	private async recount(
		reading: Reading<T>,
		within: (entries: Array<Entry<T>>) => Array<Entry<T>>,
	): Promise<Reading<T>> {
		const inDoubt = within(reading.entries).flatMap(({ order }) =>
			reading.doubtful.has(order) ? [order] : [],
		);
		let { entries, isComplete, oldest } = reading;
		for (const second of new Set(inDoubt)) {
			const counted = await this.readSecond(second);
			if (counted) {
				entries = [...entries.filter(({ order }) => order !== second), ...counted];
			} else {
				isComplete = false;
				oldest = oldest === undefined ? undefined : Math.max(oldest, second);
			}
		}
		return { ...reading, entries, isComplete, oldest };
	}

	/** What stands at one place of the list; undefined where there is no time to read it whole. */
	private async readSecond(second: number): Promise<Array<Entry<T>> | undefined> {
		const { budget } = this.means;
		if (!budget.allowsRequest) return undefined;
		const range = { from: second - this.feed.reach, before: second + SECOND };
		const { entries, isComplete } = await readDown(
			this.feed,
			this.pages(range),
			second,
			() => budget.allowsRequest,
		);
		return isComplete ? entries.filter(({ order }) => order === second) : undefined;
	}

	/** The pages of a range, each asked for when it is wanted. */
	pages(
		range: Range,
		begin?: string,
		page = this.feed.page.bind(this.feed),
	): AsyncIterable<Page<T>> {
		const { budget } = this.means;
		return readPages(async (token) => await budget.spend(async () => await page(range, token)), {
			token: begin,
		});
	}
}
