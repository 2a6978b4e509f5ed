import type { IDataObject } from 'n8n-workflow';

import type { Page } from '../../teamviewer/pages';
import type { Session } from '../../teamviewer/types';
import type { Engine, Means, Outcome } from '../engine/engine';
import { form, isSwitch, isText, optional } from '../engine/form';
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
import { pack, shortCode, unpack } from '../engine/sessionCodes';
import { codesOf, lookUp, tossCoin } from './lookUps';
import {
	latest,
	openPage,
	SESSION_WINDOW,
	sessionEvent,
	sessionItem,
	type Sessions,
} from './sessions';

/** What is known between two polls. */
export interface OnlineState {
	/** Open sessions whose customer waits. */
	online: Roster;
	/** The first round is not complete: who waits on a page that was not read yet may have waited before. */
	isFirstRound: boolean;
	/** The poll before had no time for its second page, so this one begins with it. */
	secondPageIsDue?: boolean;
	/** Arrivals to be given once more, by looking them up; packed short codes. */
	again?: string;
}

const isOnlineState = form<OnlineState>({
	online: isRoster,
	isFirstRound: isSwitch,
	secondPageIsDue: optional(isSwitch),
	again: optional(isText),
});

/**
 * Open sessions when their customer arrives, once per arrival. Where more sessions are open than fit on a page of 1000, the
 * newest 1000 are looked at in every poll and one more page in turn: with 5000 open sessions, the others come up every
 * fourth poll.
 */
class SessionOnline implements Engine<OnlineState> {
	readonly emptyMessage = 'No customer waits in an open session';
	readonly emptyRemedy =
		'Open the customer link of a session to see what the trigger emits, or change the filters.';
	readonly window = SESSION_WINDOW;

	constructor(
		private readonly sessions: Sessions,
		private readonly means: Means,
	) {}

	readState(value: unknown): OnlineState | undefined {
		return isOnlineState(value) ? value : undefined;
	}

	async begin(): Promise<Outcome<OnlineState>> {
		let roster = EMPTY_ROSTER;
		const asked = new Set<string | undefined>();
		do {
			const page = await this.page(roster.offset, asked);
			roster = turn(meet(roster, waiting(page)), page.next).roster;
		} while (roster.offset !== undefined && this.means.budget.allowsRequest);
		const state = { online: roster, isFirstRound: roster.offset !== undefined };
		return { items: [], names: [], state };
	}

	async next(state: OnlineState): Promise<Outcome<OnlineState>> {
		const { found, state: next } = state.secondPageIsDue
			? await this.readSecondPage(state, [])
			: await this.readFirstPage(state);
		return await this.giveAgain(found, next);
	}

	takeBack(state: OnlineState, names: string[]): OnlineState {
		return { ...state, again: pack(new Set([...unpack(state.again ?? ''), ...names])) };
	}

	async samples(): Promise<IDataObject[]> {
		const { records } = await this.sessions.page('open');
		return latest(
			records.filter(({ online }) => online === true),
			this.sessions.simplify,
		);
	}

	spare(state: OnlineState): OnlineState {
		return state;
	}

	/** The newest sessions; of the others, a page, where there is time for it. */
	private async readFirstPage(state: OnlineState) {
		const top = await this.page();
		const found = this.arrivals(state.online, top, this.means.maxItems);
		const online = visit(state.online, top, found);
		if (top.next === undefined) {
			const { roster } = turn(online, undefined);
			return { found, state: { ...state, online: roster, isFirstRound: false } };
		}
		const onward = { ...state, online: { ...online, offset: online.offset ?? top.next } };
		return this.means.budget.allowsRequest
			? await this.readSecondPage(onward, found, top)
			: { found, state: { ...onward, secondPageIsDue: true } };
	}

	/**
	 * A page further down.
	 *
	 * @param before who arrived on the first page.
	 * @param top the first page, where this poll read it.
	 */
	private async readSecondPage(state: OnlineState, before: Session[], top?: Page<Session>) {
		const read = async (offset?: string) => await this.page(offset);
		const { page, roster: next } = await readNextPage(state.online, read, top?.next);
		const hasBegunAnew = next !== state.online;
		const roster = top && hasBegunAnew ? visit(next, top, before) : next;
		// Nobody in the first round is an arrival, so everybody has room in it.
		const room = state.isFirstRound ? Infinity : this.means.maxItems - before.length;
		const others = this.arrivals(roster, page, room);
		const { roster: online } = turn(visit(roster, page, others), page.next);
		return {
			found: state.isFirstRound ? before : [...others, ...before],
			state: {
				...state,
				online,
				isFirstRound: state.isFirstRound && online.offset !== undefined,
				secondPageIsDue: undefined,
			},
		};
	}

	/** Adds the arrivals that another process gave and may have lost, also where the customer has left since. */
	private async giveAgain(found: Session[], state: OnlineState): Promise<Outcome<OnlineState>> {
		const again = unpack(state.again ?? '');
		for (const code of codesOf(found)) again.delete(code);
		const room = this.means.maxItems - found.length;
		const { sessions, failure } = await lookUp(this.sessions, this.means, again, [], room);
		for (const [code, session] of sessions) {
			again.delete(code);
			if (session) found.unshift(session);
		}
		// Somebody has to learn of it; every other poll does not fail, and keeps how far the round came.
		const cameToNothing = failure !== undefined && sessions.size === 0 && found.length === 0;
		if (cameToNothing && tossCoin(this.means.now())) throw failure;
		return {
			items: found.map((session) => sessionItem(session, this.sessions.simplify)),
			names: codesOf(found),
			state: { ...state, again: again.size > 0 ? pack(again) : undefined },
		};
	}

	/** Who waits now and did not before, oldest session first, as many as there is room for. */
	private arrivals(roster: Roster, { records }: Page<Session>, room: number): Session[] {
		const known = members(roster);
		return records
			.filter(({ code, online }) => online === true && !known.has(shortCode(code)))
			.reverse()
			.slice(0, room);
	}

	private async page(offset?: string, asked?: Set<string | undefined>): Promise<Page<Session>> {
		return await openPage(this.sessions, this.means, offset, asked);
	}
}

export const sessionOnline = sessionEvent(
	'Customer Waiting',
	'When the customer of an open support session is online and waits',
	(sessions, means) => new SessionOnline(sessions, means),
);

/** Those who still wait and those who arrived are met; those who went are let go. Who found no room stays a stranger. */
function visit(roster: Roster, page: Page<Session>, arrivals: Session[]): Roster {
	const known = members(roster);
	const online = waiting(page);
	const gone = codesOf(page.records).filter((code) => !online.has(code));
	return meet(release(roster, gone), [
		...[...online].filter((code) => known.has(code)),
		...codesOf(arrivals),
	]);
}

function waiting({ records }: Page<Session>): Set<string> {
	return new Set(codesOf(records.filter(({ online }) => online === true)));
}
