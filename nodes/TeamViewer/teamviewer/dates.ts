import type { TeamViewerDate } from './types';

/** Writes milliseconds since 1970 as TeamViewer writes dates: UTC, without milliseconds (cut, not rounded). */
export function toTeamViewerDate(ms: number): TeamViewerDate {
	return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** `20130116T194014Z`: the report examples of TeamViewer's manuals print dates so. */
const BASIC_FORM = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\.\d+)?(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * Reads a date of TeamViewer's as milliseconds since 1970, with and without milliseconds, in the extended and the basic
 * form of ISO 8601; undefined where there is none, or none that can be read.
 */
export function fromTeamViewerDate(date: unknown): number | undefined {
	if (typeof date !== 'string' || date === '') return undefined;
	const extended = date.replace(BASIC_FORM, '$1-$2-$3T$4:$5:$6$7$8');
	// TeamViewer's dates are UTC even where the Z is missing; without it JavaScript would read local time.
	const ms = Date.parse(
		/(Z|[+-]\d\d:?\d\d)$/i.test(extended) || !extended.includes('T') ? extended : `${extended}Z`,
	);
	return Number.isNaN(ms) ? undefined : ms;
}

/** Whether a date is written as the API manual says; such dates sort as text. */
export function isInDocumentedForm(date: unknown): date is TeamViewerDate {
	return typeof date === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(date);
}
