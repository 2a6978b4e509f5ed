import type { ConnectionReport } from '../../teamviewer/types';
import { Memory } from '../memory';
import { chooseNews } from './news';
import { CLOCK_SLACK, newsWindow, type ReportOptions, type Thrift } from './options';
import type { EndedReport, Reading } from './reading';
import type { Pass, ReportState } from './state';

/** What a poll comes to: what it emits, and what it knows afterwards. */
export interface Decision {
	items: ConnectionReport[];
	state: ReportState;
}

/** TeamViewer's dates, and so its filters, count whole seconds. */
const SECOND = 1_000;

/** A whole look every hour at the latest: that is how long late reports may take to be found. Milliseconds. */
const LONGEST_BETWEEN_WHOLE_LOOKS = 3_600_000;

/** How long before the newest end a connection may have started that a short look asks for. Milliseconds. */
const SHORT_LOOK = 2 * 3_600_000;

/** A piece of a pass should come as one page, which holds at most 1000 records. */
const RECORDS_PER_PIECE = 900;

/** How much a piece may grow or shrink against the one before. */
const STEEPEST_CHANGE = 8;

/** Stands for "at once" in the place of the last whole look. */
const OVERDUE = 0;

/** Where the very first look has to reach: reports that ended before are no news for sure. */
export function baselineHorizon(options: ReportOptions, now: number): number {
	return wholeSecond(now - newsWindow(options));
}

/**
 * The first poll's state: what is listed now is known, and no news.
 *
 * @param reading read down to {@link baselineHorizon}; where the time did not suffice, to wherever it came.
 */
export function takeBaseline(options: ReportOptions, reading: Reading, now: number): ReportState {
	const wanted = baselineHorizon(options, now);
	const horizon = reading.complete ? wanted : Math.max(wanted, firstReadSecond(reading, now));
	const { backfillFrom = Infinity } = options;
	const memory = new Memory();
	for (const { report, start, end } of reading.reports) {
		if (end >= horizon && (start ?? -Infinity) < backfillFrom) memory.add(report.id, end);
	}
	const state: ReportState = {
		horizon,
		askedFrom: wanted - options.longest,
		newestEnd: Math.max(horizon, Math.min(reading.newestEnd ?? horizon, now)),
		memory: memory.save(horizon),
		wholeLook: { at: now, records: reading.records },
		muted: [],
	};
	return backfillFrom < now ? openBackfill(state, backfillFrom, options, now) : state;
}

/** Moves the horizon back to where the backfill begins, and keeps quiet what comes into view but started before. */
function openBackfill(
	state: ReportState,
	backfillFrom: number,
	{ longest }: ReportOptions,
	now: number,
): ReportState {
	const start = wholeSecond(backfillFrom);
	const overdue = { ...state, wholeLook: { ...state.wholeLook, at: OVERDUE } };
	if (start >= state.horizon) return overdue;
	return {
		...overdue,
		horizon: start,
		askedFrom: start - longest,
		muted: [
			{ startedBefore: backfillFrom, endedBefore: state.horizon },
			// They may have ended in what is the future by n8n's clock. Whatever started so early and ends only now is longer
			// than 'Longest Connection'.
			{ startedBefore: Math.min(backfillFrom, state.askedFrom), endedBefore: now + CLOCK_SLACK },
		],
	};
}

/**
 * Brings the state in line with the options before a poll: connections that come into view only because 'Longest
 * Connection' was raised were there all the time, so they are no news. One that ends just now, by n8n's clock, is: rather a
 * report too many, where that clock is slow, than none of a connection that ends in these minutes.
 */
export function aim(state: ReportState, options: ReportOptions, now: number): ReportState {
	const askedFrom = wholeSecond(state.horizon - options.longest);
	const muted = state.muted.filter(({ endedBefore }) => endedBefore > state.horizon);
	if (askedFrom < state.askedFrom) {
		muted.push({ startedBefore: state.askedFrom, endedBefore: now });
	}
	return { ...state, askedFrom, muted };
}

/** Whether this poll has to look at everything that may bring news; otherwise a short look is enough. */
export function wholeLookIsDue(
	{ wholeLook }: ReportState,
	{ cheapLook, restPerRecord }: Thrift,
	now: number,
): boolean {
	if (wholeLook.records <= cheapLook) return true;
	const rest = Math.min(LONGEST_BETWEEN_WHOLE_LOOKS, wholeLook.records * restPerRecord);
	const elapsed = now - wholeLook.at;
	// A clock that was set back must not keep whole looks away.
	return elapsed >= rest || elapsed < 0;
}

/** Whether news is known to be waiting for the next poll. */
export function isOverdue({ wholeLook }: ReportState): boolean {
	return wholeLook.at === OVERDUE;
}

/** After a look at everything down to the horizon. */
export function afterWholeLook(
	state: ReportState,
	reading: Reading,
	options: ReportOptions,
	now: number,
): Decision {
	const choice = chooseNews(state, reading.reports, options.maxItems, options.minimumDuration);
	const { news, memory, waitingFrom = Infinity } = choice;
	const newestEnd = Math.min(reading.newestEnd ?? state.newestEnd, now);
	const horizon = Math.max(
		state.horizon,
		wholeSecond(Math.min(newestEnd - newsWindow(options), waitingFrom)),
	);
	return {
		items: news,
		state: {
			...state,
			horizon,
			newestEnd: Math.max(state.newestEnd, newestEnd),
			memory: memory.save(horizon),
			wholeLook: { at: waitingFrom === Infinity ? now : OVERDUE, records: reading.records },
		},
	};
}

/** Where a short look begins to ask, and down to which end it has to read. */
export function shortLook(state: ReportState): { from: number; bottom: number } {
	return {
		from: Math.max(state.askedFrom, wholeSecond(state.newestEnd - SHORT_LOOK)),
		bottom: state.newestEnd,
	};
}

/**
 * After a short look. It finds what arrived in order; what is late or ran long, a whole look finds. So the horizon stays
 * where the last whole look left it.
 */
export function afterShortLook(
	state: ReportState,
	reading: Reading,
	options: ReportOptions,
	now: number,
): Decision {
	const choice = chooseNews(state, reading.reports, options.maxItems, options.minimumDuration);
	const newestEnd = Math.min(reading.newestEnd ?? state.newestEnd, now);
	return {
		items: choice.news,
		state: {
			...state,
			newestEnd: Math.max(state.newestEnd, newestEnd),
			memory: choice.memory.save(state.horizon),
			wholeLook:
				choice.waitingFrom === undefined ? state.wholeLook : { ...state.wholeLook, at: OVERDUE },
		},
	};
}

/** A look at everything turned out too long for one poll: from now on it is worked off in pieces, oldest end first. */
export function beginPass(
	state: ReportState,
	reading: Reading,
	now: number,
): ReportState & { pass: Pass } {
	const newestEnd = Math.min(reading.newestEnd ?? state.newestEnd, now);
	const until = Math.max(wholeSecond(newestEnd), state.horizon) + SECOND;
	const read = reading.oldestEnd === undefined ? 0 : newestEnd - reading.oldestEnd;
	const span = (until - state.horizon) / STEEPEST_CHANGE;
	return {
		...state,
		pass: {
			at: state.horizon,
			until,
			width: read > 0 ? Math.min(read, span) : span,
			startedAt: now,
			records: reading.records,
		},
	};
}

/** A part of the list: what ended at or after `bottom` and before `top`. */
export interface Piece {
	bottom: number;
	top: number;
	/** Where an earlier poll left off reading it. */
	offset?: string;
}

/** The next piece of a pass, smaller where only a part of a poll's items has room. */
export function nextPiece(
	{ at, until, width, unread }: Pass,
	room: number,
	{ maxItems }: ReportOptions,
): Piece {
	if (unread) return { bottom: at, ...unread };
	const wide = wholeSecond((width * Math.min(room, maxItems)) / maxItems);
	return { bottom: at, top: Math.min(until, at + Math.max(SECOND, wide)) };
}

/** What of a piece's reading lies inside the piece: TeamViewer may understand `to_date` as a limit of the start. */
export function inside({ bottom, top }: Piece, reports: EndedReport[]): EndedReport[] {
	return reports.filter(({ end }) => end >= bottom && end < top);
}

/**
 * After a piece of a pass. A piece that could not be read whole is asked for again, narrower. It is not where nothing of
 * it was met yet: where TeamViewer understands `to_date` as a limit of the start, everything that started before and ended
 * later is listed above it, however narrow it is. Nor is a single second, whose reports have no order among them: as many
 * are emitted as were read. Then the next poll reads on.
 *
 * @param room how many items this poll may still emit.
 */
export function afterPiece(
	state: ReportState & { pass: Pass },
	piece: Piece,
	reading: Reading,
	options: ReportOptions,
	room: number,
): Decision {
	const { pass } = state;
	const reports = inside(piece, reading.reports);
	const records = pass.records + reading.records;
	const width = piece.top - piece.bottom;

	const { next: offset } = reading;
	if (offset !== undefined && width > SECOND && reports.length > 0) {
		const read = piece.top - (reading.oldestEnd ?? piece.top);
		const narrower = (read > 0 ? Math.min(width, read) : width) / 2;
		return {
			items: [],
			state: { ...state, pass: { ...pass, records, width: narrower, unread: undefined } },
		};
	}

	const { news, memory, waitingFrom } = chooseNews(state, reports, room, options.minimumDuration);
	if (offset !== undefined && waitingFrom === undefined) {
		const unread = { top: piece.top, offset };
		return {
			items: news,
			state: { ...state, memory: memory.save(state.horizon), pass: { ...pass, records, unread } },
		};
	}
	const at = waitingFrom ?? piece.top;
	const newestEnd = pass.until - SECOND;
	const horizon = Math.max(
		state.horizon,
		Math.min(wholeSecond(at), wholeSecond(newestEnd - newsWindow(options))),
	);
	const known = { ...state, horizon, memory: memory.save(horizon) };
	if (at < pass.until) {
		const next = {
			...pass,
			at: wholeSecond(at),
			records,
			width: nextWidth(width, reports, news, options),
			unread: undefined,
		};
		return { items: news, state: { ...known, pass: next } };
	}
	return {
		items: news,
		state: {
			...known,
			pass: undefined,
			newestEnd: Math.max(state.newestEnd, newestEnd),
			wholeLook: { at: pass.startedAt, records },
		},
	};
}

/** As wide as a page, or as a poll's items, would fill, judged by the piece before. */
function nextWidth(
	width: number,
	reports: EndedReport[],
	news: ConnectionReport[],
	{ maxItems }: ReportOptions,
): number {
	const factor = Math.min(
		RECORDS_PER_PIECE / Math.max(1, reports.length),
		Math.max(1, 0.8 * maxItems) / news.length,
	);
	return width * Math.min(STEEPEST_CHANGE, Math.max(1 / STEEPEST_CHANGE, factor));
}

/** The first second of which everything was read; where that is not known, everything up to now counts as read. */
function firstReadSecond({ oldestEnd, newestEnd }: Reading, now: number): number {
	return wholeSecond(oldestEnd ?? Math.max(now, newestEnd ?? now)) + SECOND;
}

function wholeSecond(ms: number): number {
	return Math.floor(ms / SECOND) * SECOND;
}
