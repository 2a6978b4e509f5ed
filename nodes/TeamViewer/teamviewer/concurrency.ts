/** Enough to hide TeamViewer's latency; more would only meet its rate limit sooner. */
const MOST_AT_ONCE = 40;

/**
 * How many requests may be under way at once. The limit finds itself: one at first, so that an expired token is renewed by
 * one request before others need it, at most twice as many after each round of answers, half after a refusal for the rate
 * limit, and from there on one more a round (additive increase, multiplicative decrease). A round is as many answers as the
 * limit allows at once.
 */
export class Concurrency {
	/** How many may be under way now. */
	limit = 1;

	/** How many are under way. */
	activeCount = 0;

	/** How often the limit was lowered. */
	refusals = 0;

	/** From here on the limit grows by one a round. */
	private threshold: number;
	private answersOfRound = 0;
	private readonly pending: Array<() => void> = [];

	/** @param most is what the limit grows to. */
	constructor(private readonly most = MOST_AT_ONCE) {
		this.threshold = most;
	}

	/** How many wait for a place. */
	get pendingCount(): number {
		return this.pending.length;
	}

	/** Waits for a place, in the order of the calls, and takes it while the task runs. */
	async run<T>(task: () => Promise<T>): Promise<T> {
		if (this.activeCount < this.limit) {
			this.activeCount += 1;
		} else {
			// Whoever leaves hands its place over, already counted.
			await new Promise<void>((resolve) => this.pending.push(resolve));
		}
		try {
			return await task();
		} finally {
			this.activeCount -= 1;
			this.admit();
		}
	}

	/** TeamViewer answered. */
	onSuccess(): void {
		this.answersOfRound += 1;
		if (this.answersOfRound < this.limit) return;
		this.answersOfRound = 0;
		this.limit =
			this.limit < this.threshold
				? Math.min(this.threshold, 2 * this.limit)
				: Math.min(this.most, this.limit + 1);
		this.admit();
	}

	/**
	 * TeamViewer refused for its rate limit.
	 *
	 * @param since {@link refusals} when the request was sent: requests that were refused together lower the limit once.
	 */
	onRateLimit(since: number): void {
		if (since < this.refusals) return;
		this.refusals += 1;
		this.answersOfRound = 0;
		this.limit = Math.max(1, Math.floor(this.limit / 2));
		this.threshold = this.limit;
	}

	private admit(): void {
		while (this.activeCount < this.limit && this.pending.length > 0) {
			this.activeCount += 1;
			this.pending.shift()?.();
		}
	}
}

/**
 * A place in the queue that somebody holds for a piece of work of several requests. One request at a time uses that place;
 * those that it sends beside it wait for further places. So whoever holds a place never waits for one, and work and its
 * requests can share one queue.
 */
export class HeldPlace {
	private isUsed = false;

	constructor(private readonly queue: Pick<Concurrency, 'run'>) {}

	/** Runs a request in the held place, or in another one while that is in use. */
	async run<T>(task: () => Promise<T>): Promise<T> {
		if (this.isUsed) return await this.queue.run(task);
		this.isUsed = true;
		try {
			return await task();
		} finally {
			this.isUsed = false;
		}
	}
}
