import type { ReportShelf, Shelved } from '../company/ReportShelf';
import { invalidRequest } from '../errors';

/** Which part of a shelf is asked for. Dates are milliseconds: starts from `from` on, and before `to`. */
export interface PageRequest<Report> {
	offsetId: string | undefined;
	pageSize: number;
	from: number | undefined;
	to: number | undefined;
	toDateMeans: 'end' | 'start';
	matches: (report: Report) => boolean;
}

export interface Page<Report> {
	rows: Array<Shelved<Report>>;
	/** How many matching rows come after these. */
	remaining: number;
}

/** A page behind the record that `offsetId` names; that record itself is skipped, wherever it now stands. */
export function pageOf<Report extends { id?: string }>(
	shelf: ReportShelf<Report>,
	request: PageRequest<Report>,
): Page<Report> {
	const published = shelf.published();
	let place = 0;
	if (request.offsetId !== undefined) {
		const last = shelf.find(request.offsetId);
		if (last === undefined)
			throw invalidRequest("Parameter 'offset_id' is no record of this list.");
		place = shelf.placeOf(last) + 1;
	}
	const from = request.from ?? -Infinity;
	const to = request.to ?? Infinity;
	const byEnd = request.toDateMeans === 'end';
	const page: Page<Report> = { rows: [], remaining: 0 };
	for (; place < published.length; place++) {
		const entry = published[place];
		// Ends only get earlier from here on, and nothing starts after its end.
		if (entry === undefined || entry.end < from) break;
		if (entry.start < from) continue;
		if (to !== Infinity && (byEnd ? entry.end : entry.start) >= to) continue;
		if (!request.matches(entry.record)) continue;
		if (page.rows.length < request.pageSize) page.rows.push(entry);
		else page.remaining += 1;
	}
	return page;
}

/** The list as JSON text, put together from what was serialised before. */
export function listJson<Report extends { id?: string }>(
	{ rows, remaining }: Page<Report>,
	tellsRemaining = true,
): string {
	const records = rows.map((row) => (row.json ??= JSON.stringify(row.record))).join(',');
	const rest =
		remaining > 0
			? `${tellsRemaining ? `,"records_remaining":${remaining}` : ''},"next_offset":${JSON.stringify(rows.at(-1)?.record.id)}`
			: '';
	return `{"records":[${records}]${rest}}`;
}

/** JSON that is text already, as an answer. */
export function jsonText(text: string): Response {
	return new Response(text, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
}
