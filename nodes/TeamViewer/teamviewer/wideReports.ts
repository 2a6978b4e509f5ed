import { Lanes, type FetchReports } from './lanes';
import type { Pace } from './pace';
import { readPages, type Page } from './pages';
import type { ConnectionReport } from './types';

/** A list up to this many pages is read one page after the other: splitting it would cost more than it saves. */
const SEQUENTIAL_PAGES = 4;

/**
 * Reads the whole list, newest end first, exactly as reading one page after the other does, but a long one in lanes side
 * by side. Where the first page does not tell how many records remain, or the list contradicts the documented order, it is
 * read one page after the other.
 */
export async function* readReportsWide(
	fetchReports: FetchReports,
	pace: Pace,
): AsyncGenerator<Page<ConnectionReport>, void, void> {
	const first = await fetchReports(undefined, undefined);
	const pages = readPages(async (offset) => await fetchReports(undefined, offset), first);

	if ((first.remaining ?? 0) > (SEQUENTIAL_PAGES - 1) * first.records.length) {
		const rest = await new Lanes(fetchReports, pace, first).read();
		if (rest) {
			yield first;
			yield { records: rest };
			return;
		}
	}
	yield* pages;
}
