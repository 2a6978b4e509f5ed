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
	/** What the last saved poll gave, which another process may give again. */
	private given: string[] = [];
	private readonly mayRepeat = new Set<string>();

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
			const isRepeat = this.mayRepeat.delete(name);
			if (isLost) {
				this.lost.add(name);
				continue;
			}
			this.lost.delete(name);
			const before = this.emitted.get(name) ?? [];
			// A repeat that was to be expected stands for the emission before.
			this.emitted.set(
				name,
				isRepeat ? [...before.slice(0, -1), { at, item }] : [...before, { at, item }],
			);
		}
	}

	/** The state after a poll that gave these was saved. */
	saved(items: IDataObject[]): void {
		this.given = items.map(this.nameOf);
	}

	/** Another process takes over. */
	changesProcess(givesAgain: boolean): void {
		if (givesAgain) for (const name of this.given) this.mayRepeat.add(name);
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
