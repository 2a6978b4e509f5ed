/**
 * The time that one poll may take. A request is started only while the slowest one so far would still fit, so a poll ends
 * inside its time unless a single request takes longer than any before it. The first request is always allowed: a poll
 * that asks nothing would never get further.
 */
export class Budget {
	private readonly end: number;
	private asked = 0;
	private slowest = 0;

	/**
	 * @param ms how long the poll may take.
	 * @param now the clock, in milliseconds since 1970.
	 */
	constructor(
		ms: number,
		private readonly now: () => number,
	) {
		this.end = now() + ms;
	}

	/** The moment the poll has to be over; milliseconds since 1970. */
	get deadline(): number {
		return this.end;
	}

	/** Whether there is time for another request. */
	get allowsRequest(): boolean {
		return this.asked === 0 || this.now() + this.slowest <= this.end;
	}

	/** Sends a request and remembers how long it took. */
	async spend<T>(request: () => Promise<T>): Promise<T> {
		const sentAt = this.now();
		try {
			return await request();
		} finally {
			this.asked += 1;
			this.slowest = Math.max(this.slowest, this.now() - sentAt);
		}
	}
}
