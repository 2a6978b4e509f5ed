/**
 * A small seeded source of chance (mulberry32), so that one seed always makes the same company.
 * Nothing here is fit for secrets: the sandbox has none.
 */
export class Random {
	private state: number;

	constructor(seed: number) {
		this.state = seed >>> 0;
	}

	/** A number in [0, 1). */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let mixed = this.state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	}

	/** A whole number from `low` to `high`, both included. */
	whole(low: number, high: number): number {
		return low + Math.floor(this.next() * (high - low + 1));
	}

	chance(probability: number): boolean {
		return this.next() < probability;
	}

	pick<T>(choices: readonly T[]): T {
		const choice = choices[Math.floor(this.next() * choices.length)];
		if (choice === undefined) throw new RangeError('Nothing to pick from');
		return choice;
	}

	/** `length` characters out of `alphabet`. */
	text(length: number, alphabet: string): string {
		let text = '';
		for (let index = 0; index < length; index++) {
			text += alphabet[Math.floor(this.next() * alphabet.length)];
		}
		return text;
	}
}
