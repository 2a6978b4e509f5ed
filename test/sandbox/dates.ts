/** TeamViewer's only date form: `YYYY-MM-DDTHH:MM:SSZ`, UTC, no milliseconds (API manual). */
const FULL_DATE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;

/** A date without a time is accepted too and means 00:00:00Z (API manual). */
const DAY_ONLY = /^\d{4}-\d{2}-\d{2}$/;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Writes a moment (ms since 1970) as TeamViewer writes it; the part of a second is cut off. */
export function writeDate(moment: number): string {
	return new Date(moment).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** The moment (ms) a TeamViewer date stands for, or undefined where it is not one, 30 February included. */
export function readDate(text: string): number | undefined {
	if (!FULL_DATE.test(text) && !DAY_ONLY.test(text)) return undefined;
	const moment = Date.parse(text);
	if (Number.isNaN(moment)) return undefined;
	return writeDate(moment).startsWith(text.replace(/Z$/, '')) ? moment : undefined;
}
