import { countOf, SeenIds } from '../seenIds';
import type { Feed } from './feedDefinition';
import { keptFrom, type FeedState } from './feedState';
import { collectNew, keptUntil } from './newRecords';
import type { Entry, Reading } from './readDown';

/** What a scan comes to: what it emits, oldest first, and what is known afterwards. */
export interface Decision<T> {
	found: Array<Entry<T>>;
	state: FeedState;
}

/** TeamViewer's dates, and so its filters, count whole seconds. */
export const SECOND = 1_000;

const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Clocks of n8n and TeamViewer may be minutes apart; so much earlier than they have to, scans begin. Milliseconds. */
export const CLOCK_SLACK = 15 * MINUTE;

/** How often everything is read: seldom where it is much. */
export const RESCAN = {
	/** After a full scan that took no more records than this, 24 KiB, the next poll is one again. */
	cheap: 60,
	/** After a dearer one it rests so long for every record: polled every minute, that is 60 records a poll. Milliseconds. */
	restPerRecord: SECOND,
	/** Where that would be more than an hour, so long: 40 records a poll, and 17 for the wide scan every hour. Milliseconds. */
	restPerRecordOfMany: 1.5 * SECOND,
};

/**
 * So long late records may take to be found, and records that ran long: a full scan comes every hour, or where the list is
 * too long for that, a wide one. Milliseconds.
 */
const LONGEST_REST = HOUR;

/** So many records, 15 KiB, a quick scan may bring that are known already. */
const QUICK_SCAN_RECORDS = 35;

/** How long before the newest record one may have started that a quick scan asks for: at least, at first, at most. Milliseconds. */
const SHORTEST_QUICK_REACH = 5 * MINUTE;
const FIRST_QUICK_REACH = 15 * MINUTE;
const LONGEST_QUICK_REACH = 2 * HOUR;

/** Stands for "at once" in the place of the last full scan. */
export const OVERDUE = 0;

/** Where the very first scan has to reach: what stands below is not new for sure. */
export function baselineFloor({ window }: Feed<unknown>, now: number): number {
	return wholeSecond(now - window);
}

/**
 * The first poll's state: what is listed now is known, and not new.
 *
 * @param reading read down to {@link baselineFloor}; where the time did not suffice, to wherever it came.
 * @param isAwaited what is not to be taken for known.
 */
export function takeBaseline<T>(
	feed: Feed<T>,
	reading: Reading<T>,
	now: number,
	backfillFrom = Infinity,
	isAwaited: (record: T) => boolean = () => false,
): FeedState {
	const wanted = baselineFloor(feed, now);
	const floor = reading.isComplete ? wanted : Math.max(wanted, firstReadSecond(reading, now));
	const seen = new SeenIds();
	for (const entry of reading.entries) {
		const isKnown = (entry.start ?? -Infinity) < backfillFrom && !isAwaited(entry.record);
		if (isKnown && keptUntil(entry) >= floor) seen.add(entry.id, keptUntil(entry));
	}
	const state: FeedState = {
		floor,
		seen: seen.save(floor),
		fullScan: { at: now, records: reading.records },
		newest: Math.max(floor, Math.min(reading.newest ?? floor, now)),
		askedFrom: wanted - feed.reach,
		suppressed: [],
	};
	return backfillFrom < now ? openBackfill(feed, state, backfillFrom, now) : state;
}

/** Lowers the floor to where the backfill begins, and keeps quiet what comes into view but started before. */
function openBackfill(
	{ reach }: Feed<unknown>,
	state: FeedState,
	backfillFrom: number,
	now: number,
): FeedState {
	const start = wholeSecond(backfillFrom);
	const overdue = { ...state, fullScan: { ...state.fullScan, at: OVERDUE } };
	if (start >= state.floor) return overdue;
	return {
		...overdue,
		floor: start,
		askedFrom: start - reach,
		suppressed: [
			{ startedBefore: backfillFrom, endedBefore: state.floor },
			// They may have ended in what is the future by n8n's clock. Whatever started so early and ends only now is out of
			// reach anyway.
			{ startedBefore: Math.min(backfillFrom, state.askedFrom), endedBefore: now + CLOCK_SLACK },
		],
	};
}

/**
 * Brings the state in line with the feed before a poll: what comes into view only because the reach was raised was there all
 * the time, so it is not new. What ended just now, by n8n's clock, is: rather a record too many, where that clock is slow,
 * than none of a connection that ends in these minutes.
 */
export function aim(state: FeedState, { reach }: Feed<unknown>, now: number): FeedState {
	const askedFrom = wholeSecond(state.floor - reach);
	const suppressed = state.suppressed.filter(({ endedBefore }) => endedBefore > keptFrom(state));
	if (askedFrom < state.askedFrom) {
		suppressed.push({ startedBefore: state.askedFrom, endedBefore: now });
	}
	return { ...state, askedFrom, suppressed };
}

/** Whether this poll has to read everything down to the floor; otherwise a quick scan is enough. */
export function fullScanIsDue(
	{ fullScan, backlog }: FeedState,
	feed: Feed<unknown>,
	now: number,
): boolean {
	return backlog !== undefined || hasPassed(restAfter(fullScan.records, feed), fullScan.at, now);
}

/** How long to wait after a full scan that took so many records. */
function restAfter(records: number, { window, takesRange, isUnsorted }: Feed<unknown>): number {
	const { cheap, restPerRecord, restPerRecordOfMany } = RESCAN;
	if (records <= cheap) return 0;
	const rest = records * restPerRecord;
	// A wide scan stands in for a full one only where the newest stand first, and where it asks for more than a quick one.
	if (rest <= LONGEST_REST || !takesRange || isUnsorted) return Math.min(LONGEST_REST, rest);
	return Math.max(LONGEST_REST, Math.min(records * restPerRecordOfMany, window / 4));
}

/** Whether a quick scan has to be a wide one, which asks for records of any length. */
export function wideScanIsDue({ fullScan, wideScan = OVERDUE }: FeedState, now: number): boolean {
	return hasPassed(LONGEST_REST, Math.max(fullScan.at, wideScan), now);
}

/** A clock that was set back must not keep scans away. */
function hasPassed(rest: number, since: number, now: number): boolean {
	return now - since >= rest || now < since;
}

/** After everything down to the floor was read. @param limit the floor stays a window below it. */
export function afterFullScan<T>(
	state: FeedState,
	feed: Feed<T>,
	reading: Reading<T>,
	room: number,
	now: number,
	limit: number,
): Decision<T> {
	const { found, seen, waitingFrom } = collectNew(state, feed, reading.entries, room);
	const newest = Math.min(reading.newest ?? state.newest, now);
	const next = raiseFloor(state, Math.min(newest, limit) - feed.window, waitingFrom);
	return {
		found,
		state: {
			...next,
			seen: seen.save(keptFrom(next)),
			newest: Math.max(state.newest, newest),
			fullScan: { at: waitingFrom === undefined ? now : OVERDUE, records: reading.records },
		},
	};
}

/** Where a quick scan begins to ask. */
export function quickScanFrom(state: FeedState): number {
	return Math.max(state.askedFrom, wholeSecond(state.newest - quickReach(state)));
}

/** How far back a quick scan asks: as far as the one before suggests, or at first how many records there are. */
function quickReach({ newest, floor, seen, quickReach: suggested }: FeedState): number {
	const reach = ((newest - floor) / Math.max(1, countOf(seen))) * QUICK_SCAN_RECORDS;
	return suggested ?? Math.min(LONGEST_QUICK_REACH, Math.max(FIRST_QUICK_REACH, reach));
}

/**
 * How far back the next quick scan should ask: the longer the connections, the fewer of them both start and end within a
 * time, so the further it can ask. By the root, since twice the time can hold four times the records.
 *
 * @param known how many records this one brought that were known.
 */
function nextQuickReach(state: FeedState, known: number): number {
	const change = Math.sqrt(QUICK_SCAN_RECORDS / Math.max(1, known));
	const reach = quickReach(state) * Math.min(2, Math.max(1 / 2, change));
	return Math.min(LONGEST_QUICK_REACH, Math.max(SHORTEST_QUICK_REACH, Math.round(reach)));
}

/**
 * After a quick scan. It finds what came in order; what is late or ran long, a full scan finds, or a wide one, if it stands
 * among the newest. So the floor stays where the last full scan left it.
 */
export function afterQuickScan<T>(
	state: FeedState,
	feed: Feed<T>,
	reading: Reading<T>,
	room: number,
	now: number,
	isWide: boolean,
): Decision<T> {
	const { found, seen, waitingFrom } = collectNew(state, feed, reading.entries, room);
	const known = { ...state, seen: seen.save(keptFrom(state)) };
	if (waitingFrom !== undefined) return { found, state: { ...known, waitingFrom } };
	const newest = Math.min(reading.newest ?? state.newest, now);
	return {
		found,
		state: {
			...known,
			newest: Math.max(state.newest, newest),
			...(isWide
				? { wideScan: now }
				: { quickReach: nextQuickReach(state, reading.records - found.length) }),
		},
	};
}

/** The floor only rises, and never above what still waits. */
export function raiseFloor<S extends FeedState>(state: S, to: number, waitingFrom = Infinity): S {
	return { ...state, floor: Math.max(state.floor, wholeSecond(Math.min(to, waitingFrom))) };
}

/**
 * The first second of which everything was read. Where that is not known, everything up to now counts as read; by a clock
 * that is ahead of TeamViewer's, that is only what was read: rather a record too many than none of the first minutes.
 */
function firstReadSecond({ oldest, newest = -Infinity }: Reading<unknown>, now: number): number {
	if (oldest !== undefined) return wholeSecond(oldest) + SECOND;
	return wholeSecond(Math.max(now - CLOCK_SLACK, Math.min(newest, now)));
}

export function wholeSecond(ms: number): number {
	return Math.floor(ms / SECOND) * SECOND;
}
