import { InvalidInput } from '../errors/invalidInput';

/** Text as n8n hands it over; an expression may also deliver a number or a switch. Undefined when nothing was filled in. */
export function plainText(value: unknown, label: string): string | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	if (typeof value === 'string') return value;
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	throw new InvalidInput(
		`'${label}' must be text`,
		`The value is ${Array.isArray(value) ? 'a list' : 'an object'}; pick one of its fields, or turn it into text with JSON.stringify().`,
	);
}

/** The same without blanks around it; blanks alone count as nothing. */
export function trimmedText(value: unknown, label: string): string | undefined {
	return plainText(value, label)?.trim() || undefined;
}
