import type { IDataObject } from 'n8n-workflow';

import type { Session } from '../../teamviewer/types';
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
	readBack,
	SESSION_WINDOW,
	type SessionReading,
	type Timeline,
	type TimelineDecision,
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
		return { items: [], state: beginTimeline(reading, identify, now) };
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
			if (glance.complete) return afterGlance(state, glance, identify, maxItems);
		}
		const reading = await this.read('open,closed', state.horizon, state.unfinished?.offset);
		return afterLook(state, reading, identify, maxItems, now);
	}

	private async read(states: States, horizon: number, offset?: string): Promise<SessionReading> {
		const { world } = this;
		const list = async (from?: string) => await world.list(states, from);
		const fromTop = async () => await readBack(list, world.budget, horizon);
		return offset === undefined
			? await fromTop()
			: // The session that the look came to may be gone.
				await readBack(list, world.budget, horizon, offset).catch(fromTop);
	}
}

function identify({ code }: Session): string {
	return shortCode(code);
}
