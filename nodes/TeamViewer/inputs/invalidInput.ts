/**
 * What a user filled in cannot be sent. The message names the field as the user sees it, the description says what to do.
 * Whoever knows the node turns it into a NodeOperationError.
 */
export class InvalidInput extends Error {
	constructor(
		message: string,
		readonly description?: string,
	) {
		super(message);
	}
}

/** Longest value that an error repeats, in characters: enough to recognise it by. */
const LONGEST_QUOTE = 60;

/** A value as an error repeats it. Of a link only the host is told: the rest may be a supporter's secret. */
export function quoted(value: string): string {
	const text = value.trim().replace(/\s+/g, ' ');
	const host = /^[a-z]+:\/\/([^/?#]*)/i.exec(text)?.[1];
	if (host !== undefined) return `a link to ${quoted(host.replace(/^.*@/, ''))}`;
	return `"${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}"`;
}
