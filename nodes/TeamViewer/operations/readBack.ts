/** A change was made, but what it led to could not be read. A second try would make the change again. */
export class UnreadChange extends Error {
	constructor(
		/** What was made, as a sentence without its full stop: `The session was changed`. */
		readonly done: string,
		/** Why it could not be read. */
		readonly reason: unknown,
	) {
		super(done);
	}
}

/**
 * Reads what a change led to, since TeamViewer's answer to the change itself is empty.
 *
 * @throws {UnreadChange} so that nobody takes a failure to read for a failure to change.
 */
export async function readBack<T>(done: string, reading: Promise<T>): Promise<T> {
	return await reading.catch((reason: unknown) => {
		throw new UnreadChange(done, reason);
	});
}
