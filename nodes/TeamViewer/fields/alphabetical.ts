/**
 * Sorts what this package itself names. `localeCompare` would sort these English names alike, but its first call loads
 * the collation data: a third of the time that n8n takes to load both nodes.
 */
export function alphabetical<T>(entries: T[], nameOf: (entry: T) => string): T[] {
	const keyOf = (entry: T) => nameOf(entry).toLowerCase();
	return entries.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}
