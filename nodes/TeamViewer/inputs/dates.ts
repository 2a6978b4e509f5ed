import { tryToParseDateTime } from 'n8n-workflow';

import { toTeamViewerDate } from '../teamviewer/dates';
import type { TeamViewerDate } from '../teamviewer/types';
import { InvalidInput, quoted } from './invalidInput';
import { readText } from './text';

/**
 * A moment as a field gives it: n8n's calendar, ISO 8601, or an expression's DateTime; without an offset it is meant in the
 * workflow's time zone.
 *
 * @returns milliseconds since 1970; undefined when nothing was filled in.
 */
export function readMoment(value: unknown, field: string, timezone: string): number | undefined {
	if (value instanceof Date && !Number.isNaN(value.getTime())) return value.getTime();
	const text = isDateTime(value) ? value.toISO() : readText(value, field)?.trim();
	if (!text) return undefined;
	const moment = isCalendarDate(text) ? parse(text, timezone) : undefined;
	if (moment === undefined) {
		throw new InvalidInput(
			`'${field}' is ${quoted(text)}, which is not a date`,
			'Use a date like 2026-01-31T08:00:00Z, or pick one from the calendar.',
		);
	}
	return moment;
}

function parse(text: string, timezone: string): number | undefined {
	try {
		return tryToParseDateTime(text, timezone).toMillis();
	} catch {
		return undefined;
	}
}

/**
 * The same as TeamViewer takes it. Its dates have no milliseconds: a limit between two seconds is raised to the second one,
 * which keeps "at or after" and "before" true.
 */
export function readDate(
	value: unknown,
	field: string,
	timezone: string,
): TeamViewerDate | undefined {
	const moment = readMoment(value, field, timezone);
	return moment === undefined ? undefined : toTeamViewerDate(Math.ceil(moment / 1000) * 1000);
}

/** JavaScript reads "February 30" as March 2 and "foo 1" as 2001; a person means neither. */
function isCalendarDate(text: string): boolean {
	const match = /^(\d{4})-(\d\d)-(\d\d)(?=$|[T ])/.exec(text);
	if (!match) return false;
	const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
	const date = new Date(Date.UTC(year, month - 1, day));
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isDateTime(value: unknown): value is { toISO: () => string } {
	return typeof value === 'object' && value !== null && 'toISO' in value;
}
