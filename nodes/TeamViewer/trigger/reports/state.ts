import { isSavedMemory, type SavedMemory } from '../memory';

/** Everything the trigger knows of an account's reports between two polls. Times are milliseconds since 1970. */
export interface ReportState {
	/**
	 * Reports that ended before it are no news any more. Of those that ended at or after it, every one that was seen is in
	 * `memory`, so one that is not there is news.
	 */
	horizon: number;
	/** Connections that started before it were never asked for, so nothing is known of them. */
	askedFrom: number;
	/** The newest end that was seen, by TeamViewer's clock, never later than now: a short look reads down to it. */
	newestEnd: number;
	memory: SavedMemory;
	/** The last look at everything that may bring news: when, and how many records TeamViewer sent for it. */
	wholeLook: { at: number; records: number };
	/** A look at everything that is too long for one poll. */
	pass?: Pass;
	/** Reports that were there before anybody asked for them. */
	muted: Muted[];
}

/** A look at everything, worked off from the oldest end upwards, over as many polls as it takes. */
export interface Pass {
	/** Everything that ended before it is done. */
	at: number;
	/** Where the pass ends: after the newest end that was seen when it began. */
	until: number;
	/** How long a piece to ask for next: milliseconds of ends. */
	width: number;
	startedAt: number;
	/** How many records TeamViewer sent so far. */
	records: number;
	/** A piece that a poll had no time to read whole, and of whose reports nothing waits in what it did read. */
	unread?: Unread;
}

/** Where the reading of a piece goes on. */
export interface Unread {
	/** Where the piece ends. */
	top: number;
	/** How the next page is asked for. */
	offset: string;
}

/** A connection that started before the one moment and ended before the other is no news, though it is not remembered. */
export interface Muted {
	startedBefore: number;
	endedBefore: number;
}

/** The longest time from 1970 that a date can tell; milliseconds. */
const LAST_MOMENT = 8.64e15;

/** Whether a saved value is a state of reports; one with impossible moments is none. */
export function isReportState(value: unknown): value is ReportState {
	if (!isObject(value)) return false;
	const { horizon, askedFrom, newestEnd, memory, wholeLook, pass, muted } = value;
	return (
		areNumbers(horizon, askedFrom, newestEnd) &&
		isSavedMemory(memory) &&
		isObject(wholeLook) &&
		areNumbers(wholeLook.at, wholeLook.records) &&
		(pass === undefined || isPass(pass)) &&
		Array.isArray(muted) &&
		muted.every((entry) => isObject(entry) && areNumbers(entry.startedBefore, entry.endedBefore))
	);
}

function isPass(value: unknown): boolean {
	return (
		isObject(value) &&
		areNumbers(value.at, value.until, value.width, value.startedAt, value.records) &&
		(value.unread === undefined || isUnread(value.unread))
	);
}

function isUnread(value: unknown): boolean {
	return isObject(value) && areNumbers(value.top) && typeof value.offset === 'string';
}

function areNumbers(...values: unknown[]): boolean {
	return values.every((value) => typeof value === 'number' && Math.abs(value) <= LAST_MOMENT);
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
