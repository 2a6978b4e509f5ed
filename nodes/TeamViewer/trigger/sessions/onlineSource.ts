import type { IDataObject } from 'n8n-workflow';

import type { Page } from '../../teamviewer/pages';
import type { Session } from '../../teamviewer/types';
import type { Outcome, Source } from '../source';
import { shortCode } from './codes';
import { EMPTY_RING, isRing, meet, members, release, restart, turn, type Ring } from './ring';
import { latest, sessionItem } from './sessionItem';
import { openPage, type SessionOptions, type SessionWorld } from './sessionWorld';

/** What is known between two polls. */
export interface OnlineState {
	/** Open sessions whose customer waits. */
	online: Ring;
	/** The first round is not complete: who waits on a page that was not read yet may have waited before. */
	isFirstRound: boolean;
}

/**
 * Open sessions when their customer arrives, once per arrival. Where more sessions are open than fit on a page, the newest
 * are looked at in every poll and one more page in turn.
 */
export class OnlineSource implements Source<OnlineState> {
	readonly emptyMessage = 'No customer waits in an open session';
	readonly emptyRemedy =
		'Open the customer link of a session to see what the trigger emits, or change the filters.';

	constructor(
		private readonly world: SessionWorld,
		private readonly options: SessionOptions,
	) {}

	isState(value: unknown): value is OnlineState {
		if (typeof value !== 'object' || value === null) return false;
		const { online, isFirstRound } = value as Partial<OnlineState>;
		return isRing(online) && typeof isFirstRound === 'boolean';
	}

	async begin(): Promise<Outcome<OnlineState>> {
		let ring = EMPTY_RING;
		do {
			const page = await openPage(this.world, ring.offset);
			ring = turn(meet(ring, online(page)), page.next).ring;
		} while (ring.offset !== undefined && this.world.budget.allowsRequest);
		return { items: [], state: { online: ring, isFirstRound: ring.offset !== undefined } };
	}

	async next(state: OnlineState): Promise<Outcome<OnlineState>> {
		const top = await openPage(this.world);
		const arrivals = this.arrivals(state.online, top, this.options.maxItems);
		let ring = visit(state.online, top, arrivals);
		if (top.next === undefined) {
			return this.outcome(arrivals, { online: turn(ring, undefined).ring, isFirstRound: false });
		}

		const next = ring.offset ?? top.next;
		const further = await openPage(this.world, next).catch(async (error: unknown) => {
			ring = visit(restart(ring, error), top, arrivals);
			return await openPage(this.world, top.next);
		});
		// Nobody in the first round is an arrival, so everybody has room in it.
		const room = state.isFirstRound ? Infinity : this.options.maxItems - arrivals.length;
		const others = this.arrivals(ring, further, room);
		ring = turn(visit(ring, further, others), further.next).ring;
		return this.outcome(state.isFirstRound ? arrivals : [...others, ...arrivals], {
			online: ring,
			isFirstRound: state.isFirstRound && ring.offset !== undefined,
		});
	}

	async samples(): Promise<IDataObject[]> {
		const { records } = await this.world.list('open');
		return latest(records.filter(({ online: waits }) => waits === true)).map((session) =>
			sessionItem(session, this.options),
		);
	}

	spare(state: OnlineState): OnlineState {
		return state;
	}

	/** Who waits now and did not before, oldest session first, as many as there is room for. */
	private arrivals(ring: Ring, { records }: Page<Session>, room: number): Session[] {
		const known = members(ring);
		return records
			.filter(({ code, online: waits }) => waits === true && !known.has(shortCode(code)))
			.reverse()
			.slice(0, room);
	}

	private outcome(sessions: Session[], state: OnlineState): Outcome<OnlineState> {
		return { items: sessions.map((session) => sessionItem(session, this.options)), state };
	}
}

/** Those who still wait and those who arrived are met; those who went are let go. Who found no room stays a stranger. */
function visit(ring: Ring, page: Page<Session>, arrivals: Session[]): Ring {
	const known = members(ring);
	const waiting = online(page);
	const arrived = arrivals.map(({ code }) => shortCode(code));
	const gone = page.records.map(({ code }) => shortCode(code)).filter((code) => !waiting.has(code));
	return meet(release(ring, gone), [...[...waiting].filter((code) => known.has(code)), ...arrived]);
}

function online({ records }: Page<Session>): Set<string> {
	return new Set(
		records.filter(({ online: waits }) => waits === true).map(({ code }) => shortCode(code)),
	);
}
