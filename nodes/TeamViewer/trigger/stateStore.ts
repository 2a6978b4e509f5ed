import { createHash } from 'crypto';
import type { IDataObject, INode, IPollFunctions } from 'n8n-workflow';

import type { Source } from './source';

/** Raised when saved states can no longer be understood; a state of another version starts afresh. */
const VERSION = 1;

/** Under this name the state stands in the node's static data. */
const KEY = 'state';

/** A source's state as it is saved, with what tells whether it may be used. */
interface Stored {
	version: typeof VERSION;
	event: string;
	/** Every event that the node ever had a state of. */
	events?: string[];
	/** Of what the state tells: event, filters and credential. */
	fingerprint: string;
	nodeId: string;
	nodeName: string;
	/** Counts the states of a node; the higher, the later. */
	revision: number;
	state: unknown;
	/** In a spare copy: the one it was made from, where the node's own state could not be used. */
	before?: unknown;
}

/** What was found of a node's state. */
export interface Found<State> {
	/** The state to go on from; undefined where the node has to begin. */
	state: State | undefined;
	/** Whether it is the spare copy. */
	isSpare: boolean;
	/** Whether the node never had a state of this event. */
	isFirst: boolean;
	/** Whether there is something in its place that nobody can understand. */
	damaged: boolean;
	/** Every event that the node ever had a state of. */
	events: string[];
	/** The revision of the next state. */
	revision: number;
	/** What lay in the node's static data, to see whether somebody replaces it meanwhile. */
	lying: unknown;
}

/**
 * Where a node's state is kept between two polls.
 *
 * n8n keeps a node's static data under the node's name, so a renamed node finds nothing; and n8n's durable engine throws
 * away what the poll at the activation wrote, when nothing was emitted. So a spare copy lies in the workflow's static
 * data, under the node's id.
 */
export class StateStore<State> {
	private readonly node: INode;
	private readonly fingerprint: string;

	constructor(
		private readonly caller: Pick<IPollFunctions, 'getNode' | 'getWorkflowStaticData'>,
		private readonly source: Pick<Source<State>, 'isState' | 'spare'>,
		private readonly event: string,
		subject: unknown,
	) {
		this.node = caller.getNode();
		this.fingerprint = createHash('sha256')
			.update(JSON.stringify([event, subject]))
			.digest('base64url')
			.slice(0, 16);
	}

	load(): Found<State> {
		const lying = this.nodeData[KEY];
		const own = readStored(lying);
		const spare = readStored(this.workflowData[this.spareKey]);
		const isUnreadable = lying !== undefined && own === undefined;
		const events = this.eventsOf(own, spare);
		return {
			...this.choose(own, spare),
			isFirst: !isUnreadable && !events.includes(this.event),
			damaged: isUnreadable || (own !== undefined && this.isDamaged(own)),
			events,
			revision: Math.max(own?.revision ?? 0, spare?.revision ?? 0) + 1,
			lying,
		};
	}

	/**
	 * Replaces the state, unless a poll that ran at the same time did so first: then that one has emitted what this one
	 * found, and this one must keep it to itself.
	 *
	 * @returns whether the state was saved.
	 */
	save(state: State, { lying, revision, events, ...found }: Found<State>): boolean {
		if (this.nodeData[KEY] !== lying) return false;
		const stored: Stored = {
			version: VERSION,
			event: this.event,
			events: [...new Set([...events, this.event])],
			fingerprint: this.fingerprint,
			nodeId: this.node.id,
			nodeName: this.node.name,
			revision,
			state,
		};
		// n8n notices top-level assignments only.
		this.nodeData[KEY] = stored as unknown as IDataObject;
		this.workflowData[this.spareKey] = {
			...stored,
			state: this.source.spare(state, found.isSpare),
			...(found.isSpare && { before: found.state }),
		} as unknown as IDataObject;
		return true;
	}

	private choose(
		own: Stored | undefined,
		spare: Stored | undefined,
	): Pick<Found<State>, 'state' | 'isSpare'> {
		if (own && this.fits(own) && !(spare && this.isOutdated(own, spare))) {
			return { state: own.state as State, isSpare: false };
		}
		// A spare copy that is older than the node's state of other filters is of no use: it is older than those filters.
		const isLatest = spare && (own?.nodeId !== this.node.id || spare.revision >= own.revision);
		return isLatest && this.fits(spare)
			? { state: this.committed(spare) as State, isSpare: true }
			: { state: undefined, isSpare: false };
	}

	/**
	 * A poll that began with a spare copy and ran under this name left an own state, if it was committed. There is none, so
	 * n8n dropped that poll with all it found, and this one has to begin where that one began.
	 */
	private committed(spare: Stored): unknown {
		return spare.before !== undefined && spare.nodeName === this.node.name
			? spare.before
			: spare.state;
	}

	/**
	 * Whether a node's own state is one that somebody else left under its name: another node, or itself before it was
	 * renamed to and fro. Otherwise the own state counts, even where the spare is later: the durable engine may have
	 * refused to commit what the spare already tells of.
	 */
	private isOutdated(own: Stored, spare: Stored): boolean {
		if (own.nodeId !== this.node.id) return true;
		const { name } = this.node;
		return own.nodeName === name && spare.nodeName !== name && spare.revision > own.revision;
	}

	/** What another node left under this name tells nothing of this one. */
	private eventsOf(...found: Array<Stored | undefined>): string[] {
		return found.flatMap((stored) =>
			stored?.nodeId === this.node.id ? [stored.event, ...(stored.events ?? [])] : [],
		);
	}

	private fits(stored: Stored): boolean {
		return stored.fingerprint === this.fingerprint && this.source.isState(stored.state);
	}

	private isDamaged(stored: Stored): boolean {
		return stored.fingerprint === this.fingerprint && !this.source.isState(stored.state);
	}

	private get nodeData(): IDataObject {
		return this.caller.getWorkflowStaticData('node');
	}

	private get workflowData(): IDataObject {
		return this.caller.getWorkflowStaticData('global');
	}

	private get spareKey(): string {
		return `teamViewerTrigger:${this.node.id}`;
	}
}

function readStored(value: unknown): Stored | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const { version, event, events, fingerprint, nodeId, nodeName, revision } =
		value as Partial<Stored>;
	const isStored =
		version === VERSION &&
		typeof event === 'string' &&
		(events === undefined || Array.isArray(events)) &&
		typeof fingerprint === 'string' &&
		typeof nodeId === 'string' &&
		typeof nodeName === 'string' &&
		typeof revision === 'number';
	return isStored ? (value as Stored) : undefined;
}
