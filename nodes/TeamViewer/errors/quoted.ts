/** Longest value that an error repeats, in characters: enough to recognise it by. */
const LONGEST_QUOTE = 60;

/** `https://host/…`, `//host/…` or `host.tld/…`, with or without a user's name before the host. */
const LINK =
	/^(?:[a-z][a-z\d+.-]*:)?\/\/([^/?#\s]*)|^([^/?#\s@]*@)?((?:[\w-]+\.)+[a-z]{2,}(?::\d+)?)(?=[/?#])/i;

/** A link somewhere inside a text. */
const LINK_WITHIN = /(?:[a-z][a-z\d+.-]*:\/\/|\b(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?\/)\S*/gi;

/** A session's code with what follows it at the end of a supporter's link. */
const CODE_WITH_SECRET = /\b(s?\d{6,})-(?=\S*[a-z])\S+/gi;

/**
 * A value as an error repeats it. Of a link, whatever its form, only the host is told: the rest may be a supporter's
 * secret; as it is after a session's code.
 */
export function quoted(value: string): string {
	const text = value.trim().replace(/\s+/g, ' ');
	const match = LINK.exec(text);
	if (match) return `a link to ${quoted((match[1] ?? match[3] ?? '').replace(/^.*@/, ''))}`;
	const shown = text.replace(LINK_WITHIN, '…').replace(CODE_WITH_SECRET, '$1-…');
	return `"${shown.length > LONGEST_QUOTE ? `${shown.slice(0, LONGEST_QUOTE)}…` : shown}"`;
}
