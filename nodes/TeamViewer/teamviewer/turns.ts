/** Work on one and the same thing goes one after the other, in the order in which it was asked for. */
export class Turns {
	/** By thing: settles when the work asked for last is through. Holds nothing of what is through. */
	private readonly last = new Map<string, Promise<void>>();

	/** How many things are being worked on. */
	get size(): number {
		return this.last.size;
	}

	/** Waits until everything asked for before is through, whether it worked or failed. */
	async take<T>(thing: string, work: () => Promise<T>): Promise<T> {
		const before = this.last.get(thing);
		const outcome = before ? before.then(work) : work();
		const settled = outcome.then(ignore, ignore);
		this.last.set(thing, settled);
		try {
			return await outcome;
		} finally {
			if (this.last.get(thing) === settled) this.last.delete(thing);
		}
	}
}

function ignore(): void {}
