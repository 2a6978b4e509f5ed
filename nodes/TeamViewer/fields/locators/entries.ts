import type { INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';

import { readPages, type FetchPage } from '../../teamviewer/pages';

/** How many entries of a list that TeamViewer sends whole are shown at a time. */
const ENTRIES = 100;

/** Most pages of TeamViewer's that one search reads while nothing matches; scrolling on reads further. */
const MOST_PAGES = 5;

/** The entries for records that have an id; one without a name shows its id. */
export function entries<T extends object>(
	records: T[],
	id: keyof T,
	describe: (record: T) => string | undefined,
): INodeListSearchItems[] {
	return records.flatMap((record) => {
		const value = record[id];
		return typeof value === 'string' ? [{ name: describe(record) || value, value }] : [];
	});
}

/** A part of a list that TeamViewer sends whole, by name; the token is where the next part starts. */
export function slice(
	all: INodeListSearchItems[],
	filter: string | undefined,
	paginationToken: string | undefined,
): INodeListSearchResult {
	const found = matching(all, filter);
	const start = Number(paginationToken) || 0;
	const end = start + ENTRIES;
	return {
		results: found.slice(start, end),
		...(end < found.length && { paginationToken: String(end) }),
	};
}

/**
 * What matches on a page of TeamViewer's, or on the next ones where nothing does.
 *
 * @param paginationToken holds every page token so far, so that a list that leads back to itself ends with an error instead
 * of being scrolled through for ever.
 */
export async function searchPages<T>(
	fetchPage: FetchPage<T>,
	matches: (records: T[]) => INodeListSearchItems[],
	paginationToken: string | undefined,
): Promise<INodeListSearchResult> {
	const tokens = (paginationToken ?? '').split(' ').filter(Boolean);
	const begin = { token: tokens.at(-1), asked: tokens };
	let pages = 0;
	for await (const { records, next } of readPages(fetchPage, begin)) {
		const results = matches(records);
		if (next !== undefined) tokens.push(next);
		if (next === undefined || results.length > 0 || ++pages === MOST_PAGES) {
			return { results, paginationToken: next && tokens.join(' ') };
		}
	}
	return { results: [] };
}

/** The entries that hold every word of the filter, in any order. */
export function matching(
	all: INodeListSearchItems[],
	filter: string | undefined,
): INodeListSearchItems[] {
	const words = (filter ?? '').toLowerCase().split(/\s+/).filter(Boolean);
	return all.filter(({ name, value }) => {
		const text = `${name} ${value}`.toLowerCase();
		return words.every((word) => text.includes(word));
	});
}

/** Sorts entries by what the user reads. */
export function byName(one: INodeListSearchItems, other: INodeListSearchItems): number {
	return one.name.localeCompare(other.name);
}

/** `one · another`, without what is missing. */
export function parts(...texts: unknown[]): string {
	return texts.filter((text) => typeof text === 'string' && text !== '').join(' · ');
}
