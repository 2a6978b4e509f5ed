import { createHash } from 'crypto';
import type { IDataObject, INode, IPollFunctions } from 'n8n-workflow';

import type { Given } from './delivery';
import { readStored, VERSION, type Origin, type Stored } from './stored';
import type { Engine } from './engine';

/** Under this name the state stands in the node's static data. */
const KEY = 'state';

/** The spare copies stand under names that begin so in the workflow's static data. */
const SPARE = 'teamViewerTrigger:';

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
	/** What the last poll gave, where that was to be remembered. */
	given: Given[];
	/** The revision of the next state. */
	revision: number;
	/** Where the node's state comes from, if it had another name. */
	origin: Origin | undefined;
	/** What lay in the node's static data, to see whether somebody replaces it meanwhile. */
	lying: unknown;
}

type Caller = Pick<IPollFunctions, 'getNode' | 'getWorkflowStaticData'> &
	Partial<Pick<IPollFunctions, 'getChildNodes'>>;

/**
 * Where a node's state is kept between two polls.
 *
 * n8n keeps a node's static data under the node's name, so a renamed node finds nothing; and n8n's durable engine throws
 * away what the poll at the activation wrote, when nothing was emitted. So a spare copy lies in the workflow's static
 * data, under the node's id and name.
 *
 * Whose state is it? The same id is the same node, whatever its name; but where nodes were copied as JSON, several have one
 * id, and then each has its own name. A node with another id goes on from what lies under its name only where that node is
 * gone, and only while the state is young: a workflow that is imported again gives its nodes new ids.
 */
export class StateStore<State> {
	private readonly node: INode;
	/** n8n gives every node an id; in a workflow written by hand it may be missing. */
	private readonly id: string;
	private readonly fingerprint: string;

	constructor(
		private readonly caller: Caller,
		private readonly engine: Pick<Engine<State>, 'readState' | 'spare' | 'window'>,
		private readonly event: string,
		subject: unknown,
		private readonly now: () => number,
	) {
		this.node = caller.getNode();
		this.id = (this.node.id as string | undefined) ?? '';
		this.fingerprint = createHash('sha256')
			.update(JSON.stringify([event, subject]))
			.digest('base64url')
			.slice(0, 16);
	}

	load(): Found<State> {
		const lying = this.nodeData[KEY];
		const own = readStored(lying);
		const mine = own?.nodeId === this.id ? own : undefined;
		const spares = this.spares().filter(
			({ nodeId, nodeName }) =>
				nodeId === this.id && (nodeName === this.node.name || !this.isConnected(nodeName)),
		);
		const spare = spares.find(({ nodeName }) => nodeName === this.node.name);
		const moved = this.movedFrom(mine, spare, spares);
		const events = [mine, ...spares].flatMap((stored) =>
			stored ? [stored.event, ...(stored.events ?? [])] : [],
		);
		const revisions = [own, ...spares].map((stored) => stored?.revision ?? 0);
		const isUnreadable = lying !== undefined && own === undefined;
		return {
			...this.choose(own, spare, moved),
			isFirst: !isUnreadable && !events.includes(this.event),
			damaged: isUnreadable || (own !== undefined && this.isDamaged(own)),
			events: [...new Set(events)],
			revision: Math.max(...revisions) + 1,
			origin: moved ? originOf(moved) : (mine ?? spare)?.origin,
			lying,
		};
	}

	/**
	 * Replaces the state, unless a poll that ran at the same time did so first: then that one has emitted what this one
	 * found, and this one must keep it to itself.
	 *
	 * @param given what has to be remembered of what this poll gives.
	 * @param isQuiet whether it gives nothing.
	 * @returns whether the state was saved.
	 */
	save(
		state: State,
		{ lying, revision, events, origin, ...found }: Found<State>,
		given: Given[] = [],
		isQuiet = true,
	): boolean {
		if (this.nodeData[KEY] !== lying) return false;
		const goesOn = isQuiet && found.state !== undefined;
		const stored: Stored = {
			version: VERSION,
			event: this.event,
			events: [...new Set([...events, this.event])],
			fingerprint: this.fingerprint,
			nodeId: this.id,
			nodeName: this.node.name,
			revision,
			savedAt: this.now(),
			...(origin && { origin: { ...origin, isBehind: origin.isBehind || !goesOn } }),
			state,
		};
		// n8n notices top-level assignments only.
		this.nodeData[KEY] = {
			...stored,
			...(given.length > 0 && { given }),
		} as unknown as IDataObject;
		this.workflowData[this.spareKey()] = {
			...stored,
			state: this.engine.spare(state, found.isSpare),
			...(found.isSpare && { before: found.state }),
		} as unknown as IDataObject;
		this.tidyUp(origin ?? { left: {} });
		return true;
	}

	private choose(
		own: Stored | undefined,
		spare: Stored | undefined,
		moved: Stored | undefined,
	): Pick<Found<State>, 'state' | 'isSpare' | 'given'> {
		const nothing = { state: undefined, isSpare: false, given: [] };
		const isMine = own?.nodeId === this.id;
		if (moved) {
			return this.fits(moved) ? { ...nothing, state: this.read(moved), isSpare: true } : nothing;
		}
		if (own && isMine && this.fits(own)) {
			return { state: this.read(own), isSpare: false, given: own.given ?? [] };
		}
		// A spare copy that is older than the node's state of other filters is of no use: it is older than those filters.
		if (spare && this.fits(spare) && (!isMine || spare.revision >= own.revision)) {
			// A poll that began with a spare copy left an own state, if it was committed. There is none, so n8n dropped that poll
			// with all it found, and this one has to begin where that one began.
			const state = spare.before === undefined ? spare.state : spare.before;
			return { ...nothing, state: this.engine.readState(state), isSpare: true };
		}
		if (own && !isMine && !spare && this.fits(own) && this.mayTakeOver(own)) {
			return { ...nothing, state: this.read(own) };
		}
		return nothing;
	}

	/**
	 * What this node left under another name that it had in the meantime. Where something of it lies under its present name
	 * too, only what went on from there counts: the rest is a copy's with the same id, which has a name and a state of its own.
	 */
	private movedFrom(
		mine: Stored | undefined,
		spare: Stored | undefined,
		spares: Stored[],
	): Stored | undefined {
		const { name } = this.node;
		// n8n's durable engine keeps a node's own state under its id.
		if (this.id === '' || (mine && mine.nodeName !== name)) return undefined;
		const here = mine ?? spare;
		return spares
			.filter((other) => {
				if (other.nodeName === name) return false;
				if (!here) return this.fits(other);
				const { left, isBehind } = other.origin ?? { left: {}, isBehind: false };
				const wentOnFromHere = (left[name] ?? -1) >= here.revision;
				// A copy's first poll looks the same where n8n does not tell which nodes exist; then it is harmless to stay.
				return wentOnFromHere && (isBehind || this.isConnected(name));
			})
			.sort((one, other) => (other.savedAt ?? 0) - (one.savedAt ?? 0))[0];
	}

	/** Whether a state that another node left under this name is young, and that node gone. */
	private mayTakeOver({ nodeId, nodeName, savedAt = 0 }: Stored): boolean {
		const livesOn = this.spares().some(
			(spare) =>
				nodeId !== '' &&
				spare.nodeId === nodeId &&
				spare.nodeName !== nodeName &&
				(spare.origin?.left[nodeName] !== undefined || (spare.savedAt ?? 0) > savedAt),
		);
		return !livesOn && this.now() - savedAt <= this.engine.window;
	}

	/** A name that has connections is the name of a node that exists. Older versions of n8n do not tell. */
	private isConnected(name: string): boolean {
		return (this.caller.getChildNodes?.(name) ?? []).length > 0;
	}

	/** Removes what is no longer needed: what was left under earlier names, and the spare copy of version 0.1.0. */
	private tidyUp({ left }: Pick<Origin, 'left'>): void {
		const { workflowData } = this;
		const outdated = Object.entries(left).filter(([name, revision]) => {
			const spare = readStored(workflowData[this.spareKey(name)]);
			return name !== this.node.name && spare && spare.revision <= revision;
		});
		for (const key of [SPARE + this.id, ...outdated.map(([name]) => this.spareKey(name))]) {
			if (workflowData[key] !== undefined) workflowData[key] = undefined;
		}
	}

	private spares(): Stored[] {
		return Object.entries(this.workflowData).flatMap(([key, value]) =>
			key.startsWith(SPARE) ? (readStored(value) ?? []) : [],
		);
	}

	private fits(stored: Stored): boolean {
		return stored.fingerprint === this.fingerprint && this.read(stored) !== undefined;
	}

	private isDamaged(stored: Stored): boolean {
		return stored.fingerprint === this.fingerprint && this.read(stored) === undefined;
	}

	private read({ state }: Stored): State | undefined {
		return this.engine.readState(state);
	}

	private get nodeData(): IDataObject {
		return this.caller.getWorkflowStaticData('node');
	}

	private get workflowData(): IDataObject {
		return this.caller.getWorkflowStaticData('global');
	}

	private spareKey(name = this.node.name): string {
		return `${SPARE}${this.id}:${name}`;
	}
}

/** Renamed once more, a node has left something under each of its names. */
function originOf({ nodeName, revision, origin }: Stored): Origin {
	return {
		left: { ...origin?.left, [nodeName]: revision },
		isBehind: origin?.isBehind ?? false,
	};
}
