import { pause } from '../n8n/waiting';
import type { Sandbox } from '../sandbox';
import { DAY, HOUR, SECOND, writeDate } from '../sandbox/dates';
import type { Random } from '../sandbox/random';

/** No connection lasts longer; milliseconds. */
export const LONGEST_CONNECTION = 5 * DAY;

/**
 * Connections that end one after the other, about every third second. Some reports are late, some tell of connections that
 * ran for days, and now and then several end in the same second.
 */
export class ReportStream {
	/** The ids of all reports so far. */
	readonly ids: string[] = [];
	/** When the last of them is listed, in milliseconds. */
	lastListedAt = 0;
	private isOn = true;
	private readonly ended: Promise<void>;

	constructor(
		private readonly sandbox: Sandbox,
		private readonly random: Random,
	) {
		this.ended = this.run();
	}

	/** No more reports; resolves once all of them are listed. */
	async stop(): Promise<void> {
		this.isOn = false;
		await this.ended;
		await pause(Math.max(0, this.lastListedAt - this.sandbox.now()));
	}

	private async run(): Promise<void> {
		while (this.isOn) {
			const atOnce = this.random.chance(0.1) ? 5 : 1;
			for (let index = 0; index < atOnce; index += 1) this.end();
			await pause(this.random.whole(1_000, 4_000));
		}
	}

	/** A connection ends. */
	private end(): void {
		const now = this.sandbox.now();
		const ranForDays = this.random.chance(0.15);
		const isLate = this.random.chance(0.2);
		const listedAt = isLate ? now + this.random.whole(3, 20) * SECOND : now;
		const report = this.sandbox.addReport({
			start_date: writeDate(
				now - this.random.whole(60, (ranForDays ? LONGEST_CONNECTION : HOUR) / SECOND) * SECOND,
			),
			end_date: writeDate(now),
			publishedAt: listedAt,
		});
		this.ids.push(report.id);
		this.lastListedAt = Math.max(this.lastListedAt, listedAt);
	}
}
