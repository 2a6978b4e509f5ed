/** The object without the keys whose value is undefined: TeamViewer is sent what was filled in only. */
export function withoutUndefined<T extends object>(record: T): T {
	return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}
