import type { IDataObject } from 'n8n-workflow';

/** The named fields, names and values untouched; what TeamViewer left out stays out. */
export function pick<T extends object>(
	record: T,
	fields: ReadonlyArray<keyof T & string>,
): IDataObject {
	const picked: IDataObject = {};
	for (const field of fields) {
		if (record[field] !== undefined) picked[field] = record[field] as IDataObject[string];
	}
	return picked;
}
