import type { TeamViewerClient } from './client';

/** A change was made, but what it led to could not be read. A second try would make the change again. */
export class UnreadChange extends Error {
	constructor(
		/** What was made, as a sentence without its full stop: `The session was changed`. */
		readonly done: string,
		/** Why it could not be read. */
		override readonly cause: unknown,
	) {
		super(done);
	}
}

/** A change of one record. */
export interface Change<T> {
	/** The path of the record: changes of one record go one after the other. */
	record: string;
	/** Sends the change, in one request or several. */
	send: () => Promise<unknown>;
	/** What was made, as a sentence without its full stop: `The session was changed`. */
	done: string;
	/** Reads what it led to, since TeamViewer's answer to a change is empty; left out, nothing is read. */
	read?: () => Promise<T>;
}

/**
 * Changes a record and reads what that led to, as one step: another change of the same record waits, so everybody sees
 * what came of the own change.
 *
 * @returns what was read; undefined where nothing was to be read.
 * @throws {UnreadChange} so that nobody takes a failure to read for a failure to change.
 */
export async function change<T>(
	client: TeamViewerClient,
	{ record, send, done, read }: Change<T>,
): Promise<T | undefined> {
	return await client.inTurn(record, async () => {
		await send();
		return await read?.().catch((cause: unknown) => {
			throw new UnreadChange(done, cause);
		});
	});
}
