import type { SeenIds } from '../seenIds';
import type { Feed } from './feedDefinition';
import { keptFrom, type Backlog, type FeedState } from './feedState';
import { collectNew, newCounter } from './newRecords';
import type { Entry, Reading } from './readDown';
import { CLOCK_SLACK, raiseFloor, SECOND, wholeSecond, type Decision } from './scans';

/** A state with a backlog. */
export type Behind = FeedState & { backlog: Backlog };

/** A chunk should come as one page, which holds at most 1000 records. */
const RECORDS_PER_CHUNK = 900;

/** How much a chunk may grow or shrink against the one before. */
const STEEPEST_CHANGE = 8;

/** A full scan turned out too long for one poll: from now on it is worked off in chunks, oldest record first. */
export function beginBacklog(
	state: FeedState,
	{ isUnsorted }: Pick<Feed<unknown>, 'isUnsorted'>,
	reading: Reading<unknown>,
	now: number,
): Behind {
	// Without an order, what was not read may be newer than all that was.
	const newest = isUnsorted ? now : Math.min(reading.newest ?? state.newest, now);
	const until = Math.max(wholeSecond(newest), state.floor) + SECOND;
	const read = reading.oldest === undefined ? 0 : newest - reading.oldest;
	const span = (until - state.floor) / STEEPEST_CHANGE;
	const width = read > 0 ? Math.min(read, span) : span;
	return { ...state, backlog: { at: state.floor, until, width, startedAt: now, records: 0 } };
}

/** A part of the list: what stands at or above `bottom` and below `top`. */
export interface Chunk {
	bottom: number;
	top: number;
	/** Where an earlier poll left off reading. */
	token?: string;
	/** Whether it had counted a part of this one second. */
	isCounted?: boolean;
}

/**
 * The next chunk of a backlog, smaller where only a part of a poll's items has room. In a list that takes no range, a chunk
 * is what one poll reads.
 */
export function nextChunk(
	{ at, until, width, unread }: Backlog,
	{ takesRange }: Pick<Feed<unknown>, 'takesRange'>,
	room: number,
	maxItems: number,
): Chunk {
	if (unread) return { bottom: at, ...unread };
	if (!takesRange) return { bottom: at, top: until };
	const wide = wholeSecond((width * Math.min(room, maxItems)) / maxItems);
	return { bottom: at, top: Math.min(until, at + Math.max(SECOND, wide)) };
}

/** What of a reading lies inside the chunk: TeamViewer may understand the end of a range as a limit of the start. */
export function inside<T>({ bottom, top }: Chunk, entries: Array<Entry<T>>): Array<Entry<T>> {
	return entries.filter(({ order }) => order >= bottom && order < top);
}

/**
 * After a chunk of a list that takes a range. One that could not be read whole is asked for again, narrower. It is not where
 * nothing of it was met yet: where TeamViewer understands the end of a range as a limit of the start, everything that
 * started before and ended later is listed above it, however narrow it is. Nor is a single second, whose records have no
 * order among them: as many are emitted as were read. Then the next poll reads on.
 *
 * @param room how many items this poll may still emit.
 * @param limit the floor stays a window below it.
 */
export function afterChunk<T>(
	state: Behind,
	feed: Feed<T>,
	chunk: Chunk,
	reading: Reading<T>,
	room: number,
	maxItems: number,
	limit: number,
): Decision<T> {
	const entries = inside(chunk, reading.entries);
	const records = state.backlog.records + reading.records;
	const backlog = { ...state.backlog, records, unread: undefined };
	const width = chunk.top - chunk.bottom;

	if (!reading.isComplete && width > SECOND && entries.length > 0) {
		const read = chunk.top - (reading.oldest ?? chunk.top);
		const narrower = (read > 0 ? Math.min(width, read) : width) / 2;
		return { found: [], state: { ...state, backlog: { ...backlog, width: narrower } } };
	}
	const { found, seen, waitingFrom } = collectNew(state, feed, entries, room);
	if (reading.next !== undefined && waitingFrom === undefined) {
		const isCounted = entries.length > 0 || chunk.isCounted;
		const unread = { top: chunk.top, token: reading.next, isCounted };
		return {
			found,
			state: { ...state, seen: seen.save(keptFrom(state)), backlog: { ...backlog, unread } },
		};
	}
	const at = wholeSecond(waitingFrom ?? chunk.top);
	const next = { ...backlog, at, width: nextWidth(width, entries.length, found.length, maxItems) };
	return { found, state: goOn({ ...state, backlog: next }, feed, seen, limit) };
}

/**
 * After a chunk of a list that takes no range: down to the oldest record, then up again, chunk by chunk, so that the oldest
 * come first and every chunk lets the floor rise. Where nothing new was passed, the way up is spared.
 */
export function afterClimbing<T>(
	state: Behind,
	feed: Feed<T>,
	chunk: Chunk,
	reading: Reading<T>,
	room: number,
	limit: number,
): Decision<T> {
	const { climb } = state.backlog;
	const hasPassedNew = climb?.hasPassedNew ?? false;
	const trail = chunk.token === undefined ? [] : (climb?.trail ?? []);
	const backlog = { ...state.backlog, records: state.backlog.records + reading.records };
	const entries = reading.entries.filter(({ order }) => order < chunk.top);

	if (reading.next !== undefined) {
		const passesNew = newCounter(state, feed)(entries) > 0;
		const down = {
			...climb,
			trail: [...trail, chunk.token ?? ''],
			hasPassedNew: hasPassedNew || passesNew,
		};
		const unread = { top: chunk.top, token: reading.next };
		return { found: [], state: { ...state, backlog: { ...backlog, unread, climb: down } } };
	}
	const { found, seen, waitingFrom } = collectNew(state, feed, entries, room);
	if (waitingFrom === undefined && (trail.length === 0 || !hasPassedNew)) {
		return {
			found,
			state: goOn({ ...state, backlog: { ...backlog, at: backlog.until } }, feed, seen, limit),
		};
	}
	const newest = entries.reduce((top, { order }) => Math.max(top, order), chunk.bottom);
	const at = Math.max(chunk.bottom, wholeSecond(waitingFrom ?? newest));
	const above = trail.at(-1);
	const next =
		waitingFrom === undefined
			? {
					unread: above ? { top: chunk.top, token: above } : undefined,
					climb: { trail: trail.slice(0, -1), done: chunk.token, hasPassedNew },
				}
			: {};
	return {
		found,
		state: goOn({ ...state, backlog: { ...backlog, at, ...next } }, feed, seen, limit),
	};
}

/** Lets the floor follow what is done, and ends the backlog where all is. */
function goOn(
	state: Behind,
	{ window, isUnsorted }: Feed<unknown>,
	seen: SeenIds,
	limit: number,
): FeedState {
	const { at, until, startedAt, records } = state.backlog;
	const newest = until - SECOND;
	const next = raiseFloor(state, Math.min(newest, limit) - window, at);
	const known = { ...next, seen: seen.save(keptFrom(next)) };
	if (at < until) return known;
	// Of an unsorted list, the backlog ends at what was now by n8n's clock.
	const newestSeen = isUnsorted ? newest - CLOCK_SLACK : newest;
	return {
		...known,
		backlog: undefined,
		newest: Math.max(state.newest, newestSeen),
		fullScan: { at: startedAt, records },
	};
}

/** As wide as a page, or as a poll's items, would fill, judged by the chunk before. */
function nextWidth(width: number, records: number, found: number, maxItems: number): number {
	const factor = Math.min(
		RECORDS_PER_CHUNK / Math.max(1, records),
		Math.max(1, 0.8 * maxItems) / found,
	);
	return width * Math.min(STEEPEST_CHANGE, Math.max(1 / STEEPEST_CHANGE, factor));
}
