import { createHash } from 'crypto';

/** A slot of moments: ids are forgotten a slot at a time. Milliseconds. */
const SLOT = 10 * 60_000;

/**
 * Eight characters of base64 are 48 bits: with 10,000 ids remembered, a new report is taken for an old one once in
 * 10^10 reports (at 10,000 a day, in thousands of years), and 10,000 ids fit into 85 kB.
 */
const KEY_LENGTH = 8;

/** Remembered ids as they are saved: keys of equal length strung together, by the slot of their moments. */
export type SavedMemory = Record<string, string>;

/**
 * What is known, each with a moment: a report with its end, a session with its beginning. Only a hash of each id is kept,
 * and only as long as it can come again as news.
 */
export class Memory {
	private readonly slots = new Map<number, string>();
	private readonly keys = new Set<string>();

	constructor(saved: SavedMemory = {}) {
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

	forget(id: string): void {
		const key = keyOf(id);
		if (!this.keys.delete(key)) return;
		for (const [slot, keys] of this.slots) {
			for (let at = 0; at < keys.length; at += KEY_LENGTH) {
				if (!keys.startsWith(key, at)) continue;
				this.slots.set(slot, keys.slice(0, at) + keys.slice(at + KEY_LENGTH));
				return;
			}
		}
	}

	/** What has to be kept: the ids with a moment at or after `horizon`, and a few older ones. */
	save(horizon: number): SavedMemory {
		const first = Math.floor(horizon / SLOT);
		return Object.fromEntries(
			[...this.slots].filter(([slot]) => slot >= first).sort(([one], [other]) => one - other),
		);
	}
}

/**
 * The latest part of a memory, whole slots only.
 *
 * @returns the part, and from which moment on it holds every id that the whole memory held; undefined when nothing was cut.
 */
export function latestOf(saved: SavedMemory, most: number): [SavedMemory, number | undefined] {
	const slots = Object.entries(saved).sort(([one], [other]) => Number(other) - Number(one));
	let room = most * KEY_LENGTH;
	const cut = slots.findIndex(([, keys]) => (room -= keys.length) < 0);
	if (cut === -1) return [saved, undefined];
	const oldestGone = Number(slots[cut]?.[0]);
	return [Object.fromEntries(slots.slice(0, cut)), (oldestGone + 1) * SLOT];
}

/** Whether a saved value is a memory: strings of whole keys, by numbered slots. */
export function isSavedMemory(value: unknown): value is SavedMemory {
	return (
		typeof value === 'object' &&
		value !== null &&
		Object.entries(value).every(
			([slot, keys]) =>
				/^-?\d+$/.test(slot) && typeof keys === 'string' && keys.length % KEY_LENGTH === 0,
		)
	);
}

/** Ids come in upper or lower case, depending on where TeamViewer writes them. */
function keyOf(id: string): string {
	return createHash('sha256').update(id.toLowerCase()).digest('base64url').slice(0, KEY_LENGTH);
}
