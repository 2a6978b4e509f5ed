import { Lanes, type FetchReports, type Shape } from './lanes';
import type { Pace } from './pace';
import { readPages } from './pages';

/** A list up to this many pages is read one page after the other: splitting it would cost more than it saves. */
const SEQUENTIAL_PAGES = 4;

/**
 * Reads the whole list, newest end first, exactly as reading one page after the other does, but a long one in lanes side
 * by side. Where the first page does not tell how many records remain, or the list contradicts the documented order, it is
 * read one page after the other.
 *
 * @returns what `shape` makes of the reports.
 */
export async function readReportsWide<T>(
	fetchReports: FetchReports,
	pace: Pace,
	shape: Shape<T>,
): Promise<T[]> {
	const first = await fetchReports(undefined, undefined);
	if ((first.remaining ?? 0) > (SEQUENTIAL_PAGES - 1) * first.records.length) {
		const wide = await new Lanes(fetchReports, pace, first, shape).read();
		if (wide) return wide;
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
