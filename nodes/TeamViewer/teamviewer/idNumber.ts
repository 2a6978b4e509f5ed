/**
 * An ID as a body carries it where it takes a number: without the letter before it. JavaScript holds a number exactly up to
 * 16 digits; a longer one goes as text, as TeamViewer's PowerShell module may send it, rather than as the number of another.
 */
export function idNumber(id: string): number | string {
	const digits = id.replace(/\D/g, '');
	const number = Number(digits);
	return Number.isSafeInteger(number) ? number : digits;
}
