import type { IDataObject } from 'n8n-workflow';

import { fromTeamViewerDate } from '../../teamviewer/dates';
import { isRecord } from '../../teamviewer/isRecord';
import { isClosed } from '../../teamviewer/sessions';
import type { Session } from '../../teamviewer/types';
import type { Engine, Means, Outcome } from '../engine/engine';
import type { Feed } from '../engine/feed/feedDefinition';
import { FeedEngine } from '../engine/feed/feedEngine';
import type { FeedState } from '../engine/feed/feedState';
import { CLOCK_SLACK } from '../engine/feed/scans';
import { form, isNumber, isText, optional } from '../engine/form';
import {
	EMPTY_ROSTER,
	isRoster,
	meet,
	members,
	readNextPage,
	release,
	turn,
	type Roster,
} from '../engine/openSessionRoster';
import { SeenIds } from '../engine/seenIds';
import { pack, shortCode, unpack } from '../engine/sessionCodes';
import { closedAt, identify, isStillOpen, reopened } from './closing';
import { codesOf, lookUp, tossCoin } from './lookUps';
import {
	latest,
	madeAt,
	openPage,
	SESSION_WINDOW,
	sessionEvent,
	sessionItem,
	type Sessions,
} from './sessions';

/** What is known between two polls. */
export interface ClosedState {
	/** The open sessions: one that leaves them may have been closed, however old it is. */
	open: Roster;
	/** When the round through the open sessions began; milliseconds since 1970. */
	roundBegan: number;
	/** Every open session that was made before has been met; milliseconds since 1970. */
	metUntil: number;
	/** Sessions that left the open ones and still have to be looked up; packed short codes. */
	left: string;
	/** The closed sessions: one that is made and closed between two polls is seen here only. */
	closed: FeedState;
	/** Closed sessions to be given once more, by looking them up; packed short codes. */
	again?: string;
	/** Which step had no time in the poll before, so that it comes first. */
	turn?: number;
}

const isClosedState = form<ClosedState>({
	open: isRoster,
	roundBegan: isNumber,
	metUntil: isNumber,
	left: isText,
	closed: isRecord,
	again: optional(isText),
	turn: optional(isNumber),
});

/** A poll under way. */
interface Poll {
	state: ClosedState;
	found: Session[];
	/** Whether the round through the open sessions got further. */
	hasTurned: boolean;
	/** Why no look-up succeeded. */
	failure?: unknown;
}

/** Sessions when they are closed, however old they are; one that was reopened counts when it is closed again. */
class SessionClosed implements Engine<ClosedState> {
	readonly emptyMessage = 'There is no closed session to show';
	readonly emptyRemedy = 'Close a session in TeamViewer, or change the filters.';
	readonly window = SESSION_WINDOW;
	private readonly feed: Feed<Session>;
	private readonly closed: FeedEngine<Session>;

	constructor(
		private readonly sessions: Sessions,
		private readonly means: Means,
	) {
		const { emptyMessage, emptyRemedy } = this;
		this.feed = {
			page: async (_range, offset) => await sessions.page('closed', offset),
			id: identify,
			order: (session) => madeAt(session) ?? closedAt(session),
			cameAt: ({ closed_at }) => fromTeamViewerDate(closed_at),
			item: (session) => session as unknown as IDataObject,
			window: SESSION_WINDOW + CLOCK_SLACK,
			reach: 0,
			takesRange: false,
			idlePages: 1,
			...{ emptyMessage, emptyRemedy },
		};
		this.closed = this.closedWith(means.maxItems);
	}

	/** What reads the closed sessions. @param maxItems how many of them it may give. */
	private closedWith(maxItems: number): FeedEngine<Session> {
		return new FeedEngine(this.feed, { ...this.means, maxItems, givesAgain: false });
	}

	readState(value: unknown): ClosedState | undefined {
		if (!isClosedState(value)) return undefined;
		const closed = this.closed.readState(value.closed);
		return closed && { ...value, closed };
	}

	async begin(): Promise<Outcome<ClosedState>> {
		const { sessions, means } = this;
		const now = means.now();
		let open = EMPTY_ROSTER;
		const asked = new Set<string | undefined>();
		do {
			const page = await openPage(sessions, means, open.offset, asked);
			open = turn(meet(open, codesOf(page.records)), page.next).roster;
		} while (open.offset !== undefined && means.budget.allowsRequest);

		// Closed since it was met, it is still to be given.
		const met = members(open);
		const { state: closed } = await this.closed.begin(false, ({ code }) =>
			met.has(shortCode(code)),
		);
		const state = { open, roundBegan: now, metUntil: now, left: '', closed };
		return { items: [], names: [], state };
	}

	async next(state: ClosedState): Promise<Outcome<ClosedState>> {
		const poll: Poll = { state, found: [], hasTurned: false };
		const steps = [this.lookAtOpen, this.scanClosed, this.lookUpThoseWhoLeft];
		// A backlog comes first: it ends, and who leaves the open sessions meanwhile is found afterwards.
		const first = state.closed.backlog ? 1 : (state.turn ?? 0);
		let missed: number | undefined;
		for (const place of steps.map((_, index) => (first + index) % steps.length)) {
			if (this.means.budget.allowsRequest) await steps[place]?.call(this, poll);
			else missed ??= place;
		}
		// Somebody has to learn of it. Where the round gets on, every other poll fails, so that those between keep what they did.
		const cameToNothing = poll.failure !== undefined && poll.found.length === 0;
		if (cameToNothing && !(poll.hasTurned && tossCoin(this.means.now()))) throw poll.failure;

		const found = poll.found.sort((one, other) => closedAt(one) - closedAt(other));
		return {
			items: found.map((session) => sessionItem(session, this.sessions.simplify)),
			names: codesOf(found),
			state: { ...poll.state, turn: missed },
		};
	}

	takeBack(state: ClosedState, names: string[]): ClosedState {
		return { ...state, again: pack(new Set([...unpack(state.again ?? ''), ...names])) };
	}

	async samples(): Promise<IDataObject[]> {
		const { records } = await this.sessions.page('closed');
		return latest(records, this.sessions.simplify);
	}

	spare(state: ClosedState): ClosedState {
		return state;
	}

	/** One page of the open sessions; at the end of the list, whoever was not met has left. */
	private async lookAtOpen(poll: Poll): Promise<void> {
		const { state } = poll;
		const now = this.means.now();
		const read = async (offset?: string) => await openPage(this.sessions, this.means, offset);
		const { page, roster } = await readNextPage(state.open, read);
		const roundBegan = roster.offset === undefined ? now : state.roundBegan;
		const oldest = Math.min(...page.records.map((session) => madeAt(session) ?? Infinity));
		// What follows was met before; the window is for clocks that differ.
		const isMet = page.next === undefined || oldest < state.metUntil - SESSION_WINDOW;
		const turned = turn(meet(roster, codesOf(page.records)), page.next);
		const left = unpack(state.left);
		for (const code of turned.left) left.add(code);
		for (const code of codesOf(page.records)) left.delete(code);
		poll.hasTurned = turned.roster.offset !== state.open.offset;
		poll.state = {
			...state,
			open: turned.roster,
			roundBegan,
			metUntil: isMet ? roundBegan : state.metUntil,
			left: pack(left),
			closed: reopened(state.closed, page.records),
		};
	}

	/** The newest closed sessions, where it is time to look at them. Whoever is found there needs no looking up. */
	private async scanClosed(poll: Poll): Promise<void> {
		const { state } = poll;
		const room = this.means.maxItems - poll.found.length;
		if (room <= 0 || !this.closed.isFullScanDue(state.closed)) return;
		const { items, state: closed } = await this.closedWith(room).next(state.closed, state.metUntil);
		const found = items as unknown as Session[];
		const codes = codesOf(found);
		poll.found.push(...found);
		poll.state = {
			...state,
			closed,
			open: release(state.open, codes),
			left: without(state.left, codes),
			again: without(state.again ?? '', codes),
		};
	}

	/** Looks up who has left the open sessions, each once. A session that is neither open nor closed is no event. */
	private async lookUpThoseWhoLeft(poll: Poll): Promise<void> {
		const { state, found } = poll;
		const { means } = this;
		const again = unpack(state.again ?? '');
		const room = means.maxItems - found.length;
		const { sessions, failure } = await lookUp(
			this.sessions,
			means,
			again,
			unpack(state.left),
			room,
		);
		const seen = new SeenIds(state.closed.seen);
		const waiting: string[] = [];
		for (const [code, session] of sessions) {
			if (!session) continue;
			if (isStillOpen(session, means.now()) && !again.has(code)) waiting.push(code);
			if (!isClosed(session)) continue;
			if (seen.has(identify(session)) && !again.has(code)) continue;
			seen.add(identify(session), Math.max(closedAt(session), madeAt(session) ?? 0));
			found.push(session);
		}
		const done = [...sessions.keys()];
		poll.failure = done.length === 0 ? failure : undefined;
		poll.state = {
			...state,
			open: meet(state.open, waiting),
			left: without(state.left, done),
			again: without(state.again ?? '', done),
			closed: { ...state.closed, seen: seen.save(state.closed.floor) },
		};
	}
}

export const sessionClosed = sessionEvent(
	'Session Closed',
	'When a support session is closed',
	(sessions, means) => new SessionClosed(sessions, means),
	'at least 2,880 calls a day',
);

function without(packed: string, codes: string[]): string {
	const rest = unpack(packed);
	for (const code of codes) rest.delete(code);
	return pack(rest);
}
