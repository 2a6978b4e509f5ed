import { createHash } from 'crypto';

import { isRecord } from '../../teamviewer/isRecord';

/** A slot of moments: ids are forgotten a slot at a time. Milliseconds. */
const SLOT = 10 * 60_000;

/**
 * Eight characters of base64 are 48 bits: with 10,000 ids remembered, a new report is taken for an old one once in
 * 10^10 reports (at 10,000 a day, in thousands of years), and 10,000 ids fit into 85 kB.
 */
export const KEY_LENGTH = 8;

/** Ids as they are saved: keys of equal length strung together, by the slot of their moments. */
export type SavedIds = Record<string, string>;

/**
 * The ids that were seen, each with a moment: a report with its end, a session with its beginning. Only a hash of each id
 * is kept, its key, and only as long as its record could count as new.
 */
export class SeenIds {
	private readonly slots = new Map<number, string>();
	private readonly keys = new Set<string>();

	constructor(saved: SavedIds = {}) {
		for (const [slot, keys] of Object.entries(saved)) {
			this.slots.set(Number(slot), keys);
			for (let at = 0; at < keys.length; at += KEY_LENGTH) {
				this.keys.add(keys.slice(at, at + KEY_LENGTH));
			}
		}
	}

	has(id: string): boolean {
		return this.keys.has(keyOf(id));
	}

	/** @param moment milliseconds since 1970. */
	add(id: string, moment: number): void {
		const key = keyOf(id);
		if (this.keys.has(key)) return;
		this.keys.add(key);
		const slot = Math.floor(moment / SLOT);
		this.slots.set(slot, (this.slots.get(slot) ?? '') + key);
	}

	/** Keeps an id longer that was seen already, where its record has moved up since. @param moment milliseconds since 1970. */
	prolong(id: string, moment: number): void {
		const key = keyOf(id);
		if (!this.keys.has(key)) return;
		const slot = Math.floor(moment / SLOT);
		const keys = this.slots.get(slot) ?? '';
		// The key in the earlier slot is forgotten with it.
		if (!keys.includes(key)) this.slots.set(slot, keys + key);
	}

	forget(id: string): void {
		this.forgetKey(keyOf(id));
	}

	/** @param key see {@link keyOf}. */
	forgetKey(key: string): void {
		if (!this.keys.delete(key)) return;
		for (const [slot, keys] of this.slots) {
			for (let at = 0; at < keys.length; at += KEY_LENGTH) {
				if (!keys.startsWith(key, at)) continue;
				this.slots.set(slot, keys.slice(0, at) + keys.slice(at + KEY_LENGTH));
				break;
			}
		}
	}

	/** What has to be kept: the ids with a moment at or after the floor, and a few older ones. */
	save(floor: number): SavedIds {
		const first = Math.floor(floor / SLOT);
		return Object.fromEntries(
			[...this.slots].filter(([slot]) => slot >= first).sort(([one], [other]) => one - other),
		);
	}
}

/**
 * The latest ids, whole slots only.
 *
 * @returns them, and from which moment on every id is among them; undefined when nothing was cut.
 */
export function latestOf(saved: SavedIds, most: number): [SavedIds, number | undefined] {
	const slots = Object.entries(saved).sort(([one], [other]) => Number(other) - Number(one));
	let room = most * KEY_LENGTH;
	const cut = slots.findIndex(([, keys]) => (room -= keys.length) < 0);
	if (cut === -1) return [saved, undefined];
	const oldestGone = Number(slots[cut]?.[0]);
	return [Object.fromEntries(slots.slice(0, cut)), (oldestGone + 1) * SLOT];
}

/** How many ids are saved. */
export function countOf(saved: SavedIds): number {
	return Object.values(saved).reduce((count, keys) => count + keys.length / KEY_LENGTH, 0);
}

/** Whether a saved value holds ids: strings of whole keys, by numbered slots. */
export function isSavedIds(value: unknown): value is SavedIds {
	return (
		isRecord(value) &&
		Object.entries(value).every(
			([slot, keys]) =>
				/^-?\d+$/.test(slot) && typeof keys === 'string' && keys.length % KEY_LENGTH === 0,
		)
	);
}

/** What is kept of an id. Ids come in upper or lower case, depending on where TeamViewer writes them. */
export function keyOf(id: string): string {
	return createHash('sha256').update(id.toLowerCase()).digest('base64url').slice(0, KEY_LENGTH);
}
