import type { Concurrency } from './concurrency';
import { readPages } from './pages';
import { ReportRanges, type FetchReports, type Shape } from './reportRanges';

/** A list up to this many pages is read one page after the other: splitting it would cost more than it saves. */
const SEQUENTIAL_PAGES = 4;

/**
 * Reads the whole list, newest end first, exactly as reading one page after the other does, but a long one in ranges
 * side by side. Where the first page does not tell how many records remain, or the list contradicts the documented order, it is
 * read one page after the other.
 *
 * @returns what `shape` makes of the reports.
 */
export async function readLongReportList<T>(
	fetchReports: FetchReports,
	concurrency: Concurrency,
	shape: Shape<T>,
): Promise<T[]> {
	const first = await fetchReports(undefined, undefined);
	if ((first.remaining ?? 0) > (SEQUENTIAL_PAGES - 1) * first.records.length) {
		const ranges = await new ReportRanges(fetchReports, concurrency, first, shape).read();
		if (ranges) return ranges;
	}
	const kept: T[] = [];
	const pages = readPages(async (offset) => await fetchReports(undefined, offset), { page: first });
	for await (const { records } of pages) {
		for (const record of records) {
			const shaped = shape(record);
			if (shaped !== undefined) kept.push(shaped);
		}
	}
	return kept;
}
