import { pastConnections } from '../../sandbox/company/history';
import { hire } from '../../sandbox/company/people';
import type { ConnectionReport } from '../../sandbox/company/types';
import { writeReport } from '../../sandbox/company/writeReport';
import { Random } from '../../sandbox/random';

/** As TeamViewer: at most this many reports a page. */
const PAGE_SIZE = 1000;

/**
 * A list of reports with its JSON written once: a page is a slice of bytes, so that serving it costs next to nothing and
 * the clients are what is measured.
 */
export class ReportList {
	/** How many of the reports there are for who asks: the newest ones. */
	size: number;

	private readonly bytes: Buffer;
	/** Where each report begins in the bytes; a comma follows it. */
	private readonly begins: number[] = [];
	private readonly ids: string[];
	private readonly ends: string[];
	private readonly places = new Map<string, number>();

	/** @param reports newest end first */
	constructor(reports: ConnectionReport[]) {
		this.size = reports.length;
		let length = 0;
		const written = reports.map((report, place) => {
			const json = `${JSON.stringify(report)},`;
			this.begins.push(length);
			this.places.set(report.id, place);
			length += Buffer.byteLength(json);
			return json;
		});
		this.begins.push(length);
		this.bytes = Buffer.from(written.join(''));
		this.ids = reports.map(({ id }) => id);
		this.ends = reports.map(({ end_date = '' }) => end_date);
	}

	/** The body of a page, in pieces. `to_date` is compared with the end, which is how the list is sorted. */
	page(query: URLSearchParams): Buffer[] {
		const from = Math.max(
			this.placeBefore(query.get('to_date')),
			this.placeAfter(query.get('offset_id')),
		);
		const until = Math.min(from + PAGE_SIZE, this.size);
		const begin = this.begins[from] ?? 0;
		const end = this.begins[until] ?? 0;
		const remaining = this.size - until;
		const rest =
			remaining > 0
				? `],"records_remaining":${remaining},"next_offset":"${this.ids[until - 1]}"}`
				: ']}';
		return [
			Buffer.from('{"records":['),
			this.bytes.subarray(begin, Math.max(begin, end - 1)),
			Buffer.from(rest),
		];
	}

	private placeBefore(date: string | null): number {
		if (date === null) return 0;
		let low = 0;
		let high = this.size;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((this.ends[middle] as string) < date) high = middle;
			else low = middle + 1;
		}
		return low;
	}

	private placeAfter(id: string | null): number {
		if (id === null) return 0;
		const place = this.places.get(id);
		if (place === undefined) throw new Error(`there is no report ${id}`);
		return place + 1;
	}
}

/** Something over 100,000 reports of one year, newest end first: dense working days, empty nights and weekends. */
export function manyReports(): ConnectionReport[] {
	const random = new Random(1);
	const now = Date.now();
	const people = hire(random, now, {
		users: 12,
		groups: 15,
		devices: 120,
		contacts: 0,
		invitations: 0,
		managedDevices: 0,
	});
	return pastConnections(random, now, 365, 400)
		.sort((one, other) => other.end - one.end)
		.map(({ end }) => writeReport(random, people, end));
}
