/** Enough to hide TeamViewer's latency; more would only meet its rate limit sooner. */
const WIDEST = 40;

/** How many requests may follow the first answer at once. Source: TCP's initial window, RFC 6928. */
const AFTER_FIRST = 10;

/**
 * How many requests may be under way at once. It finds itself, as TCP's congestion window does: one at first, so that an
 * expired token is renewed by one request before others need it, ten once that is answered, twice as many with every further
 * answer, half after a refusal, and from there on one more a round.
 */
export class Pace {
	/** How often the pace was narrowed. */
	refusals = 0;

	private window = 1;
	private threshold = WIDEST;
	private isFirst = true;
	private underWay = 0;
	private readonly waiting: Array<() => void> = [];

	/** How many requests may be under way now. */
	get width(): number {
		return Math.floor(this.window);
	}

	/** Waits for a place, takes it while the task runs. */
	async run<T>(task: () => Promise<T>): Promise<T> {
		if (this.underWay < this.width) {
			this.underWay += 1;
		} else {
			// Whoever leaves hands its place over, already counted.
			await new Promise<void>((resolve) => this.waiting.push(resolve));
		}
		try {
			return await task();
		} finally {
			this.underWay -= 1;
			this.admit();
		}
	}

	/** TeamViewer answered. */
	widen(): void {
		if (this.isFirst) this.window = AFTER_FIRST;
		else if (this.window < this.threshold) this.window = Math.min(this.threshold, 2 * this.window);
		else this.window = Math.min(WIDEST, this.window + 1 / this.window);
		this.isFirst = false;
		this.admit();
	}

	/**
	 * TeamViewer refused for its rate limit.
	 *
	 * @param since {@link refusals} when the request was sent: requests that were refused together narrow the pace once.
	 */
	narrow(since: number): void {
		if (since < this.refusals) return;
		this.refusals += 1;
		this.isFirst = false;
		this.threshold = Math.max(1, this.window / 2);
		this.window = this.threshold;
	}

	private admit(): void {
		while (this.underWay < this.width && this.waiting.length > 0) {
			this.underWay += 1;
			this.waiting.shift()?.();
		}
	}
}
