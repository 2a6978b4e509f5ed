import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { Refusal, type Answers } from './line';
import { MINUTE, SECOND, told } from './moments';
import type { Span } from './sessionModel';
import { SnapshotModel, within, type Member } from './snapshotModel';
import type { SnapshotStory } from './snapshotStory';
import { Simulation } from './simulation';
import type { Watcher } from './watcher';
import { budgetOf } from './workflowStory';
import { world } from './world';

/** So often a poll may bring nothing before n8n counts as caught up: enough for every page in turn. */
const QUIET_POLLS = 60;

/** Plays a story to its end and tells what was promised and not kept. */
export async function playSnapshot(story: SnapshotStory): Promise<string[]> {
	return await new SnapshotSimulation(story).play();
}

class SnapshotSimulation extends Simulation {
	private readonly model: SnapshotModel;

	constructor(protected override readonly story: SnapshotStory) {
		super(story);
		this.model = new SnapshotModel(story.members, story.manners, () => world.time);
	}

	protected readonly answers: Answers = (path, { paginationToken }) => {
		if (path === '/users') return this.model.users();
		if (path.startsWith('/managed/')) return this.model.devices(paginationToken);
		throw new Refusal(404);
	};

	protected parametersOf({ isOther }: Watcher): INodeParameters {
		const { event, maxItems, delivery } = this.story;
		return {
			triggerOn: event,
			simplify: false,
			// The account's list does not depend on it; what the state tells of does.
			filters: isOther ? { scope: 'company' } : {},
			options: { maxItems, delivery },
		};
	}

	protected nameOf({ id }: IDataObject): string {
		return String(id);
	}

	async play(): Promise<string[]> {
		await this.poll();
		for (const { after, happens } of this.story.steps) {
			world.time += after;
			await this.happen(happens);
		}
		await this.catchUp();
		for (const watcher of [this.watcher, ...(this.copy ? [this.copy] : [])]) {
			if (watcher.baselines.length === 0) continue;
			for (const member of this.story.members) this.compare(watcher, member);
		}
		return this.complaints;
	}

	protected check(items: IDataObject[]): void {
		if (items.length > this.story.maxItems) this.complaints.push(`${items.length} items at once`);
	}

	private async catchUp(): Promise<void> {
		const moments = this.story.members
			.flatMap(({ listed, online }) => [...listed, ...online])
			.flatMap(({ from, until }) => [from, until])
			.filter(Number.isFinite);
		world.time = Math.max(world.time, ...moments) + MINUTE;
		const count = () =>
			this.watchers
				.flatMap(({ emitted }) => [...emitted.values()])
				.reduce((sum, emissions) => sum + emissions.length, 0);
		for (let quiet = 0; quiet < QUIET_POLLS; quiet++) {
			const before = count();
			await this.poll();
			if (count() > before) quiet = 0;
			world.time += MINUTE;
		}
	}

	private compare(watcher: Watcher, member: Member): void {
		const emissions = watcher.emitted.get(member.id) ?? [];
		const { least, most } = this.expected(watcher, member);
		const moments = emissions.map(({ at }) => told(at)).join(' and ');
		const isExcused = this.story.delivery === 'atMostOnce' && watcher.lost.has(member.id);
		if (emissions.length > most) {
			this.complaints.push(`${member.id} was emitted ${moments}, at most ${most} times`);
		}
		if (emissions.length < least && !isExcused) {
			this.complaints.push(`${member.id} was lost by ${watcher.node.name}`);
		}
	}

	/** How often a member has to be emitted at least, and may be at most. */
	private expected({ baselines }: Watcher, { listed, online }: Member) {
		const [first] = baselines as [Span];
		const last = baselines.at(-1) as Span;
		const settled = last.until + this.settling;
		const final = listed.at(-1) as Span;
		const isHere = final.until === Infinity;
		if (this.story.event === 'managedDeviceAdded' || this.story.event === 'userAdded') {
			// Who was listed when the first poll began is known, and may come back later.
			const arrivals = listed.filter(({ from }) => from > first.from).length;
			const isSure = isHere && listed.length === 1 && final.from > settled;
			return { least: isSure ? 1 : 0, most: arrivals };
		}
		const isWanted = this.story.event === 'managedDeviceOnline';
		const turns = online
			.flatMap(({ from, until }) => [
				{ at: from, isOnline: true },
				{ at: until, isOnline: false },
			])
			.filter(({ at, isOnline }) => Number.isFinite(at) && isOnline === isWanted)
			.filter(({ at }) => at > first.from && at > (listed[0] as Span).from);
		const isSo = within(online, world.time) === isWanted;
		// It was otherwise when it was first met, and has changed once since.
		const [turn] = turns;
		const wasOtherwise = within(online, Math.max(first.from, final.from)) !== isWanted;
		const isSure =
			isHere &&
			isSo &&
			listed.length === 1 &&
			turns.length === 1 &&
			wasOtherwise &&
			turn !== undefined &&
			turn.at > settled &&
			final.from < first.from;
		return { least: isSure ? 1 : 0, most: turns.length };
	}

	/** How long the baseline of a list takes that no poll can read at once, at the most. */
	private get settling(): number {
		const { members, manners, latency } = this.story;
		const requests = 2 * (members.length / manners.pageSize + 2);
		return requests * latency + 10 * SECOND > budgetOf(this.story) ? Infinity : 0;
	}
}
