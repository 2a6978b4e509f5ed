import type { IDataObject, INode, INodeParameters, IPollFunctions } from 'n8n-workflow';

import { PollingProcess } from '../../../../nodes/TeamViewer/trigger/engine/pollingProcess';
import { poll } from '../../../../nodes/TeamViewer/trigger/poll';
import type { Line } from './line';

/** A trigger node in the workflow. */
export interface PolledNode {
	/** Missing where the workflow was written by hand; several have the same where they were copied as JSON. */
	id?: string;
	name: string;
	parameters: INodeParameters;
}

/** How n8n treats a trigger's state: what it keeps, and what it loses. Read in n8n 2.41's sources. */
export interface N8n {
	/** One poll by the schedule; undefined when n8n did not take what it found. */
	tick(node: PolledNode, line: Line): Promise<IDataObject[] | undefined>;
	/** The poll at an activation, which happens at once; a failure keeps the workflow from being activated. */
	activate(node: PolledNode, line: Line): Promise<IDataObject[]>;
	/** Two polls that come due together. */
	tickTwice(node: PolledNode, lines: [Line, Line]): Promise<IDataObject[]>;
	/** The process dies and another one begins. */
	restart(): void;
	/** Whether the process polls at once when it has come back. */
	readonly activatesAtStart: boolean;
	/** The nodes of the workflow that are connected to others, where n8n tells. */
	connected: string[];
	/** Size of what is kept, in characters. */
	readonly size: number;
}

type StaticData = Record<string, IDataObject>;

abstract class Engine {
	connected: string[] = [];
	protected process = new PollingProcess();

	constructor(
		/** How long a poll may take; undefined where n8n does not say. Milliseconds. */
		private readonly granted: number | undefined,
	) {}

	/** One poll through the trigger's own door. */
	protected async poll(
		{ id, name, parameters }: PolledNode,
		line: Line,
		nodeData: IDataObject,
		workflowData: IDataObject,
	): Promise<IDataObject[]> {
		const all: INodeParameters = { authentication: 'accessToken', ...parameters };
		const node = { id, name, parameters: all, credentials: {} } as unknown as INode;
		const caller = {
			getMode: () => 'trigger',
			getNode: () => node,
			getWorkflow: () => ({ id: 'workflow', active: true }),
			getTimezone: () => 'UTC',
			getChildNodes: (of: string) => (this.connected.includes(of) ? [{ name: 'Next' }] : []),
			getNodeParameter: (parameter: string, fallback: unknown) => all[parameter] ?? fallback,
			getWorkflowStaticData: (type: string) => (type === 'node' ? nodeData : workflowData),
			getCredentials: async () => ({ accessToken: 'token' }),
			...(this.granted !== undefined && { getPollBudgetMs: () => this.granted }),
			logger: { debug: () => {}, warn: () => {} },
			helpers: {
				httpRequestWithAuthentication: async (
					_type: string,
					options: Parameters<Line['send']>[0],
				) => await line.send(options),
				returnJsonArray: (items: IDataObject[]) => items.map((json) => ({ json })),
			},
		};
		const output = await poll(caller as unknown as IPollFunctions, this.process);
		return output?.[0]?.map(({ json }) => json) ?? [];
	}
}

/**
 * The default engine: the static data live in memory, under the nodes' names, shared by polls that overlap, and are saved
 * at an activation and with every emission; not when a poll returns null, nor when it throws.
 */
export class DefaultEngine extends Engine implements N8n {
	readonly activatesAtStart = true;
	private saved = '{}';
	private live: StaticData = {};

	async tick(node: PolledNode, line: Line): Promise<IDataObject[]> {
		const items = await this.poll(node, line, this.dataOf(node), this.global);
		if (items.length > 0) this.save();
		return items;
	}

	async activate(node: PolledNode, line: Line): Promise<IDataObject[]> {
		const items = await this.tick(node, line);
		this.save();
		return items;
	}

	async tickTwice(node: PolledNode, [one, other]: [Line, Line]): Promise<IDataObject[]> {
		return (await Promise.all([this.tick(node, one), this.tick(node, other)])).flat();
	}

	restart(): void {
		this.process = new PollingProcess();
		this.live = JSON.parse(this.saved) as StaticData;
	}

	get size(): number {
		return JSON.stringify(this.live).length;
	}

	private dataOf({ name }: PolledNode): IDataObject {
		return (this.live[`node:${name}`] ??= {});
	}

	private get global(): IDataObject {
		return (this.live.global ??= {});
	}

	private save(): void {
		this.saved = JSON.stringify(this.live);
	}
}

/**
 * The durable engine: every poll works on a copy of the node's state, which lies under the node's id and is committed
 * together with the execution, or alone when nothing was emitted; but what an activation wrote without emitting is thrown
 * away. The workflow's static data are saved at an activation and with every emission, even when the commit is refused
 * because the lease was lost.
 */
export class DurableEngine extends Engine implements N8n {
	readonly activatesAtStart = false;
	/** The next poll loses its lease before it commits. */
	losesLease = false;
	private cursor = '{}';
	private saved = '{}';

	async tick(node: PolledNode, line: Line): Promise<IDataObject[] | undefined> {
		return await this.run(node, line, false);
	}

	async activate(node: PolledNode, line: Line): Promise<IDataObject[]> {
		return (await this.run(node, line, true)) ?? [];
	}

	/** Both go on from the same state, and n8n takes both results. */
	async tickTwice(node: PolledNode, lines: [Line, Line]): Promise<IDataObject[]> {
		const both = lines.map(async (line) => await this.run(node, line, false));
		return (await Promise.all(both)).flatMap((items) => items ?? []);
	}

	restart(): void {
		this.process = new PollingProcess();
	}

	get size(): number {
		return this.cursor.length + this.saved.length;
	}

	private async run(
		node: PolledNode,
		line: Line,
		activation: boolean,
	): Promise<IDataObject[] | undefined> {
		const before = this.cursor;
		const cursor = JSON.parse(before) as IDataObject;
		const global = JSON.parse(this.saved) as IDataObject;
		const lostLease = this.losesLease && !activation;
		this.losesLease = false;
		const items = await this.poll(node, line, cursor, global);

		if (items.length > 0 || activation) this.saved = JSON.stringify(global);
		if (lostLease) return undefined;
		// A poll that changed nothing commits nothing.
		const after = JSON.stringify(cursor);
		if ((items.length > 0 || !activation) && after !== before) this.cursor = after;
		return items;
	}
}
