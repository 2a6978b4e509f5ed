import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { RESCAN } from '../../../../nodes/TeamViewer/trigger/engine/feed/scans';
import { asJson, Refusal, type Answers } from './line';
import { BEGIN, HOUR, MINUTE, told } from './moments';
import { ReportModel, type Connection } from './reportModel';
import type { ReportHappening, ReportStory } from './reportStory';
import { Simulation } from './simulation';
import type { Watcher } from './watcher';
import { budgetOf } from './workflowStory';
import { world } from './world';

/**
 * So often a poll may bring nothing before the account counts as caught up: twenty hours, with a full scan at least in every
 * quarter of the longest window.
 */
const QUIET_POLLS = 40;
const BETWEEN_QUIET_POLLS = 30 * MINUTE;

/** Plays a story to its end and tells what was promised and not kept. */
export async function play(story: ReportStory): Promise<string[]> {
	return await new ReportSimulation(story).play();
}

class ReportSimulation extends Simulation {
	private readonly model: ReportModel;
	private options;
	private shortestPromise: number;
	private hasOtherFilters = false;
	/** When 'Longest Connection' was raised, by n8n's clock. */
	private readonly raises: number[] = [];

	constructor(protected override readonly story: ReportStory) {
		super(story);
		this.options = story.options;
		this.shortestPromise = story.options.longestHours;
		this.model = new ReportModel(story.connections, story.manners, () => world.time);
		Object.assign(RESCAN, story.rescan);
	}

	protected readonly answers: Answers = (path, query) => {
		if (path !== '/reports/connections') throw new Refusal(404);
		const { offset_id: token, ...asked } = query;
		const { records, next, remaining } = this.model.list(asked, token);
		return { ...asJson('records', { records, next, remaining }) };
	};

	protected parametersOf({ isOther }: Watcher): INodeParameters {
		const { story, options } = this;
		return {
			triggerOn: 'connectionReportCreated',
			simplify: false,
			filters: {
				minimumDuration: story.minimumDuration / MINUTE,
				// The account's list does not depend on it; what the state tells of does.
				...(this.hasOtherFilters && { username: 'Ada' }),
				...(isOther && { deviceName: 'Desk' }),
			},
			options: {
				lateReportWindow: options.lateWindowHours,
				longestConnection: options.longestHours,
				maxItems: options.maxItems,
				delivery: story.delivery,
				...(story.backfill !== undefined && {
					backfillFrom: new Date(BEGIN + story.skew - story.backfill).toISOString(),
				}),
			},
		};
	}

	protected nameOf({ id }: IDataObject): string {
		return String(id).toLowerCase();
	}

	protected override get takeOver(): number {
		return this.options.lateWindowHours * HOUR;
	}

	async play(): Promise<string[]> {
		await this.poll();
		for (const { after, happens } of this.story.steps) {
			world.time += after;
			await this.happens(happens);
		}
		await this.catchUp();
		for (const watcher of this.watchers) {
			if (watcher === this.watcher || watcher === this.copy) this.compare(watcher);
			this.compareRepeats(watcher);
		}
		return this.complaints;
	}

	private async happens(happening: ReportHappening): Promise<void> {
		switch (happening.kind) {
			case 'shuffled poll':
				this.model.shuffled = true;
				await this.poll();
				this.model.shuffled = false;
				return;
			case 'options':
				if (happening.options.longestHours > this.options.longestHours) {
					this.raises.push(world.time + this.story.skew);
				}
				this.options = happening.options;
				this.shortestPromise = Math.min(this.shortestPromise, happening.options.longestHours);
				return await this.publish();
			case 'other filters':
				this.hasOtherFilters = true;
				for (const watcher of this.watchers) watcher.expectsBaseline = true;
				return await this.publish();
			case 'made anew':
				// A new node does its backfill anew.
				if (this.story.backfill !== undefined) return await this.poll();
				return await this.happen(happening);
			default:
				return await this.happen(happening);
		}
	}

	protected check(items: IDataObject[]): void {
		if (items.length > this.options.maxItems) this.complaints.push(`${items.length} items at once`);
		let last = '';
		for (const { id, end_date } of items) {
			if (typeof end_date !== 'string') this.complaints.push(`${id} was emitted without an end`);
			if (String(end_date) < last) this.complaints.push(`${id} was emitted after a later one`);
			last = String(end_date);
		}
	}

	/** n8n goes on undisturbed until nothing comes any more. */
	private async catchUp(): Promise<void> {
		const last = Math.max(0, ...this.story.connections.map(({ publishedAt }) => publishedAt));
		world.time = Math.max(world.time, last) + MINUTE;
		const emissions = () => this.watchers.reduce((sum, { emitted }) => sum + emitted.size, 0);
		for (let quiet = 0, polls = 0; quiet < QUIET_POLLS; quiet++, polls++) {
			const before = emissions();
			await this.poll();
			if (emissions() > before) quiet = 0;
			if (polls > 5_000) return void this.complaints.push('n8n never caught up');
			world.time += BETWEEN_QUIET_POLLS;
		}
	}

	private compareRepeats({ node, emitted }: Watcher): void {
		for (const [id, emissions] of emitted) {
			if (emissions.length > 1) {
				const moments = emissions.map(({ at }) => told(at)).join(' and ');
				this.complaints.push(`${id} was emitted ${moments} by ${node.name}`);
			}
		}
	}

	private compare(watcher: Watcher): void {
		for (const connection of this.story.connections) {
			const { id, publishedAt } = connection;
			const says = `${id}, listed ${told(publishedAt)},`;
			const emissions = watcher.emitted.get(id) ?? [];
			const verdict = this.expectation(watcher, connection);
			const isExcused = this.story.delivery === 'atMostOnce' && watcher.lost.has(id);
			if (verdict === 'must' && emissions.length === 0 && !isExcused) {
				this.complaints.push(`${says} was lost by ${watcher.node.name}`);
			}
			if (verdict === 'must not' && emissions.length > 0) {
				const moments = emissions.map(({ at }) => told(at)).join(' and ');
				this.complaints.push(`${says} was not new to ${watcher.node.name}, but emitted ${moments}`);
			}
		}
	}

	private expectation(
		{ baselines }: Watcher,
		{ start, end, publishedAt, deletedAt }: Connection,
	): 'must' | 'may' | 'must not' {
		const { skew, backfill, minimumDuration } = this.story;
		const [first] = baselines;
		const last = baselines.at(-1);
		if (!first || !last) return 'may';
		if (end - start < minimumDuration) return 'must not';

		const isBackfilled = backfill !== undefined && start >= BEGIN + skew - backfill;
		if (publishedAt < first.from && !isBackfilled) {
			// What comes into view with a longer 'Longest Connection' and has not ended yet by n8n's clock looks new.
			const cameIntoView = this.raises.some((at) => end >= at);
			return cameIntoView && end - start > this.shortestPromise * HOUR ? 'may' : 'must not';
		}

		const isPromised = deletedAt === Infinity && end - start <= this.shortestPromise * HOUR;
		const wasShallow = baselines.some(({ from }) => this.isTooMuch(from)) && end < last.until;
		if (!isPromised || wasShallow) return 'may';
		if (publishedAt > last.until) return 'must';
		return baselines.length === 1 && isBackfilled && publishedAt < first.from ? 'must' : 'may';
	}

	/** Whether a first poll could run out of time: then it reaches back less far than reports may be late. */
	private isTooMuch(begun: number): boolean {
		const { connections, manners, latency } = this.story;
		const listed = connections.filter(({ publishedAt }) => publishedAt <= begun).length;
		return ((listed + 20) / manners.pageSize + 2) * latency > budgetOf(this.story);
	}
}
