import { isRecord } from '../../teamviewer/isRecord';

/** Tells whether a saved value has a form. */
type Check = (value: unknown) => boolean;

/** The longest time from 1970 that a date can tell; milliseconds. */
const LAST_MOMENT = 8.64e15;

/** A record whose values have these forms. */
export function form<T>(checks: Record<keyof T & string, Check>): (value: unknown) => value is T {
	return (value): value is T =>
		isRecord(value) && Object.entries<Check>(checks).every(([key, check]) => check(value[key]));
}

export function optional(check: Check): Check {
	return (value) => value === undefined || check(value);
}

export function listOf(check: Check): Check {
	return (value) => Array.isArray(value) && value.every(check);
}

export function isText(value: unknown): value is string {
	return typeof value === 'string';
}

export function isSwitch(value: unknown): value is boolean {
	return typeof value === 'boolean';
}

/** A number, or a moment that a date can tell. */
export function isNumber(value: unknown): value is number {
	return typeof value === 'number' && Math.abs(value) <= LAST_MOMENT;
}
