import { InvalidInput } from '../../errors/invalidInput';
import { quoted } from '../../errors/quoted';

/** The forms of a session code, for people and for n8n's check while somebody types. */
export const SESSION_CODE = {
	example: 's123-456-789',
	remedy: 'Give a code like s123-456-789, or one of the links of the session.',
	/** A code, or anything with a slash: links, and texts around them, are looked into where they are read. */
	accepted: '[sS]?[\\s-]?\\d[\\d\\s-]*|[\\s\\S]*/[\\s\\S]*',
} as const;

/**
 * Understands a session code the way people have it: with dashes, blanks or nothing between the digits, with or without the
 * `s`, or inside one of the session's links (customer, supporter, supporter in the browser).
 *
 * @returns the code as the API writes it: `s119-457-589`.
 * @throws {InvalidInput} naming the field.
 */
export function readSessionCode(value: string, label: string): string {
	const text = value.trim();
	const code = text.includes('/') ? codeInLink(text) : text;
	const digits = /^s?[\s-]?(\d[\d\s-]*)$/i.exec(code ?? '')?.[1]?.replace(/\D/g, '');
	if (digits === undefined || digits.length < 6 || digits.length > 12) {
		throw new InvalidInput(
			`'${label}' is ${quoted(text)}, which is not a session code`,
			SESSION_CODE.remedy,
		);
	}
	// Dashes stand before every third digit from the right.
	return `s${digits.replace(/\B(?=(\d{3})+$)/g, '-')}`;
}

/**
 * `…/v15/s119457589`, `…/v15/s119457589-<secret>` and `…?sessioncode=s119457589&…`; a code with its dashes is taken as such.
 */
function codeInLink(link: string): string | undefined {
	return (
		/[?&]sessioncode=(s[\d-]+)/i.exec(link)?.[1] ??
		/\/(s\d{3}(?:-\d{3})+|s\d+)(?:-[^/?#]*)?\/?(?:[?#].*)?$/i.exec(link)?.[1]
	);
}
