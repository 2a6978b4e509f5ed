import { pageOf } from './answer';
import type { TeamViewerClient } from './client';
import { UnexpectedAnswer } from './teamViewerError';

/** One answer of a list call. */
export interface Page<T> {
	records: T[];
	/** What the next call sends to get the next page; missing on the last page. */
	next?: string;
	/** How many records follow this page, where TeamViewer says so. */
	remaining?: number;
	/** What TeamViewer says beside the records. */
	notice?: string;
}

/** Asks for one page; without a token, for the first. */
export type FetchPage<T> = (token?: string) => Promise<Page<T>>;

/**
 * TeamViewer's four ways of paging (`next_offset` as a session code or a report id, `nextPaginationToken`,
 * `ContinuationToken`) as one: an iterator that asks for a page only when it is wanted.
 *
 * @param begin the first page, where it was already asked for, or the token that asks for it, and the tokens that were
 * asked for before.
 * @throws {UnexpectedAnswer} when a token comes back a second time, which would never end, or when TeamViewer
 * announces more records without a way to get them, which would make the list silently shorter.
 */
export async function* readPages<T>(
	fetchPage: FetchPage<T>,
	begin: { page?: Page<T>; token?: string; asked?: string[] } = {},
): AsyncGenerator<Page<T>, void, void> {
	const asked = new Set([begin.token, ...(begin.asked ?? [])]);
	let page = begin.page ?? (await fetchPage(begin.token));

	for (;;) {
		yield isEmptyEnd(page, asked) ? { records: [] } : page;

		const { next } = leadOn(page, asked);
		if (next === undefined) return;
		asked.add(next);
		page = await fetchPage(next);
	}
}

/** Every record of a list. */
export async function recordsOfPages<T>(pages: AsyncIterable<Page<T>>): Promise<T[]> {
	const all: T[] = [];
	for await (const { records } of pages) all.push(...records);
	return all;
}

/**
 * A list of the newer endpoints, page by page: `{resources: […], nextPaginationToken}`. `subject` names in an error what the
 * list belongs to: `user group 1204512`. Source: OpenAPI document.
 */
export function resourcePages<T>(
	client: Pick<TeamViewerClient, 'get'>,
	path: string,
	subject?: string,
): AsyncGenerator<Page<T>, void, void> {
	return readPages(async (paginationToken) =>
		resourcePage<T>(client, path, paginationToken, subject),
	);
}

/** One page of such a list. */
export async function resourcePage<T>(
	client: Pick<TeamViewerClient, 'get'>,
	path: string,
	paginationToken?: string,
	subject?: string,
): Promise<Page<T>> {
	const answer = await client.get<object>(path, { paginationToken }, subject);
	return pageOf<T>(answer, 'resources', 'nextPaginationToken');
}

/**
 * Asks for a single page, for who reads a list a page at a time and comes back later for the next.
 *
 * @param asked the tokens that were asked for in this reading; this one is added.
 * @throws {UnexpectedAnswer} when the page leads back to itself or to one of these, or announces more without a way to
 * get it.
 */
export async function readPage<T>(
	fetchPage: FetchPage<T>,
	token?: string,
	asked = new Set<string | undefined>(),
): Promise<Page<T>> {
	asked.add(token);
	return leadOn(await fetchPage(token), asked);
}

/** The page, as it leads on: to a page that was not asked for yet, or to none. */
function leadOn<T>(page: Page<T>, asked: ReadonlySet<string | undefined>): Page<T> {
	const { records, next, remaining } = page;
	if (next === undefined) {
		if (remaining) {
			throw new UnexpectedAnswer(
				`TeamViewer announced ${remaining} more records but did not say how to get them`,
			);
		}
		return page;
	}
	if (!asked.has(next)) return page;
	if (isEmptyEnd(page, asked)) return { records };
	throw new UnexpectedAnswer('TeamViewer sent the same page token twice');
}

/** An empty page after the last one may repeat the token that led to it. */
function isEmptyEnd<T>(
	{ records, next, remaining }: Page<T>,
	asked: ReadonlySet<string | undefined>,
): boolean {
	return next !== undefined && asked.has(next) && records.length === 0 && !remaining;
}
