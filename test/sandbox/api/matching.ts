/** A text filter that takes a part, in any case. */
export function contains(value: string | undefined, part: string | undefined): boolean {
	return part === undefined || (value ?? '').toLowerCase().includes(part.toLowerCase());
}

/** A filter that takes the whole, in any case. */
export function equals(value: string | undefined, wanted: string | undefined): boolean {
	return wanted === undefined || value?.toLowerCase() === wanted.toLowerCase();
}

/** A filter that takes several wholes, joined by commas, as live clients send them. */
export function isOneOf(value: string | undefined, wanted: string | undefined): boolean {
	return wanted === undefined || wanted.split(',').some((one) => equals(value, one.trim()));
}
