/**
 * A session code for comparing and saving: TeamViewer writes `s119-457-589` in lists and `s119457589` in links, and the
 * digits alone take the least room.
 */
export function shortCode(code: string): string {
	const plain = code.toLowerCase();
	return /^s\d{3}(-\d{3})+$/.test(plain) ? plain.replace(/[s-]/g, '') : plain;
}

/** The code as the API takes it. */
export function fullCode(short: string): string {
	return /^\d+$/.test(short) ? `s${short.replace(/\B(?=(\d{3})+$)/g, '-')}` : short;
}

/** Short codes as they are saved: ten thousand take 100 kB. */
export function pack(codes: Iterable<string>): string {
	return [...codes].join(' ');
}

/** The short codes that were saved. */
export function unpack(saved: string): Set<string> {
	return new Set(saved.split(' ').filter(Boolean));
}
