import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { RESCAN } from '../../../../nodes/TeamViewer/trigger/engine/feed/scans';
import { asJson, Refusal, type Answers } from './line';
import { HOUR, MINUTE, told } from './moments';
import { SessionModel, type Life, type Span } from './sessionModel';
import type { SessionStory } from './sessionStory';
import { Simulation } from './simulation';
import type { Watcher } from './watcher';
import { budgetOf } from './workflowStory';
import { world } from './world';

/** So often a poll may bring nothing before n8n counts as caught up: enough for every page in turn. */
const QUIET_POLLS = 40;

/** So long after it was made, a session may come under the filters and count as created. */
const LATE = 24 * HOUR;

/** Plays a story to its end and tells what was promised and not kept. */
export async function playSessions(story: SessionStory): Promise<string[]> {
	return await new SessionSimulation(story).play();
}

class SessionSimulation extends Simulation {
	private readonly model: SessionModel;
	/** When polls of the node began, by TeamViewer's clock. */
	private readonly polls: number[] = [];

	constructor(protected override readonly story: SessionStory) {
		super(story);
		this.model = new SessionModel(story.lives, story.manners, () => world.time);
		Object.assign(RESCAN, { cheap: 60, restPerRecord: 1_000 });
	}

	protected readonly answers: Answers = (path, query) => {
		const [, code] = /^\/sessions\/(.+)$/.exec(path) ?? [];
		if (code !== undefined) return this.model.find(decodeURIComponent(code)) ?? new Refusal(404);
		return asJson('sessions', this.model.list(query.state ?? 'open', query.offset));
	};

	protected parametersOf({ isOther }: Watcher): INodeParameters {
		return {
			triggerOn: this.story.event,
			simplify: false,
			// The account's list does not depend on it; what the state tells of does.
			filters: isOther ? { group: { __rl: true, mode: 'id', value: 'g1' } } : {},
			options: { maxItems: this.story.maxItems, delivery: this.story.delivery },
		};
	}

	protected nameOf({ code, closed_at }: IDataObject): string {
		return this.story.event === 'sessionClosed' ? `${code} ${closed_at}` : String(code);
	}

	async play(): Promise<string[]> {
		await this.poll();
		for (const { after, happens } of this.story.steps) {
			world.time += after;
			await this.happen(happens);
		}
		await this.catchUp();
		for (const watcher of [this.watcher, ...(this.copy ? [this.copy] : [])]) {
			for (const life of this.story.lives) this.compare(watcher, life);
		}
		return this.complaints;
	}

	protected override async poll(...how: Parameters<Simulation['poll']>): Promise<void> {
		this.polls.push(world.time);
		await super.poll(...how);
	}

	protected check(items: IDataObject[]): void {
		if (items.length > this.story.maxItems) this.complaints.push(`${items.length} items at once`);
	}

	private async catchUp(): Promise<void> {
		const moments = this.story.lives.flatMap(({ made, closed, waiting, away }) =>
			[
				made,
				...[...closed, ...waiting, ...away].flatMap(({ from, until }) => [from, until]),
			].filter(Number.isFinite),
		);
		world.time = Math.max(world.time, ...moments) + MINUTE;
		for (let quiet = 0; quiet < QUIET_POLLS; quiet++) {
			const before = this.count();
			await this.poll();
			if (this.count() > before) quiet = 0;
			world.time += 6 * MINUTE;
		}
	}

	private count(): number {
		return this.watchers
			.flatMap(({ emitted }) => [...emitted.values()])
			.reduce((sum, emissions) => sum + emissions.length, 0);
	}

	private compare(watcher: Watcher, life: Life): void {
		if (watcher.baselines.length === 0) return;
		switch (this.story.event) {
			case 'sessionCreated':
				return this.compareCreated(watcher, life);
			case 'sessionClosed':
				return this.compareClosed(watcher, life);
			case 'sessionOnline':
				return this.compareOnline(watcher, life);
		}
	}

	private compareCreated(watcher: Watcher, { code, made, away, forgotten }: Life): void {
		const { from } = watcher.baselines[0] as Span;
		const count = watcher.emitted.get(code)?.length ?? 0;
		const says = `${code}, made ${told(made)},`;
		if (count > 1) this.complaints.push(`${says} was emitted ${count} times`);
		// A session that comes into the group later is new when it comes.
		const wasAway = watcher.baselines.some((span) => away.some((gap) => gap.from < span.until));
		if (made < from && count > 0 && !wasAway) this.complaints.push(`${says} was not new`);
		const last = watcher.baselines.at(-1) as Span;
		const isSure =
			made > last.until &&
			forgotten === Infinity &&
			this.wasSeenInTime(made, away) &&
			!this.isExcused(watcher, code);
		if (isSure && count === 0) this.complaints.push(`${says} was lost`);
	}

	/** Whether a poll could see it within a day. What comes into view later is not promised. */
	private wasSeenInTime(made: number, away: Span[]): boolean {
		if (away.length === 0) return true;
		const comesBack = away[0]?.from === made ? (away[0]?.until ?? 0) : undefined;
		return comesBack !== undefined && away.length === 1 && comesBack - made < LATE - HOUR;
	}

	private compareClosed(watcher: Watcher, { code, made, closed, away, forgotten }: Life): void {
		const { from } = watcher.baselines[0] as Span;
		const { until } = watcher.baselines.at(-1) as Span;
		for (const [index, closing] of closed.entries()) {
			const at = `${new Date(closing.from).toISOString().slice(0, 19)}Z`;
			const name = `${code} ${at}`;
			const count = watcher.emitted.get(name)?.length ?? 0;
			const says = `${code}, closed ${told(closing.from)},`;
			if (count > 1) this.complaints.push(`${says} was emitted ${count} times`);
			const wasAway = away.some((span) => span.from < until);
			if (closing.from < from && count > 0 && !wasAway) this.complaints.push(`${says} was not new`);
			const isGone = away.some((span) => span.until === Infinity && span.from < closing.from);
			if (isGone && count > 0) this.complaints.push(`${says} was out of sight`);
			const isSure =
				index === 0 &&
				closing.until === Infinity &&
				away.length === 0 &&
				forgotten === Infinity &&
				(made > until || !this.wasShallow()) &&
				!this.isExcused(watcher, name);
			if (isSure && closing.from > until && count === 0) this.complaints.push(`${says} was lost`);
		}
	}

	private compareOnline(watcher: Watcher, life: Life): void {
		const { code, made, closed, waiting, away, forgotten } = life;
		const { from } = watcher.baselines[0] as Span;
		const { until } = watcher.baselines.at(-1) as Span;
		const count = watcher.emitted.get(code)?.length ?? 0;
		const arrivals = waiting.filter((span) => span.until > from);
		const waitedBefore = arrivals.some((span) => span.from < from);
		// Whoever waits while the session goes out of sight and comes back arrives once more.
		const gaps = closed.length + away.length;
		const mostly = arrivals.length + gaps - (waitedBefore && gaps === 0 ? 1 : 0);
		if (count > mostly) this.complaints.push(`${code} was emitted ${count} times for ${mostly}`);
		const last = waiting.at(-1);
		// Who went away and came back between two polls was waiting all the time, as far as anybody can see.
		const isSure =
			last !== undefined &&
			waiting.length === 1 &&
			last.until === Infinity &&
			gaps === 0 &&
			forgotten === Infinity &&
			(made > until || !this.wasShallow()) &&
			!this.isExcused(watcher, code);
		if (isSure && last.from > until && count === 0) {
			this.complaints.push(`${code}, waiting since ${told(last.from)}, was lost`);
		}
	}

	private isExcused(watcher: Watcher, name: string): boolean {
		return this.story.delivery === 'atMostOnce' && watcher.lost.has(name);
	}

	/** A first poll that runs out of time has not seen every open session. */
	private wasShallow(): boolean {
		const { lives, manners, latency } = this.story;
		return (lives.length / manners.pageSize + 2) * latency > budgetOf(this.story);
	}
}
