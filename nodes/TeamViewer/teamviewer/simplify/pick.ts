/** A record in the short form: names and values as TeamViewer sent them. */
export type Simple = Record<string, unknown>;

/**
 * The named fields. What TeamViewer left out stays out, and so does null, which newer endpoints send for the same.
 *
 * Sources spell keys in different cases; a record that spells the first field in another one is read without case, and
 * gives the names that are asked for.
 */
export function pick<T extends object>(record: T, fields: ReadonlyArray<keyof T & string>): Simple {
	const found: object = isSpelledAs(record, fields[0]) ? record : lowerCased(record);
	const isRenamed = found !== record;
	const picked: Simple = {};
	for (const field of fields) {
		const value = (found as Simple)[isRenamed ? field.toLowerCase() : field];
		if (value !== undefined && value !== null) picked[field] = value;
	}
	return picked;
}

function isSpelledAs(record: object, field: string | undefined): boolean {
	return field === undefined || field in record;
}

function lowerCased(record: object): object {
	return Object.fromEntries(
		Object.entries(record).map(([key, value]) => [key.toLowerCase(), value as unknown]),
	);
}
