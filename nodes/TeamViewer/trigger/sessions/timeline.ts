import { fromTeamViewerDate } from '../../teamviewer/dates';
import { readPages, type Page } from '../../teamviewer/pages';
import type { Session } from '../../teamviewer/types';
import type { Budget } from '../budget';
import { isSavedMemory, Memory, type SavedMemory } from '../memory';

/**
 * What is known of a list of sessions, which is sorted by when they were made, newest first. A session is news when it is
 * not remembered and was not made before the horizon. Times are milliseconds since 1970.
 */
export interface Timeline {
	horizon: number;
	memory: SavedMemory;
	/** The last look down to the horizon: when it was, and how many sessions TeamViewer sent for it. */
	look: { at: number; sessions: number };
	unfinished?: Unfinished;
}

/**
 * A look that takes more than one poll: down to the horizon in parts, and up again part by part, so that the oldest
 * sessions come first and every part brings the look forward, even where there is time for a single page only.
 */
export interface Unfinished {
	/** Where it goes on; empty for the newest session. */
	offset: string;
	/** Where the parts above began, which were passed on the way down. */
	trail: string[];
	/** Where the part below began: what follows from there on is known. */
	known?: string;
	/** The newest session that it saw. */
	newest: number;
}

/** What was read of a list. */
export interface SessionReading {
	sessions: Session[];
	/** Whether it came to the horizon, to what is known, or to the end of the list. */
	complete: boolean;
	/** Where it began; empty for the newest session. */
	offset: string;
	/** Where to go on when it is not complete. */
	next: string | undefined;
}

/** What a look brought, and what is known now. */
export interface TimelineDecision {
	news: Session[];
	timeline: Timeline;
}

/** What makes a session news in a list. */
export interface Kind {
	/** What a session is remembered by. */
	identify: (session: Session) => string;
	/** When it came into the list, which may be long after it was made. */
	listedAt: (session: Session) => number | undefined;
}

/**
 * A session is listed as soon as it is made; the hour is for clocks that differ, and for a session that is assigned to
 * the watched user or group a little later. Milliseconds.
 */
export const SESSION_WINDOW = 3_600_000;

/** After a look at no more sessions than this, every poll may look again. */
const CHEAP_LOOK = 200;

/** After a dearer one it rests so long for every session: 1000 of them are 700 kB. Milliseconds. */
const REST_PER_SESSION = 750;

/** Stands for "at once" in the place of the last look. */
const OVERDUE = 0;

/**
 * Reads pages until a session was made before `horizon`, or the time is over. Where a page is not sorted as documented,
 * it reads on.
 *
 * @param from where to begin, instead of at the newest session, and from where on everything is known.
 */
export async function readBack(
	list: (offset?: string) => Promise<Page<Session>>,
	budget: Budget,
	horizon: number,
	{ offset, known }: Pick<Unfinished, 'offset' | 'known'> = { offset: '' },
): Promise<SessionReading> {
	const reading: SessionReading = { sessions: [], complete: false, offset, next: undefined };
	let lowest = Infinity;
	let sorted = true;
	const pages = readPages(async (token) => await budget.spend(async () => await list(token)), {
		token: offset || undefined,
	});
	for await (const page of pages) {
		for (const session of page.records) {
			const made = madeAt(session) ?? lowest;
			sorted &&= made <= lowest;
			lowest = Math.min(lowest, made);
			reading.sessions.push(session);
		}
		reading.next = page.next;
		reading.complete =
			page.next === undefined || page.next === known || (sorted && lowest < horizon);
		// A page without a successor is left to the pages, which make sure that it is the last.
		if (page.next !== undefined && (reading.complete || !budget.allowsRequest)) break;
	}
	return reading;
}

/** Everything that is listed now is known, but for what is still awaited. */
export function beginTimeline(
	reading: SessionReading,
	kind: Kind,
	now: number,
	isAwaited: (session: Session) => boolean = () => false,
): Timeline {
	const dates = reading.sessions.flatMap((session) => madeAt(session) ?? []);
	const wanted = now - SESSION_WINDOW;
	const horizon = reading.complete ? wanted : Math.max(wanted, Math.min(...dates) + 1);
	const memory = new Memory();
	for (const session of reading.sessions) {
		if (!isAwaited(session)) memory.add(kind.identify(session), momentOf(session, kind) ?? now);
	}
	return {
		horizon,
		memory: memory.save(horizon),
		look: { at: now, sessions: reading.sessions.length },
	};
}

/** Whether it is time to look down to the horizon. */
export function lookIsDue({ look, unfinished }: Timeline, now: number): boolean {
	const elapsed = now - look.at;
	return (
		unfinished !== undefined ||
		look.sessions <= CHEAP_LOOK ||
		elapsed >= look.sessions * REST_PER_SESSION ||
		elapsed < 0
	);
}

/**
 * After a look down to the horizon, or at a part of it. The news is what the part brought that came to what is known; what
 * was passed on the way down is read again on the way up.
 *
 * @param limit up to where the horizon may follow, beside the newest session.
 */
export function afterLook(
	timeline: Timeline,
	reading: SessionReading,
	kind: Kind,
	room: number,
	now: number,
	limit = now,
): TimelineDecision {
	const fromTop = reading.offset === '';
	const dates = reading.sessions.flatMap((session) => madeAt(session) ?? []);
	const top = dates.reduce((newest, date) => Math.max(newest, date), -Infinity);
	const { unfinished } = timeline;
	const newest = fromTop ? top : (unfinished?.newest ?? top);
	const trail = fromTop ? [] : (unfinished?.trail ?? []);
	if (!reading.complete && reading.next !== undefined) {
		const { next: offset } = reading;
		return {
			news: [],
			timeline: {
				...timeline,
				unfinished: { ...unfinished, offset, trail: [...trail, reading.offset], newest },
			},
		};
	}
	const { news, memory, waitingFrom } = chooseSessions(timeline, reading.sessions, kind, room);
	const waiting = Math.min(waitingFrom, fromTop ? Infinity : top);
	const horizon = Math.max(
		timeline.horizon,
		Math.min(Math.min(newest, limit, now) - SESSION_WINDOW, waiting),
	);
	return {
		news,
		timeline: {
			horizon,
			memory: memory.save(horizon),
			look: { at: waiting === Infinity ? now : OVERDUE, sessions: reading.sessions.length },
			...(!fromTop && {
				unfinished:
					waitingFrom === Infinity
						? {
								offset: trail.at(-1) ?? '',
								trail: trail.slice(0, -1),
								known: reading.offset,
								newest,
							}
						: { ...unfinished, offset: reading.offset, trail, newest },
			}),
		},
	};
}

/** After a look at a part of the list only: the horizon stays where it is. */
export function afterGlance(
	timeline: Timeline,
	reading: SessionReading,
	kind: Kind,
	room: number,
): TimelineDecision {
	const { news, memory, waitingFrom } = chooseSessions(timeline, reading.sessions, kind, room);
	return {
		news,
		timeline: {
			...timeline,
			memory: memory.save(timeline.horizon),
			look: waitingFrom === Infinity ? timeline.look : { ...timeline.look, at: OVERDUE },
		},
	};
}

/**
 * Oldest first; what finds no room is not remembered. A session that was made before the horizon is news too when it came
 * into the list after the timeline began: everything that came since then and is not remembered was not there.
 */
function chooseSessions(
	{ horizon, memory: saved }: Timeline,
	sessions: Session[],
	kind: Kind,
	room: number,
): { news: Session[]; memory: Memory; waitingFrom: number } {
	const memory = new Memory(saved);
	const news: Session[] = [];
	const candidates = sessions
		.map((session) => ({
			session,
			made: madeAt(session) ?? -Infinity,
			moment: momentOf(session, kind) ?? -Infinity,
		}))
		.filter(({ made, moment }) => made >= horizon || moment >= horizon + SESSION_WINDOW)
		.sort((one, other) => one.made - other.made);
	for (const { session, made, moment } of candidates) {
		const id = kind.identify(session);
		if (memory.has(id)) continue;
		if (news.length >= room) return { news, memory, waitingFrom: made };
		news.push(session);
		memory.add(id, moment);
	}
	return { news, memory, waitingFrom: Infinity };
}

/** Until when a session has to be remembered: as long as it can come again as news. */
function momentOf(session: Session, { listedAt }: Kind): number | undefined {
	const dates = [madeAt(session), listedAt(session)].filter((date) => date !== undefined);
	return dates.length > 0 ? Math.max(...dates) : undefined;
}

/** When a session was made; milliseconds since 1970. */
export function madeAt({ created_at }: Session): number | undefined {
	return fromTeamViewerDate(created_at);
}

/** Whether a saved value is a timeline. */
export function isTimeline(value: unknown): value is Timeline {
	if (typeof value !== 'object' || value === null) return false;
	const { horizon, memory, look, unfinished } = value as Partial<Timeline>;
	return (
		typeof horizon === 'number' &&
		isSavedMemory(memory) &&
		typeof look?.at === 'number' &&
		typeof look.sessions === 'number' &&
		(unfinished === undefined || isUnfinished(unfinished))
	);
}

function isUnfinished(value: unknown): value is Unfinished {
	if (typeof value !== 'object' || value === null) return false;
	const { offset, trail, known, newest } = value as Partial<Unfinished>;
	return (
		typeof offset === 'string' &&
		Array.isArray(trail) &&
		trail.every((entry) => typeof entry === 'string') &&
		(known === undefined || typeof known === 'string') &&
		typeof newest === 'number'
	);
}
