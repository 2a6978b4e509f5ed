import type { Dialect } from '../sandbox';

/** Forms that sources give answers in, beside the usual one. */
export const DIALECTS: Array<[string, Partial<Dialect>]> = [
	['dates in the basic form', { dates: 'basic' }],
	['dates with milliseconds', { dates: 'milliseconds' }],
	['null for what is absent', { absent: 'null' }],
	['keys in the other case', { keys: 'otherCase' }],
	['what is wrapped bare, and the other way round', { wrapping: 'other' }],
	['the id of device reports under its other key', { deviceReportIdKey: 'Id' }],
];

/** Dates go untouched, so they differ by form: compared as moments. */
export function withoutForm(items: unknown): unknown {
	return JSON.parse(
		JSON.stringify(items).replace(
			/"(\d{4})-?(\d\d)-?(\d\d)T(\d\d):?(\d\d):?(\d\d)(\.\d+)?Z"/g,
			'"$1-$2-$3T$4:$5:$6Z"',
		),
	) as unknown;
}
