import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { RESCAN } from '../../../../nodes/TeamViewer/trigger/engine/feed/scans';
import { EventLogModel, type Occurrence } from './eventLogModel';
import type { EventLogStory } from './eventLogStory';
import { Refusal, type Answers } from './line';
import { HOUR, MINUTE } from './moments';
import { Simulation } from './simulation';
import type { Watcher } from './watcher';
import { budgetOf } from './workflowStory';
import { world } from './world';

/** So often a poll may bring nothing before the account counts as caught up; more often where it reads a few pages only. */
const QUIET_POLLS = 40;
const QUIET_POLLS_OF_FEW_PAGES = 400;
const FEW_PAGES = 20;

/** Plays a story to its end and tells what was promised and not kept. */
export async function playEventLog(story: EventLogStory): Promise<string[]> {
	return await new EventLogSimulation(story).play();
}

class EventLogSimulation extends Simulation {
	private readonly model: EventLogModel;

	constructor(protected override readonly story: EventLogStory) {
		super(story);
		this.model = new EventLogModel(story.occurrences, story.manners, () => world.time);
		Object.assign(RESCAN, { cheap: 60, restPerRecord: 1_000 });
	}

	protected readonly answers: Answers = (path, _query, body) => {
		if (path === '/EventLogging') return this.model.events(body);
		if (path === '/monitoring/alarms') return this.model.alarms(body);
		throw new Refusal(404);
	};

	protected parametersOf({ isOther }: Watcher): INodeParameters {
		const { event, maxItems, delivery, lateWindowHours } = this.story;
		const other = event === 'alarmRaised' ? { deviceId: '123456789' } : { eventTypes: 'Session' };
		return {
			triggerOn: event,
			simplify: false,
			// The account's list does not depend on it; what the state tells of does.
			filters: isOther ? other : {},
			options: { maxItems, delivery, lateReportWindow: lateWindowHours },
		};
	}

	/** Equal events have one name: they are counted. */
	protected nameOf({ AlarmId, EventName, Timestamp }: IDataObject): string {
		return String(AlarmId ?? `${EventName} ${Timestamp}`);
	}

	protected override get takeOver(): number {
		return this.story.lateWindowHours * HOUR;
	}

	async play(): Promise<string[]> {
		await this.poll();
		for (const { after, happens } of this.story.steps) {
			world.time += after;
			await this.happen(happens);
		}
		await this.catchUp();
		for (const watcher of [this.watcher, ...(this.copy ? [this.copy] : [])]) this.compare(watcher);
		return this.complaints;
	}

	protected check(items: IDataObject[]): void {
		if (items.length > this.story.maxItems) this.complaints.push(`${items.length} items at once`);
	}

	private async catchUp(): Promise<void> {
		const last = Math.max(0, ...this.story.occurrences.map(({ listedAt }) => listedAt));
		world.time = Math.max(world.time, last + 15 * MINUTE) + MINUTE;
		const count = () =>
			this.watchers
				.flatMap(({ emitted }) => [...emitted.values()])
				.reduce((sum, emissions) => sum + emissions.length, 0);
		const { latency } = this.story;
		const isSlow = budgetOf(this.story) < FEW_PAGES * latency;
		const enough = isSlow ? QUIET_POLLS_OF_FEW_PAGES : QUIET_POLLS;
		for (let quiet = 0, polls = 0; quiet < enough; quiet++, polls++) {
			const before = count();
			await this.poll();
			if (count() > before) quiet = 0;
			if (polls > 5_000) return void this.complaints.push('n8n never caught up');
			world.time += 6 * MINUTE;
		}
	}

	private compare(watcher: Watcher): void {
		const [first] = watcher.baselines;
		const last = watcher.baselines.at(-1);
		if (!first || !last) return;
		for (const [name, occurrences] of this.byName()) {
			const count = watcher.emitted.get(name)?.length ?? 0;
			// By n8n's clock, which the end of the range is told in, something may lie ahead of the first poll.
			const mayBeNew = ({ listedAt, at }: Occurrence) =>
				listedAt >= first.from || at >= first.from + Math.min(0, this.story.skew);
			const mostly = occurrences.filter(mayBeNew).length;
			const isShort = this.isTooMuch();
			const atLeast = occurrences.filter(
				({ at, listedAt }) => listedAt > last.until && (!isShort || at > last.until),
			).length;
			const lost = this.story.delivery === 'atMostOnce' ? (watcher.lostOnes.get(name) ?? 0) : 0;
			if (count > mostly) this.complaints.push(`${name} was emitted ${count} times of ${mostly}`);
			if (count + lost < atLeast) {
				this.complaints.push(`${name} was emitted ${count} times, not ${atLeast}`);
			}
		}
	}

	private byName(): Map<string, Occurrence[]> {
		const named = new Map<string, Occurrence[]>();
		this.story.occurrences.forEach((one, index) => {
			const name =
				this.story.event === 'alarmRaised'
					? `${one.name} ${index}`
					: `${one.name} ${new Date(one.at).toISOString().slice(0, 19)}Z`;
			named.set(name, [...(named.get(name) ?? []), one]);
		});
		return named;
	}

	/** Whether a first poll could run out of time: then it reaches back less far than something may be late. */
	private isTooMuch(): boolean {
		const { occurrences, manners, latency } = this.story;
		return (occurrences.length / manners.pageSize + 2) * latency > budgetOf(this.story);
	}
}
