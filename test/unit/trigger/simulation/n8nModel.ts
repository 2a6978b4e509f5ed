import type { IDataObject, INode } from 'n8n-workflow';

import { advance } from '../../../../nodes/TeamViewer/trigger/advance';
import type { Source } from '../../../../nodes/TeamViewer/trigger/source';
import { StateStore } from '../../../../nodes/TeamViewer/trigger/stateStore';

/** What n8n knows about a node when it polls: its name may change, its id stays. */
export interface PolledNode {
	name: string;
	/** What the states tell of: event, filters, credential. */
	subject: unknown;
}

/** How n8n treats a trigger's state: what it keeps, and what it loses. Read in n8n 2.41's sources. */
export interface N8n {
	/** One poll by the schedule. */
	tick(node: PolledNode, source: Source<unknown>): Promise<IDataObject[]>;
	/** The poll at an activation, which happens at once; a failure keeps the workflow from being activated. */
	activate(node: PolledNode, source: Source<unknown>): Promise<IDataObject[]>;
	/** The process dies and comes back. */
	restart(): void;
	/** Whether the process polls at once when it has come back. */
	readonly activatesAtStart: boolean;
	/** Size of what is kept, in bytes. */
	readonly size: number;
}

type StaticData = Record<string, IDataObject>;

const silent = { debug: () => {}, warn: () => {} };

/**
 * The default engine: the static data live in memory, shared by polls that overlap, and are saved at an activation and
 * with every emission; not when a poll returns null, nor when it throws.
 */
export class DefaultEngine implements N8n {
	readonly activatesAtStart = true;
	private saved = '{}';
	private live: StaticData = {};

	async tick(node: PolledNode, source: Source<unknown>): Promise<IDataObject[]> {
		const items = await pollWith(
			node,
			source,
			(this.live[`node:${node.name}`] ??= {}),
			this.global,
		);
		if (items.length > 0) this.save();
		return items;
	}

	async activate(node: PolledNode, source: Source<unknown>): Promise<IDataObject[]> {
		const items = await this.tick(node, source);
		this.save();
		return items;
	}

	restart(): void {
		this.live = JSON.parse(this.saved) as StaticData;
	}

	get size(): number {
		return JSON.stringify(this.live).length;
	}

	private get global(): IDataObject {
		return (this.live.global ??= {});
	}

	private save(): void {
		this.saved = JSON.stringify(this.live);
	}
}

/**
 * The durable engine: every poll works on a copy of the node's state, which is committed together with the execution, or
 * alone when nothing was emitted; but what an activation wrote without emitting is thrown away. The workflow's static data
 * are saved at an activation and with every emission, even when the commit is refused because the lease was lost.
 */
export class DurableEngine implements N8n {
	readonly activatesAtStart = false;
	/** The next poll loses its lease before it commits. */
	losesLease = false;
	private cursor = '{}';
	private saved = '{}';

	async tick(node: PolledNode, source: Source<unknown>): Promise<IDataObject[]> {
		return await this.run(node, source, false);
	}

	async activate(node: PolledNode, source: Source<unknown>): Promise<IDataObject[]> {
		return await this.run(node, source, true);
	}

	restart(): void {
		// Nothing lives in memory.
	}

	get size(): number {
		return this.cursor.length + this.saved.length;
	}

	private async run(
		node: PolledNode,
		source: Source<unknown>,
		activation: boolean,
	): Promise<IDataObject[]> {
		const cursor = JSON.parse(this.cursor) as IDataObject;
		const global = JSON.parse(this.saved) as IDataObject;
		const items = await pollWith(node, source, cursor, global);
		const lostLease = this.losesLease && !activation;
		this.losesLease = false;

		if (items.length > 0 || activation) this.saved = JSON.stringify(global);
		if (lostLease) return [];
		if (items.length > 0 || !activation) this.cursor = JSON.stringify(cursor);
		return items;
	}
}

async function pollWith(
	{ name, subject }: PolledNode,
	source: Source<unknown>,
	nodeData: IDataObject,
	workflowData: IDataObject,
): Promise<IDataObject[]> {
	const caller = {
		getNode: () => ({ id: 'node-id', name }) as INode,
		getWorkflowStaticData: (type: string) => (type === 'node' ? nodeData : workflowData),
	};
	const store = new StateStore(caller, source, 'watched', subject);
	return await advance(source, store, store.load(), silent);
}
