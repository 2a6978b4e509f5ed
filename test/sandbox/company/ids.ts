import type { Random } from '../random';

const DIGITS = '0123456789';
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** `u`, `g`, `c`, `d` or `r` and digits, the form of every id but a report's. */
export function prefixedId(random: Random, prefix: 'u' | 'g' | 'c' | 'd' | 'r'): string {
	return prefix + String(random.whole(1, 9)) + random.text(8, DIGITS);
}

/** A device's or account's TeamViewer ID: nine or ten digits. */
export function teamViewerId(random: Random): string {
	return String(random.whole(1, 1)) + random.text(random.chance(0.7) ? 9 : 8, DIGITS);
}

/** A GUID in upper case, as the API manual shows report ids; live ones come in lower case. */
export function guid(random: Random): string {
	let hex = '';
	for (let part = 0; part < 4; part++) {
		hex += Math.floor(random.next() * 0x100000000)
			.toString(16)
			.padStart(8, '0');
	}
	const digits = hex.toUpperCase();
	return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
}

/** A session code with its dashes: `s123-456-789`. */
export function sessionCode(random: Random): string {
	const part = () => random.text(3, DIGITS);
	return `s${part()}-${part()}-${part()}`;
}

/** The one way a code is compared: without dashes, in lower case. */
export function plainCode(code: string): string {
	return code.replace(/-/g, '').toLowerCase();
}

/** The secret at the end of a supporter link or in a token. */
export function secret(random: Random, length: number): string {
	return random.text(length, LETTERS);
}

/** The account number behind a user id: what user groups and managers name people by. */
export function accountNumber(userId: string): number {
	return Number(userId.replace(/^u/, ''));
}

/** A number that looks like chance and is always the same for a text (FNV-1a). */
export function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let place = 0; place < text.length; place++) {
		hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193) >>> 0;
	}
	return hash;
}
