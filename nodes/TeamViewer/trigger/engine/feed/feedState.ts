import { form, isNumber, isSwitch, isText, listOf, optional } from '../form';
import { isSavedIds, type SavedIds } from '../seenIds';

/** Everything a feed knows between two polls. Times are milliseconds since 1970. */
export interface FeedState {
	/**
	 * What stands below it in the list is not new any more. Of what stands at or above it, everything that was seen is in
	 * `seen`; so what is not there is new.
	 */
	floor: number;
	seen: SavedIds;
	/** The last time everything down to the floor was read: when, and how many records TeamViewer sent for it. */
	fullScan: { at: number; records: number };
	/** The last time a quick scan asked for records of any length. */
	wideScan?: number;
	/** How long before the newest record one may have started that the next quick scan asks for. */
	quickReach?: number;
	/** The oldest record that found no room after a quick scan; the next one asks for the same again. */
	waitingFrom?: number;
	/** More than one poll can read or give. */
	backlog?: Backlog;
	/** The newest record that was seen, by TeamViewer's clock, never later than now: a quick scan reads down to it. */
	newest: number;
	/** Records that started before it are not asked for, so nothing is known of those that came lately. */
	askedFrom: number;
	/** Records that were there before anybody asked for them. */
	suppressed: Suppressed[];
	/** What the last poll began with, as far as it is needed to give its items again. */
	before?: Before;
}

/** A full scan that is worked off in chunks, from the oldest record upwards, over as many polls as it takes. */
export interface Backlog {
	/** Everything below it is done. */
	at: number;
	/** Where the backlog ends: above the newest record when it began. */
	until: number;
	startedAt: number;
	/** How many records TeamViewer sent so far. */
	records: number;
	/** Of a list that takes a range: how much to ask for next. Milliseconds of the list. */
	width: number;
	/** A chunk that a poll had no time to read whole. */
	unread?: Unread;
	/** Of a list that takes no range: on the way down to the oldest record, and up again. */
	climb?: Climb;
}

/** Where the reading of a chunk goes on. */
export interface Unread {
	/** Where the chunk ends. */
	top: number;
	/** How the next page is asked for. */
	token: string;
	/** Whether a part of the one second that this is was counted already. */
	isCounted?: boolean;
}

/** The chunks of a list that can only be read from its top: passed on the way down, emitted on the way up. */
export interface Climb {
	/** Where the chunks above began; empty for the top of the list. */
	trail: string[];
	/** Where the chunk below began: what follows from there on is done. */
	done?: string;
	/** Whether anything new was passed on the way down. */
	hasPassedNew: boolean;
}

/** What started before the one moment and stands below the other in the list is not new, though it was not seen. */
export interface Suppressed {
	startedBefore: number;
	endedBefore: number;
}

export type Before = Pick<FeedState, 'floor' | 'askedFrom' | 'backlog'>;

/** From where on ids have to be kept: the poll before may have to be repeated from its own floor. */
export function keptFrom({ floor, before }: Pick<FeedState, 'floor' | 'before'>): number {
	return Math.min(floor, before?.floor ?? floor);
}

const isBacklog = form<Backlog>({
	at: isNumber,
	until: isNumber,
	startedAt: isNumber,
	records: isNumber,
	width: isNumber,
	unread: optional(form<Unread>({ top: isNumber, token: isText, isCounted: optional(isSwitch) })),
	climb: optional(
		form<Climb>({ trail: listOf(isText), done: optional(isText), hasPassedNew: isSwitch }),
	),
});

/** Whether a saved value is the state of a feed; one with impossible moments is none. */
export const isFeedState = form<FeedState>({
	floor: isNumber,
	seen: isSavedIds,
	fullScan: form<FeedState['fullScan']>({ at: isNumber, records: isNumber }),
	wideScan: optional(isNumber),
	quickReach: optional(isNumber),
	waitingFrom: optional(isNumber),
	backlog: optional(isBacklog),
	newest: isNumber,
	askedFrom: isNumber,
	suppressed: listOf(form<Suppressed>({ startedBefore: isNumber, endedBefore: isNumber })),
	before: optional(
		form<Before>({ floor: isNumber, askedFrom: isNumber, backlog: optional(isBacklog) }),
	),
});
