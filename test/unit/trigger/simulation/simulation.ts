import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { Line, type Answers, type Fault } from './line';
import { BEGIN, HOUR, MINUTE } from './moments';
import { DefaultEngine, DurableEngine, type PolledNode } from './n8nModel';
import { Watcher } from './watcher';
import { budgetOf, grantOf, type Happening, type WorkflowStory } from './workflowStory';
import { world } from './world';

/** A node that is gone lets another one of its name go on, while its state is not older than this. */
const TAKE_OVER = 24 * HOUR;

/** Plays what can happen to any trigger, through its own door; what it watches is told by those who extend it. */
export abstract class Simulation {
	protected readonly n8n: DefaultEngine | DurableEngine;
	protected readonly watcher: Watcher;
	/** The copy of the node, and what is left of copies that were deleted. */
	protected copy: Watcher | undefined;
	protected readonly watchers: Watcher[];
	protected readonly complaints: string[] = [];
	private ids = 0;

	constructor(protected readonly story: WorkflowStory) {
		world.time = BEGIN;
		world.skew = story.skew;
		this.n8n =
			story.engine === 'default'
				? new DefaultEngine(grantOf(story))
				: new DurableEngine(grantOf(story));
		this.watcher = this.newWatcher({
			...(story.hasId && { id: `id-${this.ids}` }),
			name: 'Trigger',
			parameters: {},
		});
		this.watchers = [this.watcher];
		this.connect();
	}

	/** What TeamViewer answers. */
	protected abstract readonly answers: Answers;
	/** What the user chose for a node. */
	protected abstract parametersOf(watcher: Watcher): INodeParameters;
	/** What tells one item from another. */
	protected abstract nameOf(item: IDataObject): string;
	/** What is wrong with the items of one poll. */
	protected abstract check(items: IDataObject[]): void;

	protected async happen(happening: Happening): Promise<void> {
		switch (happening.kind) {
			case 'poll':
				return await this.poll();
			case 'failing poll':
				return await this.poll(happening.fault);
			case 'two polls at once':
				return await this.pollTwice();
			case 'restart':
				this.restart();
				return await this.poll();
			case 'killed after a poll':
				// The durable engine has nothing between saving and starting.
				await this.poll(undefined, this.story.engine === 'default');
				this.restart();
				return await this.poll();
			case 'lost lease':
				if (this.n8n instanceof DurableEngine) this.n8n.losesLease = true;
				return await this.poll();
			case 'renamed':
				return await this.rename();
			case 'copied':
				return await this.copyNode(happening);
			case 'copy deleted':
				if (this.copy === undefined) return await this.poll();
				this.copy = undefined;
				return await this.publish();
			case 'made anew':
				return await this.makeAnew();
		}
	}

	/** All nodes of the workflow poll. */
	protected async poll(fault?: Fault, isLost = false): Promise<void> {
		for (const watcher of this.living) await this.pollOne(watcher, fault, isLost);
	}

	private get living(): Watcher[] {
		return this.copy ? [this.watcher, this.copy] : [this.watcher];
	}

	private async pollOne(watcher: Watcher, fault?: Fault, isLost = false): Promise<void> {
		const begun = world.time;
		watcher.node = { ...watcher.node, parameters: this.parametersOf(watcher) };
		const line = new Line(this.answers, this.story.latency, fault);
		const wasActivation = watcher.needsActivation;
		try {
			const items = wasActivation
				? await this.n8n.activate(watcher.node, line)
				: await this.n8n.tick(watcher.node, line);
			watcher.hasPolled({ from: begun, until: world.time });
			if (items) this.receive(watcher, items, wasActivation, isLost);
		} catch (error) {
			if (!fault && !this.mayFail(error)) this.complaints.push(String(error));
			if (/unexpected problem/.test(String(error))) this.complaints.push(String(error));
		}
		const took = world.time - begun;
		if (took > budgetOf(this.story)) this.complaints.push(`a poll took ${took} ms`);
	}

	private receive(
		watcher: Watcher,
		items: IDataObject[],
		wasActivation: boolean,
		isLost: boolean,
	): void {
		this.check(items);
		watcher.receive(items, world.time, isLost);
		// The durable engine saves every poll, but what an activation wrote without emitting.
		const isKept = this.n8n instanceof DurableEngine ? !wasActivation : wasActivation;
		if (items.length > 0 || isKept) watcher.saved(items);
	}

	/** A page that is continued after a record that is gone is refused. */
	private mayFail(error: unknown): boolean {
		const { data } = (error as { context?: { data?: { error?: string } } }).context ?? {};
		return data?.error === 'invalid_request';
	}

	private async pollTwice(): Promise<void> {
		if (this.watcher.needsActivation || this.copy) return await this.poll();
		this.watcher.node = {
			...this.watcher.node,
			parameters: this.parametersOf(this.watcher),
		};
		const lines = [0, 1].map(() => new Line(this.answers, this.story.latency)) as [Line, Line];
		try {
			const items = await this.n8n.tickTwice(this.watcher.node, lines);
			this.receive(this.watcher, items, false, false);
		} catch (error) {
			if (!this.mayFail(error)) this.complaints.push(String(error));
		}
	}

	private restart(): void {
		this.n8n.restart();
		for (const watcher of this.living) {
			watcher.changesProcess(this.story.delivery === 'atLeastOnce');
			watcher.needsActivation ||= this.n8n.activatesAtStart;
		}
	}

	/** The workflow is published again: all its nodes are activated. */
	protected async publish(): Promise<void> {
		this.connect();
		for (const watcher of this.living) watcher.needsActivation = true;
		await this.poll();
	}

	private async rename(): Promise<void> {
		// Without an id there is no telling that it is the same node.
		if (!this.story.hasId) return await this.poll();
		// Nobody can tell whether a poll that left no state was dropped or ran under the old name: a dropped poll and a new
		// name before the next poll are more than the trigger promises to survive.
		if (this.story.engine === 'durable') await this.poll();
		const { node } = this.watcher;
		const names = ['Trigger', 'Reports', 'Sessions'];
		const name = names[(names.indexOf(node.name) + 1) % names.length] as string;
		this.watcher.node = { ...node, name };
		await this.publish();
	}

	/** Two nodes of one id: the durable engine cannot run them, as it keeps states under ids. */
	private async copyNode({ withOtherFilters, isFirst }: Happening & { kind: 'copied' }) {
		// A second copy would be the first one come back: the same id, the other name gone.
		if (this.story.engine === 'durable' || this.watchers.length > 1) return await this.poll();
		const parameters = withOtherFilters ? { isOther: true } : {};
		const name = 'Copy';
		const copy = this.newWatcher({ ...this.watcher.node, name, parameters });
		copy.isOther = withOtherFilters;
		this.watchers.push(copy);
		this.copy = copy;
		this.connect();
		for (const watcher of this.living) watcher.needsActivation = true;
		const order = isFirst ? [copy, this.watcher] : [this.watcher, copy];
		for (const watcher of order) await this.pollOne(watcher);
	}

	/** With another id: it goes on only where the state that lies under its name is young. */
	private async makeAnew(): Promise<void> {
		if (!this.story.hasId || this.copy || this.story.engine === 'durable') return await this.poll();
		const { watcher } = this;
		const isYoung = world.time - watcher.lastPolled <= this.takeOver - MINUTE;
		const isOld = world.time - watcher.lastPolled > this.takeOver + MINUTE;
		if (!isYoung && !isOld) return await this.poll();
		watcher.expectsBaseline ||= isOld;
		watcher.node = { ...watcher.node, id: `id-${++this.ids}` };
		await this.publish();
	}

	protected get takeOver(): number {
		return TAKE_OVER;
	}

	private newWatcher(node: PolledNode): Watcher {
		return new Watcher(node, (item) => this.nameOf(item));
	}

	private connect(): void {
		this.n8n.connected = this.living.map(({ node }) => node.name);
	}
}
