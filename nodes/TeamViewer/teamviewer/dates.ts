import type { TeamViewerDate } from './types';

/** Writes milliseconds since 1970 as TeamViewer writes dates: UTC, without milliseconds (cut, not rounded). */
export function toTeamViewerDate(ms: number): TeamViewerDate {
	return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** ISO 8601 without its dashes and colons, as the manuals print the dates of reports. */
const BASIC_FORM = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)/;

/** Reads a date of TeamViewer's as milliseconds since 1970; undefined where there is none, or none that can be read. */
export function fromTeamViewerDate(date: unknown): number | undefined {
	if (typeof date !== 'string' || date === '') return undefined;
	const text = date.replace(BASIC_FORM, '$1-$2-$3T$4:$5:$6');
	// TeamViewer's dates are UTC even where the Z is missing; without it JavaScript would read local time.
	const ms = Date.parse(
		/(Z|[+-]\d\d:?\d\d)$/i.test(text) || !text.includes('T') ? text : `${text}Z`,
	);
	return Number.isNaN(ms) ? undefined : ms;
}

/** Whether a date is written as the API manual says; such dates sort as text. */
export function isInDocumentedForm(date: unknown): date is TeamViewerDate {
	return typeof date === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date);
}
