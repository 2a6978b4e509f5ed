import type { Concurrency } from './concurrency';
import { fromTeamViewerDate, isInDocumentedForm, toTeamViewerDate } from './dates';
import { readPages, type Page } from './pages';
import type { ConnectionReport, TeamViewerDate } from './types';

/** How many ranges are read side by side. */
const RANGES = 12;

/** A range that still has more pages than this before it is worth cutting. */
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
interface ReportRange<T> {
	from: TeamViewerDate;
	until: TeamViewerDate;
	/** The end of the record read last. */
	lastEnd: TeamViewerDate;
	/** What tells each record of the range from all others: its id, or itself where it has none. */
	ids: unknown[];
	/** What was made of each; undefined is left out. */
	shaped: Array<T | undefined>;
	/** What lies beyond the range, from the page on which the range ended. */
	rest?: Page<ConnectionReport>;
	isDone: boolean;
	/** Settles when the range is read, or given up; never rejects. */
	done: Promise<void>;
}

/**
 * Reads the list in ranges side by side once its first page is there. `to_date` is a seek into the list, which is sorted by
 * end; how wide the ranges are follows from how many records remain and how dense the last page was. A range that turns out
 * to hold more than expected is cut again. Each range costs at most one request more than one page after the other would.
 *
 * Where `to_date` limits the start, as the manual has it, connections that are longer than a range stand before the range's
 * own. A range that meets nothing else on its first page is given up, and the newer one goes on through its range.
 *
 * From the first rate-limit refusal on, ranges are read one after the other.
 */
export class ReportRanges<T> {
	/** Newest first. */
	private readonly ranges: Array<ReportRange<T>> = [];
	private readonly pageSize: number;
	private readonly refusals: number;
	private underWay = 0;
	private failure: { reason: unknown } | undefined;
	/** The list is not sorted by end, or holds a record without a documented one: it has no ranges of ends. */
	private isUnsorted = false;
	/** A range was given up: cutting more would find the same. */
	private isGivenUp = false;

	constructor(
		private readonly fetchReports: FetchReports,
		private readonly concurrency: Concurrency,
		private readonly first: Page<ConnectionReport>,
		private readonly shape: Shape<T>,
	) {
		this.pageSize = first.records.length;
		this.refusals = concurrency.refusals;
	}

	/**
	 * @returns undefined when the list cannot be read in ranges: it contradicts the documented order, or fewer records came
	 * than were announced, as it happens when `to_date` hides some.
	 */
	async read(): Promise<T[] | undefined> {
		const { records, remaining = 0 } = this.first;
		const range = newRange<T>(EARLIEST, LATEST);
		this.take(range, records);
		range.rest = { ...this.first, records: [] };
		this.ranges.push(range);

		const pieces = Math.min(RANGES, Math.floor(remaining / this.pageSize / 2));
		this.cut(range, remaining, millisecondsPerRecord(records), pieces);
		for (const planned of this.ranges) this.start(planned);
		await this.allDone(() => this.ranges);

		if (this.isUnsorted) return undefined;
		if (this.failure) throw this.failure.reason;
		return await this.collect(records.length + remaining);
	}

	/**
	 * Puts together what the ranges read. Where that is another number than was announced, the list changed meanwhile: a
	 * report whose end was moved may have been met twice, and counts once. Comparing ids costs a tenth of the whole reading
	 * in a long list, so it is done only then.
	 */
	private async collect(announced: number): Promise<T[] | undefined> {
		const shaped = new Array<T | undefined>().concat(...this.ranges.map((range) => range.shaped));
		if (shaped.length === announced) return shaped.filter(isWanted);

		const ids = new Array<unknown>().concat(...this.ranges.map((range) => range.ids));
		const found = new Set(ids);
		if (found.size < announced && !(await this.isComplete(found))) return undefined;
		return shaped.filter((_, index) => found.delete(ids[index])).filter(isWanted);
	}

	/** Waits for ranges; meanwhile some may be cut off, and some may go on. */
	private async allDone(ranges: () => Array<ReportRange<T>>): Promise<void> {
		const next = () => ranges().find(({ isDone }) => !isDone);
		for (let range = next(); range; range = next()) await range.done;
	}

	/** Fewer records came than were announced. Counts again: some may have been deleted, and others have arrived. */
	private async isComplete(found: ReadonlySet<unknown>): Promise<boolean> {
		const { records, remaining = 0, next } = await this.fetchReports(undefined, undefined);
		if (next !== undefined && remaining === 0) return false;
		const known = records.filter(({ id }) => found.has(id)).length;
		return found.size >= known + remaining;
	}

	private start(range: ReportRange<T>): void {
		this.underWay += 1;
		range.isDone = false;
		range.done = this.readRange(range)
			.catch((reason: unknown) => {
				this.failure ??= { reason };
			})
			.finally(() => {
				this.underWay -= 1;
				range.isDone = true;
			});
	}

	private async readRange(range: ReportRange<T>): Promise<void> {
		const seek = range.until === LATEST ? undefined : range.until;
		const pages = readPages(
			async (offset) => {
				await this.turn(range);
				return await this.fetchReports(seek, offset);
			},
			{ page: range.rest },
		);

		for await (const page of pages) {
			const { records, remaining = 0 } = page;
			const taken = this.take(range, records);
			if (this.isUnsorted || this.failure) return;
			if (taken < records.length) {
				range.rest = { ...page, records: records.slice(taken) };
				return;
			}
			if (page.next !== undefined && seek !== undefined && range.lastEnd >= seek) {
				this.giveUp(range);
				return;
			}
			this.cutIfLong(range, records, remaining);
		}
		range.rest = undefined;
	}

	/** After a refusal a range waits for all newer ones. */
	private async turn(range: ReportRange<T>): Promise<void> {
		if (this.concurrency.refusals === this.refusals) return;
		await this.allDone(() => this.ranges.slice(0, this.ranges.indexOf(range)));
	}

	/** Hands a range that has kept nothing over to the newer one. */
	private giveUp(range: ReportRange<T>): void {
		this.isGivenUp = true;
		const position = this.ranges.indexOf(range);
		const newer = this.ranges[position - 1];
		if (!newer) return;
		newer.from = range.from;
		this.ranges.splice(position, 1);
		if (newer.isDone && newer.rest) this.start(newer);
	}

	/** Keeps the records of the range. @returns how many records came before the first one beyond the range. */
	private take(range: ReportRange<T>, records: ConnectionReport[]): number {
		for (const [index, record] of records.entries()) {
			const end = record.end_date;
			if (!isInDocumentedForm(end) || end > range.lastEnd) {
				this.isUnsorted = true;
				return index;
			}
			if (end < range.from) return index;
			range.lastEnd = end;
			if (end < range.until) {
				range.ids.push(record.id ?? record);
				range.shaped.push(this.shape(record));
			}
		}
		return records.length;
	}

	private cutIfLong(range: ReportRange<T>, records: ConnectionReport[], remaining: number): void {
		if (this.isGivenUp || this.underWay >= RANGES || this.concurrency.refusals > this.refusals)
			return;
		const density = millisecondsPerRecord(records);
		const span = milliseconds(range.lastEnd) - (fromTeamViewerDate(range.from) ?? -Infinity);
		const expected = Math.min(remaining, span / density);
		if (!(expected > WORTH_CUTTING * this.pageSize)) return;
		const cutOff = this.cut(range, expected, density, 2);
		for (const piece of cutOff) this.start(piece);
	}

	/** Cuts what a range still has to read into pieces that hold about the same number of records. */
	private cut(
		range: ReportRange<T>,
		expected: number,
		density: number,
		pieces: number,
	): Array<ReportRange<T>> {
		const position = this.ranges.indexOf(range);
		const cutOff: Array<ReportRange<T>> = [];
		let upper = range;
		for (let piece = 1; piece < pieces; piece++) {
			const ideal = milliseconds(range.lastEnd) - (expected * density * piece) / pieces;
			if (!(ideal > 0)) break;
			const border = toTeamViewerDate(ideal);
			// Every border lies below what was read and above what follows; equal ends make that impossible.
			if (!(border < range.lastEnd && border < upper.until && border > upper.from)) break;
			const lower = newRange<T>(upper.from, border);
			upper.from = border;
			cutOff.push(lower);
			upper = lower;
		}
		this.ranges.splice(position + 1, 0, ...cutOff);
		return cutOff;
	}
}

function newRange<T>(from: TeamViewerDate, until: TeamViewerDate): ReportRange<T> {
	return {
		from,
		until,
		lastEnd: LATEST,
		ids: [],
		shaped: [],
		isDone: false,
		done: Promise.resolve(),
	};
}

function isWanted<T>(shaped: T | undefined): shaped is T {
	return shaped !== undefined;
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
