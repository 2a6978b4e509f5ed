import { SeenIds } from '../seenIds';
import type { Feed } from './feedDefinition';
import type { FeedState } from './feedState';
import type { Entry } from './readDown';

/** What decides whether a record is new. */
export type Known = Pick<FeedState, 'floor' | 'seen' | 'suppressed'>;

/**
 * What makes a record new: it was not seen, though it would have been, had it been there before.
 *
 * Whatever stood at or above the floor was seen and is remembered, so there every stranger is new. What stands below the
 * floor is forgotten, so a stranger there is old; unless it tells that it came into the list only after the last full scan,
 * as a session does that was made long ago and closed now. (That scan's newest record stands a window above the floor at least.)
 * What is suppressed was there all the time, but was never asked for.
 */
function isNew<T>(
	{ floor, suppressed }: Known,
	seen: SeenIds,
	window: number,
	{ id, order, start, cameAt = -Infinity }: Entry<T>,
): boolean {
	const wouldHaveBeenSeen = order >= floor || cameAt >= floor + window;
	const wasNotAskedFor = suppressed.some(
		({ startedBefore, endedBefore }) =>
			start !== undefined && start < startedBefore && order < endedBefore,
	);
	return wouldHaveBeenSeen && !wasNotAskedFor && !seen.has(id);
}

/** What a scan brought. */
export interface NewRecords<T> {
	/** Oldest first. */
	found: Array<Entry<T>>;
	/** Everything that was seen by now, but for what found no room: that is new again next time. */
	seen: SeenIds;
	/** The oldest record that found no room. */
	waitingFrom?: number;
}

/**
 * Collects what is new among what was read, oldest first.
 *
 * @param room how many items may still be emitted.
 */
export function collectNew<T>(
	known: Known,
	feed: Feed<T>,
	entries: Array<Entry<T>>,
	room: number,
): NewRecords<T> {
	const seen = new SeenIds(known.seen);
	const found: Array<Entry<T>> = [];
	const candidates = entries
		.filter((entry) => isNew(known, seen, feed.window, entry))
		.sort((one, other) => one.order - other.order || (one.id < other.id ? -1 : 1));

	for (const entry of entries) seen.prolong(entry.id, keptUntil(entry));
	for (const entry of candidates) {
		// A list can hold a record twice when something arrives between two pages.
		if (seen.has(entry.id)) continue;
		if (isWanted(feed, entry)) {
			if (found.length >= room) return { found, seen, waitingFrom: entry.order };
			found.push(entry);
		}
		seen.add(entry.id, keptUntil(entry));
	}
	return { found, seen };
}

/** Counts page by page what would be emitted if there were room. */
export function newCounter<T>(known: Known, feed: Feed<T>): (entries: Array<Entry<T>>) => number {
	const seen = new SeenIds(known.seen);
	let count = 0;
	return (entries) => {
		for (const entry of entries) {
			if (isNew(known, seen, feed.window, entry) && isWanted(feed, entry)) count += 1;
		}
		return count;
	};
}

/** An id is kept until the floor has passed this moment: as long as its record could count as new. */
export function keptUntil({ order, cameAt = order }: Entry<unknown>): number {
	return Math.max(order, cameAt);
}

function isWanted<T>(feed: Feed<T>, { record }: Entry<T>): boolean {
	return feed.isWanted?.(record) ?? true;
}
