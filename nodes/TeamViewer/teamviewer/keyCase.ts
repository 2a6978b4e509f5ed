import { isRecord } from './isRecord';

/**
 * The record with these keys spelled as they are given here, all else untouched: TeamViewer's newer endpoints write one and
 * the same key in upper case here and in lower case there.
 */
export function spelled<T extends object>(record: T, keys: readonly string[]): T {
	if (!isRecord(record)) return record;
	const wanted = new Map(keys.map((key) => [key.toLowerCase(), key]));
	const spelling = (key: string) => wanted.get(key.toLowerCase()) ?? key;
	if (Object.keys(record).every((key) => spelling(key) === key)) return record;
	return Object.fromEntries(
		Object.entries(record).map(([key, value]) => [spelling(key), value]),
	) as T;
}
