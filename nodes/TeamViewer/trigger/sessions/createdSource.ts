import type { IDataObject } from 'n8n-workflow';

import type { Outcome, Source } from '../source';
import { shortCode } from './codes';
import type { SessionOptions, SessionWorld, States } from './sessionWorld';
import { latest, sessionItem } from './sessionItem';
import {
	afterGlance,
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
	type TimelineDecision,
	type Unfinished,
} from './timeline';

/**
 * Sessions when they are made. Open ones are looked at in every poll; closed ones too while they are few, otherwise now and
 * then: that finds those made and closed between two polls.
 */
export class CreatedSource implements Source<Timeline> {
	readonly emptyMessage = 'There is no session to show';
	readonly emptyRemedy = 'Create a session in TeamViewer, or change the filters.';

	constructor(
		private readonly world: SessionWorld,
		private readonly options: SessionOptions,
	) {}

	isState(value: unknown): value is Timeline {
		return isTimeline(value);
	}

	async begin(): Promise<Outcome<Timeline>> {
		const now = this.world.now();
		const reading = await this.read('open,closed', now - SESSION_WINDOW);
		return { items: [], state: beginTimeline(reading, MADE, now) };
	}

	async next(state: Timeline): Promise<Outcome<Timeline>> {
		const { news, timeline } = await this.decide(state);
		return { items: news.map((session) => sessionItem(session, this.options)), state: timeline };
	}

	async samples(): Promise<IDataObject[]> {
		const { records } = await this.world.list('open,closed');
		return latest(records).map((session) => sessionItem(session, this.options));
	}

	spare(state: Timeline): Timeline {
		return state;
	}

	private async decide(state: Timeline): Promise<TimelineDecision> {
		const { maxItems } = this.options;
		const now = this.world.now();
		if (!lookIsDue(state, now)) {
			const glance = await this.read('open', state.horizon);
			if (glance.complete) return afterGlance(state, glance, MADE, maxItems);
		}
		const reading = await this.read('open,closed', state.horizon, state.unfinished);
		return afterLook(state, reading, MADE, maxItems, now);
	}

	private async read(states: States, horizon: number, from?: Unfinished): Promise<SessionReading> {
		const { world } = this;
		const list = async (offset?: string) => await world.list(states, offset);
		const fromTop = async () => await readBack(list, world.budget, horizon);
		return from === undefined
			? await fromTop()
			: // The session that the look came to may be gone.
				await readBack(list, world.budget, horizon, from).catch(fromTop);
	}
}

/** A session comes into the list when it is made. */
const MADE: Kind = { identify: ({ code }) => shortCode(code), listedAt: madeAt };
