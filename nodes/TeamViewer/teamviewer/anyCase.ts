/** The value under a key that sources spell in several cases. */
export function anyCase(record: object, key: string): unknown {
	const wanted = key.toLowerCase();
	return Object.entries(record).find(([name]) => name.toLowerCase() === wanted)?.[1];
}
