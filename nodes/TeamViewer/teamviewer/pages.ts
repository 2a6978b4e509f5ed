import { UnexpectedAnswer } from './errors';

/** One answer of a list call. */
export interface Page<T> {
	records: T[];
	/** What the next call sends to get the next page; missing on the last page. */
	next?: string;
	/** How many records follow this page, where TeamViewer says so. */
	remaining?: number;
}

/** Asks for one page; without a token, for the first. */
export type FetchPage<T> = (token?: string) => Promise<Page<T>>;

/**
 * TeamViewer's four ways of paging (`next_offset` as a session code or a report id, `nextPaginationToken`,
 * `ContinuationToken`) as one: an iterator that asks for a page only when it is wanted.
 *
 * @param first is given where the first page was already asked for.
 * @throws {UnexpectedAnswer} when a token comes back a second time, which would never end, or when TeamViewer
 * announces more records without a way to get them, which would make the list silently shorter.
 */
export async function* readPages<T>(
	fetchPage: FetchPage<T>,
	first?: Page<T>,
): AsyncGenerator<Page<T>, void, void> {
	const asked = new Set<string>();
	let page = first ?? (await fetchPage());

	for (;;) {
		yield page;

		if (page.next === undefined) {
			if (page.remaining) {
				throw new UnexpectedAnswer(
					`TeamViewer announced ${page.remaining} more records but did not say how to get them`,
				);
			}
			return;
		}
		if (asked.has(page.next)) {
			// An empty page after the last one may repeat the token that led to it.
			if (page.records.length === 0 && !page.remaining) return;
			throw new UnexpectedAnswer('TeamViewer sent the same page token twice');
		}
		asked.add(page.next);
		page = await fetchPage(page.next);
	}
}
