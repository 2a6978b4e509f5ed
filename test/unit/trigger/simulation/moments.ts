/** Milliseconds. */
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** When every history begins. */
export const BEGIN = Date.UTC(2026, 0, 1);

/** A moment as a story tells it: `day 3 04:05:06`. */
export function told(moment: number): string {
	const since = moment - BEGIN;
	const day = Math.floor(since / DAY);
	return `day ${day} ${new Date(since - day * DAY).toISOString().slice(11, 19)}`;
}
