import { createHash } from 'crypto';

/** A poll that keeps others away, after the one moment and before the other (milliseconds since 1970). */
interface Obstacle {
	after: number;
	before: number;
}

/** How long a poll keeps others away that go on from the same state. Milliseconds. */
export interface Precedence {
	/** A poll that has not ended by then no longer stands in the way. */
	whileItRuns: number;
	/** After it found something: until n8n has surely committed it. */
	afterwards: number;
}

/**
 * Lets only one poll go on from a state: two would find and emit the same.
 *
 * n8n's durable engine gives every poll a copy of the saved state and takes the results of all of them, so polls that come
 * due together (several poll times, or what a killed n8n left undone) double what is new; also where one begins when the
 * other has ended, but read its copy before n8n committed what the other found. The one that is dropped loses nothing:
 * should the other fail, the state stays, and the next poll goes on from it. This is no memory between polls: where it is
 * missing, as in a process of its own, n8n behaves as if it were not there.
 */
export class OverlapGuard {
	/** By what the poll goes on from. */
	private readonly inTheWay = new Map<string, Obstacle>();

	/**
	 * Runs a poll, unless another one is going on from the same state or has just found something there.
	 *
	 * @param base what the poll goes on from, and for which node; compared as text; undefined for a first poll.
	 * @param poll gives what it found.
	 * @returns what the poll returns; undefined when it was dropped.
	 */
	async run<T>(
		base: string | undefined,
		{ whileItRuns, afterwards }: Precedence,
		poll: () => Promise<T[]>,
	): Promise<T[] | undefined> {
		this.clear(Date.now());
		if (base === undefined) return await poll();

		// The base holds a whole state, which is too much to be kept for seconds.
		const key = createHash('sha256').update(base).digest('base64url');
		if (this.inTheWay.has(key)) return undefined;

		const own = { after: -Infinity, before: Date.now() + whileItRuns };
		this.inTheWay.set(key, own);
		let found: T[] = [];
		try {
			found = await poll();
			return found;
		} finally {
			own.after = Date.now();
			own.before = own.after + (found.length > 0 ? afterwards : 0);
		}
	}

	/** Lets go what no longer stands in the way. A clock that was set back must not make it stay. */
	private clear(now: number): void {
		for (const [key, { after, before }] of this.inTheWay) {
			if (now < after || now >= before) this.inTheWay.delete(key);
		}
	}
}
