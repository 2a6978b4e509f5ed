import type { IDataObject } from 'n8n-workflow';

import { Budget } from '../../../../nodes/TeamViewer/trigger/budget';
import { ClosedSource } from '../../../../nodes/TeamViewer/trigger/sessions/closedSource';
import { CreatedSource } from '../../../../nodes/TeamViewer/trigger/sessions/createdSource';
import { OnlineSource } from '../../../../nodes/TeamViewer/trigger/sessions/onlineSource';
import type { Source } from '../../../../nodes/TeamViewer/trigger/source';
import { BEGIN, MINUTE, told } from './moments';
import { DefaultEngine, DurableEngine, type PolledNode } from './n8nModel';
import { SessionModel, type Life, type Span } from './sessionModel';
import type { SessionStep, SessionStory } from './sessionStory';

const SOURCES = {
	sessionClosed: ClosedSource,
	sessionCreated: CreatedSource,
	sessionOnline: OnlineSource,
};

/** So often a poll may bring nothing before n8n counts as caught up: enough for every page in turn. */
const QUIET_POLLS = 40;

/** Plays a story to its end and tells what was promised and not kept. */
export async function playSessions(story: SessionStory): Promise<string[]> {
	return await new SessionSimulation(story).play();
}

class SessionSimulation {
	private time = BEGIN;
	private readonly model: SessionModel;
	private readonly n8n: DefaultEngine | DurableEngine;
	private readonly node: PolledNode = { name: 'Trigger', subject: 1 };
	private failsAt = 0;
	private needsActivation = true;
	private baseline: Span | undefined;
	/** By code: when it was emitted, and how. */
	private readonly emitted = new Map<string, Array<{ at: number; item: IDataObject }>>();
	private readonly complaints: string[] = [];

	constructor(private readonly story: SessionStory) {
		this.model = new SessionModel(story.lives, story.manners, () => this.time);
		this.n8n = story.engine === 'default' ? new DefaultEngine() : new DurableEngine();
	}

	async play(): Promise<string[]> {
		await this.poll();
		for (const step of this.story.steps) {
			this.time += step.after;
			await this.happen(step);
		}
		await this.catchUp();
		for (const life of this.story.lives) this.compare(life);
		return this.complaints;
	}

	private async happen({ happens, at }: SessionStep): Promise<void> {
		if (happens === 'failing poll') this.failsAt = at;
		if (happens === 'restart') {
			this.n8n.restart();
			this.needsActivation ||= this.n8n.activatesAtStart;
		}
		if (happens === 'lost lease' && this.n8n instanceof DurableEngine) this.n8n.losesLease = true;
		if (happens === 'renamed') {
			// A dropped poll and a new name before the next poll are more than the trigger promises to survive.
			if (this.story.engine === 'durable') await this.poll();
			this.node.name = this.node.name === 'Trigger' ? 'Sessions' : 'Trigger';
			this.needsActivation = true;
		}
		const twice = happens === 'two polls at once' && this.story.engine === 'default';
		if (twice && !this.needsActivation) await Promise.all([this.poll(), this.poll()]);
		else await this.poll();
	}

	private async poll(): Promise<void> {
		const { story } = this;
		const begun = this.time;
		const failsAt = this.failsAt;
		this.failsAt = 0;
		let requests = 0;
		const ask = async <T>(question: () => T): Promise<T> => {
			requests += 1;
			// Two polls at once take turns here.
			await Promise.resolve();
			const answer = question();
			this.time += story.latency;
			if (requests === failsAt) throw new Error('TeamViewer fails');
			return answer;
		};
		const source: Source<unknown> = new SOURCES[story.event](
			{
				list: async (...asked) => await ask(() => this.model.list(...asked)),
				find: async (code) => await ask(() => this.model.find(code)),
				now: () => this.time + story.skew,
				budget: new Budget(story.budget, () => this.time),
			},
			{ maxItems: story.maxItems, simplify: false },
		);
		const begin = source.begin.bind(source);
		source.begin = async (isVeryFirst) => {
			const outcome = await begin(isVeryFirst);
			if (this.baseline) this.complaints.push('a baseline was taken once more');
			this.baseline = { from: begun, until: this.time };
			return outcome;
		};
		try {
			const items = this.needsActivation
				? await this.n8n.activate(this.node, source)
				: await this.n8n.tick(this.node, source);
			this.needsActivation = false;
			if (items.length > story.maxItems) this.complaints.push(`${items.length} items at once`);
			for (const item of items) {
				const code = String(item.code);
				this.emitted.set(code, [...(this.emitted.get(code) ?? []), { at: this.time, item }]);
			}
		} catch (error) {
			if (!/TeamViewer fails|unknown offset/.test(String(error)))
				this.complaints.push(String(error));
		}
		// A page of the round is read even when the time is over: without it the round would never get on.
		if (this.time - begun > story.budget + 2 * story.latency) {
			this.complaints.push(`a poll took ${this.time - begun} ms`);
		}
	}

	private async catchUp(): Promise<void> {
		const moments = this.story.lives.flatMap(({ made, closed, waiting, away }) =>
			[
				made,
				...[...closed, ...waiting, ...away].flatMap(({ from, until }) => [from, until]),
			].filter(Number.isFinite),
		);
		this.time = Math.max(this.time, ...moments) + MINUTE;
		for (let quiet = 0; quiet < QUIET_POLLS; quiet++) {
			const before = this.count();
			await this.poll();
			if (this.count() > before) quiet = 0;
			this.time += 6 * MINUTE;
		}
	}

	private count(): number {
		return [...this.emitted.values()].reduce((sum, moments) => sum + moments.length, 0);
	}

	private compare(life: Life): void {
		const emissions = this.emitted.get(life.code) ?? [];
		const check = {
			sessionCreated: () => this.compareCreated(life, emissions.length),
			sessionClosed: () =>
				this.compareClosed(
					life,
					emissions.map(({ item }) => Date.parse(String(item.closed_at))),
				),
			sessionOnline: () => this.compareOnline(life, emissions.length),
		};
		check[this.story.event]();
	}

	private compareCreated({ code, made, away, forgotten }: Life, count: number): void {
		const { from, until } = this.baseline as Span;
		const says = `${code}, made ${told(made)},`;
		if (count > 1) this.complaints.push(`${says} was emitted ${count} times`);
		// A session that comes into the group a little later is news when it comes.
		const wasAway = away.some((span) => span.from < until);
		if (made < from && count > 0 && !wasAway) this.complaints.push(`${says} was no news`);
		if (made > until && forgotten === Infinity && away.length === 0 && count === 0) {
			this.complaints.push(`${says} was lost`);
		}
	}

	private compareClosed({ code, made, closed, away, forgotten }: Life, closings: number[]): void {
		const { from, until } = this.baseline as Span;
		for (const [index, closing] of closed.entries()) {
			const at = Math.floor(closing.from / 1000) * 1000;
			const count = closings.filter((moment) => moment === at).length;
			const says = `${code}, closed ${told(closing.from)},`;
			if (count > 1) this.complaints.push(`${says} was emitted ${count} times`);
			const wasAway = away.some((span) => span.from < until);
			if (closing.from < from && count > 0 && !wasAway) this.complaints.push(`${says} was no news`);
			const isGone = away.some((span) => span.until === Infinity && span.from < closing.from);
			if (isGone && count > 0) this.complaints.push(`${says} was out of sight`);
			const isSure =
				index === 0 &&
				closing.until === Infinity &&
				away.length === 0 &&
				forgotten === Infinity &&
				(made > until || !this.wasShallow());
			if (isSure && closing.from > until && count === 0) this.complaints.push(`${says} was lost`);
		}
	}

	private compareOnline(
		{ code, made, closed, waiting, away, forgotten }: Life,
		count: number,
	): void {
		const { from, until } = this.baseline as Span;
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
			(made > until || !this.wasShallow());
		if (isSure && last.from > until && count === 0) {
			this.complaints.push(`${code}, waiting since ${told(last.from)}, was lost`);
		}
	}

	/** A first poll that runs out of time has not seen every open session. */
	private wasShallow(): boolean {
		const { lives, manners, latency, budget } = this.story;
		return (lives.length / manners.pageSize + 2) * latency > budget;
	}
}
