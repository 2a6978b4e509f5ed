import type { IDataObject } from 'n8n-workflow';

import type { PolledNode } from './n8nModel';
import type { Span } from './sessionModel';

/** When an item was emitted, and how. */
export interface Emission {
	at: number;
	item: IDataObject;
}

/** A trigger node, and what became of what it found. */
export class Watcher {
	needsActivation = true;
	/** Whether it watches something else than the node it was copied from. */
	isOther = false;
	/** When a poll has last worked. */
	lastPolled = 0;
	expectsBaseline = true;
	/** First polls, each from its first request to its end, by TeamViewer's clock. */
	readonly baselines: Span[] = [];
	/** By the item's name. */
	readonly emitted = new Map<string, Emission[]>();
	/** What n8n was given and lost. */
	readonly lost = new Set<string>();
	/** How many of a name n8n was given and lost: equal events have one name. */
	readonly lostOnes = new Map<string, number>();
	/** What the last saved poll gave, which another process may give again. */
	private given: string[] = [];
	private readonly mayRepeat = new Map<string, number>();

	constructor(
		public node: PolledNode,
		private readonly nameOf: (item: IDataObject) => string,
	) {}

	/**
	 * n8n got these from a poll.
	 *
	 * @param isLost whether n8n died before it started the execution.
	 */
	receive(items: IDataObject[], at: number, isLost: boolean): void {
		for (const item of items) {
			const name = this.nameOf(item);
			const isRepeat = takeOne(this.mayRepeat, name);
			if (isLost) {
				this.lost.add(name);
				if (!isRepeat) this.lostOnes.set(name, (this.lostOnes.get(name) ?? 0) + 1);
				continue;
			}
			this.lost.delete(name);
			const before = this.emitted.get(name) ?? [];
			// A repeat that was to be expected stands for the emission before, unless that was lost.
			const stands = isRepeat && !takeOne(this.lostOnes, name) ? before.slice(0, -1) : before;
			this.emitted.set(name, [...stands, { at, item }]);
		}
	}

	/** The state after a poll that gave these was saved. */
	saved(items: IDataObject[]): void {
		this.given = items.map(this.nameOf);
	}

	/** Another process takes over. */
	changesProcess(givesAgain: boolean): void {
		for (const name of givesAgain ? new Set(this.given) : []) {
			const count = this.given.filter((one) => one === name).length;
			this.mayRepeat.set(name, Math.max(count, this.mayRepeat.get(name) ?? 0));
		}
		this.given = [];
	}

	/** A poll has worked. */
	hasPolled(span: Span): void {
		this.needsActivation = false;
		if (this.expectsBaseline) this.baselines.push(span);
		this.expectsBaseline = false;
		this.lastPolled = span.until;
	}
}

function takeOne(counts: Map<string, number>, name: string): boolean {
	const count = counts.get(name) ?? 0;
	if (count > 0) counts.set(name, count - 1);
	return count > 0;
}
