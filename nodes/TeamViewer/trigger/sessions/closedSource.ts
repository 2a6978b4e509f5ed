import type { IDataObject } from 'n8n-workflow';

import { fromTeamViewerDate } from '../../teamviewer/dates';
import type { Page } from '../../teamviewer/pages';
import type { Session } from '../../teamviewer/types';
import type { Outcome, Source } from '../source';
import { Memory } from '../memory';
import { fullCode, pack, shortCode, unpack } from './codes';
import { EMPTY_RING, isRing, meet, members, release, restart, turn, type Ring } from './ring';
import { latest, sessionItem } from './sessionItem';
import { openPage, type SessionOptions, type SessionWorld } from './sessionWorld';
import {
	afterLook,
	beginTimeline,
	isTimeline,
	lookIsDue,
	madeAt,
	readBack,
	SESSION_WINDOW,
	type Kind,
	type SessionReading,
	type Timeline,
	type Unfinished,
} from './timeline';

/** What is known between two polls. */
export interface ClosedState {
	/** The open sessions: one that leaves them may have been closed, however old it is. */
	open: Ring;
	/** When the round through the open sessions began; milliseconds since 1970. */
	roundBegan: number;
	/** Every open session that was made before has been met; milliseconds since 1970. */
	metUntil: number;
	/** Sessions that left the open ones and still have to be looked up; packed short codes. */
	left: string;
	/** The closed sessions: one that is made and closed between two polls is seen here only. */
	closed: Timeline;
}

/** So many sessions a poll looks up: where a batch of them expires together, the others follow at the next polls. */
const MOST_LOOK_UPS = 30;

/** After so many look-ups that failed, a poll leaves the others to the next. */
const MOST_FAILURES = 2;

/** Sessions when they are closed, however old they are; one that was reopened counts when it is closed again. */
export class ClosedSource implements Source<ClosedState> {
	readonly emptyMessage = 'There is no closed session to show';
	readonly emptyRemedy = 'Close a session in TeamViewer, or change the filters.';

	constructor(
		private readonly world: SessionWorld,
		private readonly options: SessionOptions,
	) {}

	isState(value: unknown): value is ClosedState {
		if (typeof value !== 'object' || value === null) return false;
		const { open, roundBegan, metUntil, left, closed } = value as Partial<ClosedState>;
		return (
			isRing(open) &&
			typeof roundBegan === 'number' &&
			typeof metUntil === 'number' &&
			typeof left === 'string' &&
			isTimeline(closed)
		);
	}

	async begin(): Promise<Outcome<ClosedState>> {
		const { world } = this;
		const now = world.now();
		let open = EMPTY_RING;
		do {
			open = turn(...this.met(open, await openPage(world, open.offset))).ring;
		} while (open.offset !== undefined && world.budget.allowsRequest);

		const reading = await this.readClosed(now - SESSION_WINDOW);
		const awaited = members(open);
		const closed = beginTimeline(reading, CLOSED, now, ({ code }) => awaited.has(shortCode(code)));
		return { items: [], state: { open, roundBegan: now, metUntil: now, left: '', closed } };
	}

	async next(state: ClosedState): Promise<Outcome<ClosedState>> {
		const now = this.world.now();
		const looked = await this.lookAtOpen(state, now);
		const found = await this.lookAtClosed(looked, now);
		// A poll that fails leaves no trace, so it must not fail where it got on.
		const gotOn = found.news.length > 0 || looked.open.offset !== state.open.offset;
		const { news, state: next } = await this.lookUp(found.state, found.news, gotOn);
		news.sort((one, other) => closedAt(one) - closedAt(other));
		return { items: news.map((session) => sessionItem(session, this.options)), state: next };
	}

	async samples(): Promise<IDataObject[]> {
		const { records } = await this.world.list('closed');
		return latest(records).map((session) => sessionItem(session, this.options));
	}

	spare(state: ClosedState): ClosedState {
		return state;
	}

	/** One page of the open sessions; at the end of the list, whoever was not met has left. */
	private async lookAtOpen(state: ClosedState, now: number): Promise<ClosedState> {
		let { open } = state;
		const page = await openPage(this.world, open.offset).catch(async (error: unknown) => {
			open = restart(open, error);
			return await openPage(this.world);
		});
		const roundBegan = open.offset === undefined ? now : state.roundBegan;
		const oldest = Math.min(...page.records.map((session) => madeAt(session) ?? Infinity));
		// What follows was met before; the hour is for clocks that differ.
		const isMet = page.next === undefined || oldest < state.metUntil - SESSION_WINDOW;
		const turned = turn(...this.met(open, page));
		const left = unpack(state.left);
		for (const code of turned.left) left.add(code);
		for (const { code } of page.records) left.delete(shortCode(code));
		return {
			...state,
			open: turned.ring,
			roundBegan,
			metUntil: isMet ? roundBegan : state.metUntil,
			left: pack(left),
			closed: reopened(state.closed, page.records),
		};
	}

	/** The newest closed sessions, where it is time to look at them. */
	private async lookAtClosed(
		state: ClosedState,
		now: number,
	): Promise<{ news: Session[]; state: ClosedState }> {
		if (!lookIsDue(state.closed, now)) return { news: [], state };
		const { horizon, unfinished } = state.closed;
		const reading = await this.readClosed(horizon, unfinished);
		const { news, timeline } = afterLook(
			state.closed,
			reading,
			CLOSED,
			this.options.maxItems,
			now,
			state.metUntil,
		);
		return { news, state: this.without(news, { ...state, closed: timeline }) };
	}

	/**
	 * Looks up who has left the open sessions, each once. A session that is neither open nor closed is no event.
	 *
	 * @param gotOn whether this poll has something to keep, whatever becomes of the look-ups.
	 */
	private async lookUp(
		state: ClosedState,
		closed: Session[],
		gotOn: boolean,
	): Promise<{ news: Session[]; state: ClosedState }> {
		const { budget } = this.world;
		const news = [...closed];
		const left = unpack(state.left);
		const memory = new Memory(state.closed.memory);
		const awaited = left.size;
		const waiting: string[] = [];
		let failures = 0;
		for (const code of [...left].slice(0, MOST_LOOK_UPS)) {
			if (news.length >= this.options.maxItems || !budget.allowsRequest) break;
			left.delete(code);
			const { session, failure } = await budget
				.spend(async () => await this.world.find(fullCode(code)))
				.then(
					(found) => ({ session: found, failure: undefined }),
					(error: unknown) => ({ session: undefined, failure: error }),
				);
			if (failure !== undefined) {
				// At the end of the line it holds nobody up.
				left.add(code);
				if (++failures < MOST_FAILURES && left.size > 1) continue;
				if (gotOn || left.size < awaited || failures < awaited) break;
				throw failure;
			}
			if (session && isStillOpen(session, this.world.now())) waiting.push(code);
			if (!session || !isClosed(session) || memory.has(identify(session))) continue;
			memory.add(identify(session), Math.max(closedAt(session), madeAt(session) ?? 0));
			news.push(session);
		}
		const remembered = { ...state.closed, memory: memory.save(state.closed.horizon) };
		return {
			news,
			state: {
				...state,
				open: meet(state.open, waiting),
				left: pack(left),
				closed: remembered,
			},
		};
	}

	/** Whoever is known to be closed needs no looking up. */
	private without(sessions: Session[], state: ClosedState): ClosedState {
		const codes = sessions.map(({ code }) => shortCode(code));
		const left = unpack(state.left);
		for (const code of codes) left.delete(code);
		return { ...state, open: release(state.open, codes), left: pack(left) };
	}

	private met(ring: Ring, page: Page<Session>): [Ring, string | undefined] {
		return [
			meet(
				ring,
				page.records.map(({ code }) => shortCode(code)),
			),
			page.next,
		];
	}

	private async readClosed(horizon: number, from?: Unfinished): Promise<SessionReading> {
		const { world } = this;
		const list = async (offset?: string) => await world.list('closed', offset);
		const fromTop = async () => await readBack(list, world.budget, horizon);
		return from === undefined
			? await fromTop()
			: await readBack(list, world.budget, horizon, from).catch(fromTop);
	}
}

/** Closing a session that was reopened is an event of its own. */
function identify({ code, closed_at }: Pick<Session, 'code' | 'closed_at'>): string {
	return `${shortCode(code)} ${closed_at ?? ''}`;
}

/** A session comes into the list when it is closed. */
const CLOSED: Kind = {
	identify,
	listedAt: ({ closed_at }) => fromTeamViewerDate(closed_at),
};

/** TeamViewer writes `Closed` or `closed`, one schema a number; a session that was closed also says when. */
function isClosed({ state, closed_at }: Session): boolean {
	return typeof state === 'string' ? state.toLowerCase() === 'closed' : Boolean(closed_at);
}

/** The list may be ahead of the session: one that it dropped while its code is valid is awaited for another round. */
function isStillOpen(session: Session, now: number): boolean {
	return !isClosed(session) && (fromTeamViewerDate(session.valid_until) ?? now) > now;
}

/** An open session that is remembered as closed was reopened. Only where TeamViewer says when, two closings differ. */
function reopened(closed: Timeline, open: Session[]): Timeline {
	const memory = new Memory(closed.memory);
	for (const { code } of open) memory.forget(identify({ code }));
	return { ...closed, memory: memory.save(closed.horizon) };
}

function closedAt(session: Session): number {
	return fromTeamViewerDate(session.closed_at) ?? madeAt(session) ?? 0;
}
