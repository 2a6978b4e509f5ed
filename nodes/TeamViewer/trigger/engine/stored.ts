import { isRecord } from '../../teamviewer/isRecord';
import { isGiven, type Given } from './delivery';
import { form, isNumber, isSwitch, isText, listOf, optional } from './form';

/** Raised when saved states can no longer be understood; version 1 was 0.1.0's. */
export const VERSION = 2;

/** An engine's state as it is saved, with what tells whether it may be used. */
export interface Stored {
	version: number;
	event: string;
	/** Every event that the node ever had a state of. */
	events?: string[];
	/** Of what the state tells: event, filters and credential. */
	fingerprint: string;
	nodeId: string;
	nodeName: string;
	/** Counts the states of a node; the higher, the later. */
	revision: number;
	/** By n8n's clock, milliseconds since 1970; 0.1.0 did not note it. */
	savedAt?: number;
	/** Where the node's state comes from, if it had another name. */
	origin?: Origin;
	/** What the last poll gave, where that has to be remembered. */
	given?: Given[];
	state: unknown;
	/** In a spare copy: the one it was made from, where the node's own state could not be used. */
	before?: unknown;
}

/** What a node that was renamed went on from. */
export interface Origin {
	/** By the names it had: the revision that it left under each. */
	left: Record<string, number>;
	/** Whether what lies there is behind by now: the node emitted something since, or began anew. */
	isBehind: boolean;
}

const isStored = form<Stored>({
	version: (value) => value === VERSION || value === 1,
	event: isText,
	events: optional(listOf(isText)),
	fingerprint: isText,
	nodeId: optional(isText),
	nodeName: isText,
	revision: isNumber,
	savedAt: optional(isNumber),
	origin: optional(form<Origin>({ left: isRecord, isBehind: isSwitch })),
	given: optional(listOf(isGiven)),
	state: () => true,
	before: () => true,
});

/** A saved value as what {@link Stored} describes; undefined for anything else. */
export function readStored(value: unknown): Stored | undefined {
	return isStored(value) ? { ...value, nodeId: value.nodeId ?? '' } : undefined;
}
