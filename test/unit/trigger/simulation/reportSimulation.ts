import type { IDataObject } from 'n8n-workflow';

import { Budget } from '../../../../nodes/TeamViewer/trigger/budget';
import { ReportSource } from '../../../../nodes/TeamViewer/trigger/reports/reportSource';
import type { ReportState } from '../../../../nodes/TeamViewer/trigger/reports/state';
import type { Source } from '../../../../nodes/TeamViewer/trigger/source';
import { BEGIN, HOUR, MINUTE, told } from './moments';
import { DefaultEngine, DurableEngine, type PolledNode } from './n8nModel';
import { ReportModel, type Connection } from './reportModel';
import type { Happening, ReportStory } from './reportStory';

/** So often a poll may bring nothing before the account counts as caught up. */
const QUIET_POLLS = 14;

/** A first poll of a filter, from its first request to its end; TeamViewer's clock. */
interface Baseline {
	begun: number;
	done: number;
	/** How many records were listed when it began. */
	listed: number;
}

/** Plays a story to its end and tells what was promised and not kept. */
export async function play(story: ReportStory): Promise<string[]> {
	return await new ReportSimulation(story).play();
}

class ReportSimulation {
	private time = BEGIN;
	private readonly model: ReportModel;
	private readonly n8n: DefaultEngine | DurableEngine;
	private readonly node: PolledNode = { name: 'Trigger', subject: 1 };
	private options;
	private shortestPromise: number;
	private failsAt = 0;
	private needsActivation = true;
	private expectsBaseline = true;
	/** Whether the trigger is in the middle of something that takes more than one poll. */
	private isBehind = false;
	private baselines: Baseline[] = [];
	/** When 'Longest Connection' was raised, by n8n's clock. */
	private readonly raises: number[] = [];
	/** When each report was emitted. */
	private readonly emitted = new Map<string, number[]>();
	private readonly complaints: string[] = [];

	constructor(private readonly story: ReportStory) {
		this.options = story.options;
		this.shortestPromise = story.options.longestHours;
		this.model = new ReportModel(story.connections, story.manners, () => this.time);
		this.n8n = story.engine === 'default' ? new DefaultEngine() : new DurableEngine();
	}

	async play(): Promise<string[]> {
		await this.poll();
		for (const { after, happens } of this.story.steps) {
			this.time += after;
			await this.happen(happens);
		}
		await this.catchUp();
		this.compare();
		return this.complaints;
	}

	private async happen(happening: Happening): Promise<void> {
		switch (happening.kind) {
			case 'poll':
				return await this.poll();
			case 'failing poll':
				this.failsAt = happening.at;
				return await this.poll();
			case 'shuffled poll':
				this.model.shuffled = true;
				await this.poll();
				this.model.shuffled = false;
				return;
			case 'two polls at once':
				// The durable engine never runs two polls of a node at once.
				if (this.story.engine === 'durable' || this.needsActivation) return await this.poll();
				await Promise.all([this.poll(), this.poll()]);
				return;
			case 'restart':
				this.n8n.restart();
				this.needsActivation ||= this.n8n.activatesAtStart;
				return await this.poll();
			case 'lost lease':
				if (this.n8n instanceof DurableEngine) this.n8n.losesLease = true;
				return await this.poll();
			case 'options':
				if (happening.options.longestHours > this.options.longestHours) {
					this.raises.push(this.time + this.story.skew);
				}
				this.options = happening.options;
				this.shortestPromise = Math.min(this.shortestPromise, happening.options.longestHours);
				this.needsActivation = true;
				return await this.poll();
			case 'other filters':
				this.node.subject = 2;
				this.needsActivation = true;
				this.expectsBaseline = true;
				return await this.poll();
			case 'renamed':
				// Nobody can tell whether a poll that left no state was dropped or ran under the old name: a dropped poll and a
				// new name before the next poll are more than the trigger promises to survive.
				if (this.story.engine === 'durable') await this.poll();
				this.node.name = this.node.name === 'Trigger' ? 'Reports' : 'Trigger';
				this.needsActivation = true;
				return await this.poll();
		}
	}

	private async poll(): Promise<void> {
		const { story } = this;
		const begun = this.time;
		let requests = 0;
		const failsAt = this.failsAt;
		this.failsAt = 0;
		const world = {
			now: () => this.time + story.skew,
			budget: new Budget(story.budget, () => this.time),
			list: async (...asked: Parameters<ReportModel['list']>) => {
				requests += 1;
				// Two polls at once take turns here.
				await Promise.resolve();
				const answer = this.model.list(...asked);
				this.time += story.latency;
				if (requests === failsAt) throw new Error('TeamViewer fails');
				return answer;
			},
		};
		const source = this.watched(
			new ReportSource(
				world,
				{},
				{
					lateWindow: this.options.lateWindowHours * HOUR,
					longest: this.options.longestHours * HOUR,
					maxItems: this.options.maxItems,
					minimumDuration: story.minimumDuration,
					thrift: story.thrift,
					...(story.backfill !== undefined && {
						backfillFrom: BEGIN + story.skew - story.backfill,
					}),
				},
				false,
			),
			begun,
		);
		try {
			const items = this.needsActivation
				? await this.n8n.activate(this.node, source)
				: await this.n8n.tick(this.node, source);
			this.needsActivation = false;
			this.receive(items);
		} catch (error) {
			if (!/TeamViewer fails|unknown offset_id/.test(String(error))) this.complain(String(error));
		}
		const took = this.time - begun;
		if (took > story.budget + story.latency) this.complain(`a poll took ${took} ms`);
	}

	/** The source, watched for baselines: one that nobody expects would swallow what it finds. */
	private watched(source: ReportSource, begun: number): Source<unknown> {
		return {
			emptyMessage: '',
			emptyRemedy: '',
			isState: (value): value is unknown => source.isState(value),
			begin: async (isVeryFirst) => {
				if (!this.expectsBaseline) this.complain('a baseline was taken once more');
				const listed = this.model.list({}).remaining ?? 0;
				const outcome = await source.begin(isVeryFirst);
				this.expectsBaseline = false;
				this.baselines.push({
					begun,
					done: this.time,
					listed: listed + this.story.manners.pageSize,
				});
				return outcome;
			},
			next: async (state) => {
				const outcome = await source.next(state as ReportState);
				this.isBehind = outcome.state.pass !== undefined;
				return outcome;
			},
			samples: async () => await source.samples(),
			spare: (state, isBesideAnother) => source.spare(state as ReportState, isBesideAnother),
		};
	}

	private receive(items: IDataObject[]): void {
		if (items.length > this.options.maxItems) this.complain(`${items.length} items at once`);
		let last = '';
		for (const { id, end_date } of items) {
			const key = String(id).toLowerCase();
			this.emitted.set(key, [...(this.emitted.get(key) ?? []), this.time]);
			if (typeof end_date !== 'string') this.complain(`${key} was emitted without an end`);
			if (String(end_date) < last) this.complain(`${key} was emitted after a later one`);
			last = String(end_date);
		}
	}

	/** n8n goes on undisturbed until nothing comes any more. */
	private async catchUp(): Promise<void> {
		const last = Math.max(0, ...this.story.connections.map(({ publishedAt }) => publishedAt));
		this.time = Math.max(this.time, last) + MINUTE;
		for (let quiet = 0, polls = 0; quiet < QUIET_POLLS; quiet++, polls++) {
			const before = this.emitted.size;
			await this.poll();
			if (this.emitted.size > before || this.isBehind) quiet = 0;
			if (polls > 5_000) return this.complain('n8n never caught up');
			this.time += 6 * MINUTE;
		}
	}

	private compare(): void {
		for (const connection of this.story.connections) {
			const moments = this.emitted.get(connection.id) ?? [];
			const { publishedAt } = connection;
			const says = `${connection.id}, listed ${told(publishedAt)},`;
			if (moments.length > 1) {
				this.complain(`${says} was emitted ${moments.map(told).join(' and ')}`);
			}
			const verdict = this.expectation(connection);
			if (verdict === 'must' && moments.length === 0) this.complain(`${says} was lost`);
			if (verdict === 'must not' && moments.length > 0) {
				this.complain(`${says} was no news, but emitted ${moments.map(told).join(' and ')}`);
			}
		}
	}

	private expectation(connection: Connection): 'must' | 'may' | 'must not' {
		const { start, end, publishedAt, deletedAt } = connection;
		const { skew, backfill, latency, budget, manners, minimumDuration } = this.story;
		const first = this.baselines[0] as Baseline;
		const last = this.baselines.at(-1) as Baseline;
		if (end - start < minimumDuration) return 'must not';

		const isBackfilled = backfill !== undefined && start >= BEGIN + skew - backfill;
		if (publishedAt < first.begun && !isBackfilled) {
			// What comes into view with a longer 'Longest Connection' and has not ended yet by n8n's clock looks like news.
			const cameIntoView = this.raises.some((at) => end >= at);
			return cameIntoView && end - start > this.shortestPromise * HOUR ? 'may' : 'must not';
		}

		const isPromised = deletedAt === Infinity && end - start <= this.shortestPromise * HOUR;
		// A baseline that ran out of time reaches back less far than reports may be late.
		const wasShallow =
			this.baselines.some(({ listed }) => (listed / manners.pageSize + 2) * latency > budget) &&
			end < last.done;
		if (!isPromised || wasShallow) return 'may';
		if (publishedAt > last.done) return 'must';
		return this.baselines.length === 1 && isBackfilled && publishedAt < first.begun
			? 'must'
			: 'may';
	}

	private complain(text: string): void {
		this.complaints.push(text);
	}
}
