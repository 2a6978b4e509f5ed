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
	/** A look that did not come to its end: where it goes on, and the newest session that it saw. */
	unfinished?: { offset: string; newest: number };
}

/** What was read of a list. */
export interface SessionReading {
	sessions: Session[];
	/** Whether it came to the horizon or the end of the list. */
	complete: boolean;
	/**
	 * Otherwise, where to go on. The last page is read again where there was time for more than one, so that what comes to
	 * the horizon in the end always brings news with it.
	 */
	resumeAt: string | undefined;
	/** Whether it began at the newest session. */
	fromTop: boolean;
}

/** What a look brought, and what is known now. */
export interface TimelineDecision {
	news: Session[];
	timeline: Timeline;
}

/** What a session is remembered by. */
export type Identify = (session: Session) => string;

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
 * @param offset where to begin, instead of at the newest session.
 */
export async function readBack(
	list: (offset?: string) => Promise<Page<Session>>,
	budget: Budget,
	horizon: number,
	offset?: string,
): Promise<SessionReading> {
	const reading: SessionReading = {
		sessions: [],
		complete: false,
		resumeAt: undefined,
		fromTop: offset === undefined,
	};
	let lowest = Infinity;
	let sorted = true;
	let asked: string | undefined;
	const pages = readPages(async (token) => {
		asked = token;
		return await budget.spend(async () => await list(token ?? offset));
	});
	for await (const page of pages) {
		for (const session of page.records) {
			const made = madeAt(session) ?? lowest;
			sorted &&= made <= lowest;
			lowest = Math.min(lowest, made);
			reading.sessions.push(session);
		}
		reading.resumeAt = asked ?? page.next;
		reading.complete = page.next === undefined || (sorted && lowest < horizon);
		if (reading.complete || !budget.allowsRequest) break;
	}
	return reading;
}

/** Everything that is listed now is known, but for what `isOpen` still waits for. */
export function beginTimeline(
	reading: SessionReading,
	identify: Identify,
	now: number,
	isAwaited: (session: Session) => boolean = () => false,
): Timeline {
	const dates = reading.sessions.flatMap((session) => madeAt(session) ?? []);
	const wanted = now - SESSION_WINDOW;
	const horizon = reading.complete ? wanted : Math.max(wanted, Math.min(...dates) + 1);
	const memory = new Memory();
	for (const session of reading.sessions) {
		if (!isAwaited(session)) memory.add(identify(session), madeAt(session) ?? now);
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
 * After a look down to the horizon. One that takes more than a poll goes on where it ended; the news is then what its last
 * part brought, which is the oldest, and what was seen before is seen again by the next look.
 *
 * @param limit up to where the horizon may follow, beside the newest session.
 */
export function afterLook(
	timeline: Timeline,
	reading: SessionReading,
	identify: Identify,
	room: number,
	now: number,
	limit = now,
): TimelineDecision {
	const dates = reading.sessions.flatMap((session) => madeAt(session) ?? []);
	const top = dates.reduce((newest, date) => Math.max(newest, date), -Infinity);
	const newest = reading.fromTop ? top : (timeline.unfinished?.newest ?? top);
	if (!reading.complete && reading.resumeAt !== undefined) {
		return {
			news: [],
			timeline: { ...timeline, unfinished: { offset: reading.resumeAt, newest } },
		};
	}
	const { news, memory, waitingFrom } = chooseSessions(timeline, reading.sessions, identify, room);
	const unread = reading.fromTop ? Infinity : top;
	const waiting = Math.min(waitingFrom, unread);
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
		},
	};
}

/** After a look at a part of the list only: the horizon stays where it is. */
export function afterGlance(
	timeline: Timeline,
	reading: SessionReading,
	identify: Identify,
	room: number,
): TimelineDecision {
	const { news, memory, waitingFrom } = chooseSessions(timeline, reading.sessions, identify, room);
	return {
		news,
		timeline: {
			...timeline,
			memory: memory.save(timeline.horizon),
			look: waitingFrom === Infinity ? timeline.look : { ...timeline.look, at: OVERDUE },
		},
	};
}

/** Oldest first; what finds no room is not remembered. */
function chooseSessions(
	timeline: Timeline,
	sessions: Session[],
	identify: Identify,
	room: number,
): { news: Session[]; memory: Memory; waitingFrom: number } {
	const memory = new Memory(timeline.memory);
	const news: Session[] = [];
	const candidates = sessions
		.map((session) => ({ session, made: madeAt(session) ?? -Infinity }))
		.filter(({ made }) => made >= timeline.horizon)
		.sort((one, other) => one.made - other.made);
	for (const { session, made } of candidates) {
		const id = identify(session);
		if (memory.has(id)) continue;
		if (news.length >= room) return { news, memory, waitingFrom: made };
		news.push(session);
		memory.add(id, made);
	}
	return { news, memory, waitingFrom: Infinity };
}

/** When a session was made; milliseconds since 1970. */
export function madeAt({ created_at }: Session): number | undefined {
	return fromTeamViewerDate(created_at);
}

export function isTimeline(value: unknown): value is Timeline {
	if (typeof value !== 'object' || value === null) return false;
	const { horizon, memory, look, unfinished } = value as Partial<Timeline>;
	return (
		typeof horizon === 'number' &&
		isSavedMemory(memory) &&
		typeof look?.at === 'number' &&
		typeof look.sessions === 'number' &&
		(unfinished === undefined ||
			(typeof unfinished?.offset === 'string' && typeof unfinished.newest === 'number'))
	);
}
