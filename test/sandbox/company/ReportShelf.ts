import type { TeamViewerDate } from './types';
import { readDate } from '../dates';

/** What the shelf has to know of a record, whichever of its spellings the id comes in. */
interface Dated {
	id?: string;
	start_date?: TeamViewerDate;
	end_date?: TeamViewerDate;
}

/** A record with what is asked of it on every list request worked out once. */
export interface Shelved<Report> {
	record: Report;
	/** Upper case: ids are compared without case. */
	key: string;
	/** Milliseconds. */
	start: number;
	/** Milliseconds; Infinity while the connection runs. */
	end: number;
	/** From when on the record is listed, in milliseconds. */
	publishedAt: number;
	/** The record as JSON, written when it is first listed: 100,000 records are serialised once. */
	json?: string;
}

/**
 * Reports in the order TeamViewer lists them, `end_date` newest first, where equal ends stand in the order of their
 * ids. A record that is published later joins its place then, so a page token (the id of a record) keeps pointing at
 * the same place whatever arrives above it.
 */
export class ReportShelf<Report extends Dated> {
	private readonly byKey = new Map<string, Shelved<Report>>();
	private listed: Array<Shelved<Report>> = [];
	/** Latest publication first, so that what is due next is at the end. */
	private waiting: Array<Shelved<Report>> = [];

	constructor(private readonly now: () => number) {}

	/** Puts many records away with one sort. */
	add(records: Array<{ record: Report; publishedAt: number }>): void {
		const shelved = records.map(({ record, publishedAt }) => shelve(record, publishedAt));
		for (const entry of shelved) {
			if (this.byKey.has(entry.key)) throw new Error(`There is a report ${entry.key} already`);
			this.byKey.set(entry.key, entry);
		}
		const now = this.now();
		this.list(shelved.filter((entry) => entry.publishedAt <= now));
		const later = shelved.filter((entry) => entry.publishedAt > now);
		if (later.length > 0) {
			this.waiting = [...this.waiting, ...later].sort((a, b) => b.publishedAt - a.publishedAt);
		}
	}

	/** Everything published by now, in TeamViewer's order. */
	published(): ReadonlyArray<Shelved<Report>> {
		const now = this.now();
		const due: Array<Shelved<Report>> = [];
		let next = this.waiting.at(-1);
		while (next !== undefined && next.publishedAt <= now) {
			due.push(next);
			this.waiting.pop();
			next = this.waiting.at(-1);
		}
		this.list(due);
		return this.listed;
	}

	/** A published record, by its id in either case. */
	find(id: string): Shelved<Report> | undefined {
		const entry = this.byKey.get(id.toUpperCase());
		return entry !== undefined && entry.publishedAt <= this.now() ? entry : undefined;
	}

	/** Every record, with those nobody can see yet last. */
	all(): Report[] {
		return [...this.published(), ...this.waiting].map((entry) => entry.record);
	}

	/** Where `entry` stands in `published()`. */
	placeOf(entry: Shelved<Report>): number {
		return this.firstPlace((other) => byEnd(other, entry) >= 0);
	}

	/** The first place in `published()` for which `reached` holds; it has to hold for all behind it too. */
	firstPlace(reached: (entry: Shelved<Report>) => boolean): number {
		let low = 0;
		let high = this.listed.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			const entry = this.listed[middle];
			if (entry !== undefined && reached(entry)) high = middle;
			else low = middle + 1;
		}
		return low;
	}

	/** Changes fields of a record, published or not; a changed end moves it to its new place. */
	update(id: string, change: Partial<Report>): Report {
		const entry = this.byKey.get(id.toUpperCase());
		if (entry === undefined) throw new Error(`There is no report ${id}`);
		this.remove(id);
		const record = { ...entry.record, ...change, id: entry.record.id };
		this.add([{ record, publishedAt: entry.publishedAt }]);
		return record;
	}

	/** Takes a record away; false where there is none. */
	remove(id: string): boolean {
		const entry = this.byKey.get(id.toUpperCase());
		if (entry === undefined) return false;
		this.byKey.delete(entry.key);
		const place = this.placeOf(entry);
		if (this.listed[place] === entry) this.listed.splice(place, 1);
		else this.waiting = this.waiting.filter((other) => other !== entry);
		return true;
	}

	private list(entries: Array<Shelved<Report>>): void {
		const [only] = entries;
		if (only === undefined) return;
		if (entries.length === 1) {
			this.listed.splice(this.placeOf(only), 0, only);
			return;
		}
		this.listed = [...this.listed, ...entries].sort(byEnd);
	}
}

function shelve<Report extends Dated>(record: Report, publishedAt: number): Shelved<Report> {
	if (record.id === undefined) throw new Error('A report needs an id');
	return {
		record,
		key: record.id.toUpperCase(),
		start: momentOf(record.start_date, -Infinity),
		end: momentOf(record.end_date, Infinity),
		publishedAt,
	};
}

function momentOf(date: TeamViewerDate | undefined, absent: number): number {
	if (date === undefined) return absent;
	const moment = readDate(date);
	if (moment === undefined) throw new Error(`'${date}' is no date in TeamViewer's form`);
	return moment;
}

function byEnd(a: Shelved<unknown>, b: Shelved<unknown>): number {
	if (a.end !== b.end) return a.end > b.end ? -1 : 1;
	if (a.key === b.key) return 0;
	return a.key < b.key ? -1 : 1;
}
