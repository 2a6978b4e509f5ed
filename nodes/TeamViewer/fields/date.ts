import { tryToParseDateTime } from 'n8n-workflow';

import { InvalidInput } from '../errors/invalidInput';
import { quoted } from '../errors/quoted';
import { toTeamViewerDate } from '../teamviewer/dates';
import type { TeamViewerDate } from '../teamviewer/types';
import { field, type Field, type Wording } from './field';
import { plainText } from './plainText';

/** A moment, in milliseconds since 1970; without an offset it is meant in the workflow's time zone. */
export function moment(wording: Wording & { default?: string }): Field<number | undefined> {
	return field<number | undefined>(
		withZone(wording),
		{ type: 'dateTime', default: wording.default ?? '' },
		(value, label, { timezone }) => readMoment(value, label, timezone),
	);
}

/**
 * The same as TeamViewer takes it. Its dates have no milliseconds: a limit between two seconds is raised to the second one,
 * which keeps "at or after" and "before" true.
 */
export function date(wording: Wording & { default?: string }): Field<TeamViewerDate | undefined> {
	return field<TeamViewerDate | undefined>(
		withZone(wording),
		{ type: 'dateTime', default: wording.default ?? '' },
		(value, label, { timezone }) => {
			const given = readMoment(value, label, timezone);
			return given === undefined ? undefined : toTeamViewerDate(Math.ceil(given / 1000) * 1000);
		},
	);
}

/** Says at the field which zone counts: TeamViewer's own dates, which n8n shows beside it, are in UTC. */
function withZone(wording: Wording): Wording {
	return {
		...wording,
		description: `${wording.description}, in the workflow's time zone unless the date names another`,
	};
}

/**
 * A moment as n8n's calendar writes it, in ISO 8601, or as an expression's DateTime or Date.
 *
 * @returns milliseconds since 1970; undefined when nothing was filled in.
 */
function readMoment(value: unknown, label: string, timezone: string): number | undefined {
	const given = isDateTime(value) ? value.toISO() : value instanceof Date ? isoOf(value) : value;
	const text =
		given === null && value !== null ? 'Invalid DateTime' : plainText(given, label)?.trim();
	if (!text) return undefined;
	const iso = toIso(text);
	const found = iso === undefined ? undefined : parse(iso, timezone);
	if (found === undefined) {
		throw new InvalidInput(
			`'${label}' is ${quoted(text)}, which is not a date`,
			'Use a date like 2026-01-31T08:00:00Z or 2026-01-31 08:00, or pick one from the calendar.',
		);
	}
	return found;
}

const FORM =
	/^(\d{4}-\d\d-\d\d)(?:(?:[T]|\s+)(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*([ap]m)?\s*(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;

/**
 * The text in the one form of ISO 8601 that n8n's parser reads in the zone it is told. Others it tries to guess, in the
 * machine's zone.
 *
 * @returns undefined for a text in another form, and for days and times that do not exist.
 */
function toIso(text: string): string | undefined {
	const match = FORM.exec(text);
	if (!match) return undefined;
	const [, day = '', hours, minutes = '', seconds = '00', fraction = '0', half, offset = ''] =
		match;
	if (!isCalendarDay(day)) return undefined;
	if (hours === undefined) return day;
	const hour = half ? hourOfDay(Number(hours), half) : Number(hours);
	if (hour === undefined || hour > 23 || Number(minutes) > 59 || Number(seconds) > 59)
		return undefined;
	return `${day}T${String(hour).padStart(2, '0')}:${minutes}:${seconds}.${fraction.slice(0, 3)}${offset.toUpperCase()}`;
}

/** `12 AM` is midnight, `12 PM` noon. */
function hourOfDay(hour: number, half: string): number | undefined {
	if (hour < 1 || hour > 12) return undefined;
	return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
}

/** JavaScript reads "February 30" as March 2; a person means neither. */
function isCalendarDay(day: string): boolean {
	const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
	const found = new Date(Date.UTC(year, month - 1, dayOfMonth));
	return found.getUTCMonth() === month - 1 && found.getUTCDate() === dayOfMonth;
}

function parse(iso: string, timezone: string): number | undefined {
	try {
		return tryToParseDateTime(iso, timezone).toMillis();
	} catch {
		return undefined;
	}
}

function isDateTime(value: unknown): value is { toISO: () => string | null } {
	return typeof value === 'object' && value !== null && 'toISO' in value;
}

function isoOf(value: Date): string | null {
	return Number.isNaN(value.getTime()) ? null : value.toISOString();
}
