import { UnexpectedAnswer } from '../../teamviewer/teamViewerError';
import { pack, unpack } from './codes';

/**
 * Who is in a list that may be longer than one poll can read: it is read a page a poll, round and round, and whoever was
 * not met in a whole round has left. Codes are packed short codes.
 */
export interface Ring {
	/** Where the round goes on; missing at its beginning. */
	offset?: string;
	/** Where a page made no sense, so that the round began anew; a second time there is an error. */
	odd?: string;
	/** Members that this round still has to meet. */
	unseen: string;
	/** Members that this round has met. */
	seen: string;
}

/** Nobody, at the beginning of a round. */
export const EMPTY_RING: Ring = { unseen: '', seen: '' };

/** The members of a ring. */
export function members({ unseen, seen }: Ring): Set<string> {
	return new Set([...unpack(unseen), ...unpack(seen)]);
}

/** Meets these codes; those that are not yet members become so. */
export function meet(ring: Ring, codes: Iterable<string>): Ring {
	const unseen = unpack(ring.unseen);
	const seen = unpack(ring.seen);
	for (const code of codes) {
		unseen.delete(code);
		seen.add(code);
	}
	return { ...ring, unseen: pack(unseen), seen: pack(seen) };
}

/** Takes these codes out. */
export function release(ring: Ring, codes: Iterable<string>): Ring {
	const unseen = unpack(ring.unseen);
	const seen = unpack(ring.seen);
	for (const code of codes) {
		unseen.delete(code);
		seen.delete(code);
	}
	return { ...ring, unseen: pack(unseen), seen: pack(seen) };
}

/**
 * Goes on after a page.
 *
 * @param next how the next page is asked for; undefined at the end of the list, where the round is complete.
 * @returns the ring, and the members that have left it.
 */
export function turn(ring: Ring, next: string | undefined): { ring: Ring; left: string[] } {
	if (next !== undefined) return { ring: { ...ring, offset: next }, left: [] };
	return { ring: { unseen: ring.seen, seen: '' }, left: [...unpack(ring.unseen)] };
}

/**
 * Begins the round anew, with everybody still to be met, after a page failed: the session that the round came to may be
 * gone. Otherwise the next request fails too.
 *
 * @throws the error, where a page made no sense for the second time.
 */
export function restart(ring: Ring, error: unknown): Ring {
	if (error instanceof UnexpectedAnswer && ring.offset === ring.odd) throw error;
	return { unseen: pack(members(ring)), seen: '', odd: ring.offset };
}

/** Whether a saved value is a ring. */
export function isRing(value: unknown): value is Ring {
	if (typeof value !== 'object' || value === null) return false;
	const { offset, odd, unseen, seen } = value as Partial<Ring>;
	return (
		[offset, odd].every((token) => token === undefined || typeof token === 'string') &&
		typeof unseen === 'string' &&
		typeof seen === 'string'
	);
}
