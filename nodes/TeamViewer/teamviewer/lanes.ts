import { fromTeamViewerDate, isInDocumentedForm, toTeamViewerDate } from './dates';
import type { Pace } from './pace';
import { readPages, type Page } from './pages';
import type { ConnectionReport, TeamViewerDate } from './types';

/** How many ranges are read side by side. */
const LANES = 12;

/** A lane that still has more pages than this before it is worth cutting. */
const WORTH_CUTTING = 3;

/**
 * Asks for a page of the list.
 *
 * @param endedBefore seeks into the list: records that ended at or after it may be missing (under the manual's reading of
 * `to_date` only some of them are).
 * @param offset continues after the page that gave it.
 */
export type FetchReports = (
	endedBefore: TeamViewerDate | undefined,
	offset: string | undefined,
) => Promise<Page<ConnectionReport>>;

/**
 * Makes of a report what the reader wants to keep; undefined leaves it out. Called as soon as a report has arrived, so that
 * what nobody wants of a long list is gone before the rest of it comes.
 */
export type Shape<T> = (report: ConnectionReport) => T | undefined;

/** Before and after every date, compared as text. */
const EARLIEST = '';
const LATEST = '~';

/** A range of ends that is read newest first: `from` ≤ end < `until`. Dates are compared as text: a list has many. */
interface Lane<T> {
	from: TeamViewerDate;
	until: TeamViewerDate;
	/** The end of the record read last. */
	lastEnd: TeamViewerDate;
	kept: T[];
	/** Settles when the lane is read, or given up; never rejects. */
	done: Promise<void>;
}

/**
 * Reads the list in lanes side by side once its first page is there. `to_date` is a seek into the list, which is sorted by
 * end; how wide the lanes are follows from how many records remain and how dense the last page was. A lane that turns out
 * to hold more than expected is cut again. Each lane costs at most one request more than one page after the other would.
 *
 * From the first rate-limit refusal on, lanes are read one after the other.
 */
export class Lanes<T> {
	/** Newest first. */
	private readonly lanes: Array<Lane<T>> = [];
	private readonly pageSize: number;
	private readonly refusals: number;
	/** A report whose end is moved while it is read may be met twice; it counts once. */
	private readonly seen = new Set<string>();
	private found = 0;
	private underWay = 0;
	private failure: { reason: unknown } | undefined;
	/** The list is not sorted by end, or holds a record without a documented one: it has no ranges of ends. */
	private isUnsorted = false;

	constructor(
		private readonly fetchReports: FetchReports,
		private readonly pace: Pace,
		private readonly first: Page<ConnectionReport>,
		private readonly shape: Shape<T>,
	) {
		this.pageSize = first.records.length;
		this.refusals = pace.refusals;
	}

	/**
	 * @returns undefined when the list cannot be read in lanes: it contradicts the documented order, or fewer records came
	 * than were announced, as it happens when `to_date` hides some.
	 */
	async read(): Promise<T[] | undefined> {
		const { records, remaining = 0 } = this.first;
		const lane = newLane<T>(EARLIEST, LATEST);
		this.take(lane, records);
		this.lanes.push(lane);

		const pieces = Math.min(LANES, Math.floor(remaining / this.pageSize / 2));
		this.cut(lane, remaining, millisecondsPerRecord(records), pieces);
		for (const planned of this.lanes) this.start(planned);
		// Lanes that are cut off later stand behind the one they were cut from, so none is missed.
		for (let index = 0; index < this.lanes.length; index++) await this.lanes[index]?.done;

		if (this.isUnsorted) return undefined;
		if (this.failure) throw this.failure.reason;
		if (this.found < records.length + remaining) return undefined;
		return new Array<T>().concat(...this.lanes.map(({ kept }) => kept));
	}

	private start(lane: Lane<T>): void {
		this.underWay += 1;
		lane.done = this.readLane(lane)
			.catch((reason: unknown) => {
				this.failure ??= { reason };
			})
			.finally(() => (this.underWay -= 1));
	}

	private async readLane(lane: Lane<T>): Promise<void> {
		const isFirst = lane.until === LATEST;
		const seek = isFirst ? undefined : lane.until;
		const fetchPage = async (offset?: string) => {
			await this.turn(lane);
			return await this.fetchReports(seek, offset);
		};
		const pages = isFirst
			? readPages(fetchPage, { ...this.first, records: [] })
			: readPages(fetchPage);

		for await (const { records, remaining = 0 } of pages) {
			const isThrough = this.take(lane, records);
			if (isThrough || this.isUnsorted || this.failure) return;
			this.cutIfLong(lane, records, remaining);
		}
	}

	/** After a refusal a lane waits for all newer ones. */
	private async turn(lane: Lane<T>): Promise<void> {
		if (this.pace.refusals === this.refusals) return;
		for (const newer of this.lanes.slice(0, this.lanes.indexOf(lane))) await newer.done;
	}

	/** Keeps the records of the lane's range. @returns whether the lane is through: a record lies beyond its range. */
	private take(lane: Lane<T>, records: ConnectionReport[]): boolean {
		for (const record of records) {
			const end = record.end_date;
			if (!isInDocumentedForm(end) || end > lane.lastEnd) {
				this.isUnsorted = true;
				return true;
			}
			lane.lastEnd = end;
			if (end < lane.from) return true;
			if (end < lane.until) this.keep(lane, record);
		}
		return false;
	}

	private keep(lane: Lane<T>, record: ConnectionReport): void {
		if (typeof record.id === 'string') {
			const { size } = this.seen;
			if (this.seen.add(record.id).size === size) return;
		}
		this.found += 1;
		const kept = this.shape(record);
		if (kept !== undefined) lane.kept.push(kept);
	}

	private cutIfLong(lane: Lane<T>, records: ConnectionReport[], remaining: number): void {
		if (this.underWay >= LANES || this.pace.refusals > this.refusals) return;
		const density = millisecondsPerRecord(records);
		const range = milliseconds(lane.lastEnd) - (fromTeamViewerDate(lane.from) ?? -Infinity);
		const expected = Math.min(remaining, range / density);
		if (!(expected > WORTH_CUTTING * this.pageSize)) return;
		const cutOff = this.cut(lane, expected, density, 2);
		for (const piece of cutOff) this.start(piece);
	}

	/** Cuts what a lane still has to read into pieces that hold about the same number of records. */
	private cut(lane: Lane<T>, expected: number, density: number, pieces: number): Array<Lane<T>> {
		const position = this.lanes.indexOf(lane);
		const cutOff: Array<Lane<T>> = [];
		let upper = lane;
		for (let piece = 1; piece < pieces; piece++) {
			const ideal = milliseconds(lane.lastEnd) - (expected * density * piece) / pieces;
			if (!(ideal > 0)) break;
			const border = toTeamViewerDate(ideal);
			// Every border lies below what was read and above what follows; equal ends make that impossible.
			if (!(border < lane.lastEnd && border < upper.until && border > upper.from)) break;
			const lower = newLane<T>(upper.from, border);
			upper.from = border;
			cutOff.push(lower);
			upper = lower;
		}
		this.lanes.splice(position + 1, 0, ...cutOff);
		return cutOff;
	}
}

function newLane<T>(from: TeamViewerDate, until: TeamViewerDate): Lane<T> {
	return { from, until, lastEnd: LATEST, kept: [], done: Promise.resolve() };
}

/** How far apart the ends on a page are on average. */
function millisecondsPerRecord(records: ConnectionReport[]): number {
	const newest = milliseconds(records[0]?.end_date);
	const oldest = milliseconds(records[records.length - 1]?.end_date);
	return (newest - oldest) / records.length;
}

function milliseconds(date: TeamViewerDate | undefined): number {
	return fromTeamViewerDate(date) ?? NaN;
}
