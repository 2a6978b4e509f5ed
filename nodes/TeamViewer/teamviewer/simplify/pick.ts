/** A record in the short form: names and values as TeamViewer sent them. */
export type Simple = Record<string, unknown>;

/** The named fields; what TeamViewer left out stays out. */
export function pick<T extends object>(record: T, fields: ReadonlyArray<keyof T & string>): Simple {
	const picked: Simple = {};
	for (const field of fields) {
		if (record[field] !== undefined) picked[field] = record[field];
	}
	return picked;
}
