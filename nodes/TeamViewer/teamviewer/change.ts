import type { TeamViewerClient } from './client';

/** Most entries that TeamViewer takes in one request: members, users, addresses. Source: its PowerShell module. */
const MOST_ENTRIES = 100;

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

/** A change that takes several requests: some were carried out, and a later one failed. */
export class PartlyDone extends Error {
	constructor(
		/** What was carried out, as a sentence without its full stop: `The first 100 of 250 members were added`. */
		readonly done: string,
		/** Why the rest was not. */
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
		return read && (await readBack(done, read));
	});
}

/**
 * Reads what a change led to.
 *
 * @param done is what was made, as a sentence without its full stop: `The user was created`.
 * @throws {UnreadChange} when it cannot be read.
 */
export async function readBack<T>(done: string, read: () => Promise<T>): Promise<T> {
	return await read().catch((cause: unknown) => {
		throw new UnreadChange(done, cause);
	});
}

/** One request of several that make a change together. */
export interface Step {
	send: () => Promise<unknown>;
	/** What is done then, as a part of a sentence: `the name was changed`. */
	done: string;
}

/**
 * Sends several requests that make one change, one after the other.
 *
 * @param isHarmless tells a failure that need not keep the other steps from being made; left out, none is.
 * @throws {PartlyDone} when one fails after another was done; where nothing was done, its error says why. A harmless failure
 * counts only where no step was done.
 */
export async function inSteps(
	steps: Step[],
	isHarmless: (failure: unknown) => boolean = () => false,
): Promise<void> {
	const made: string[] = [];
	const harmless: unknown[] = [];
	for (const { send, done } of steps) {
		try {
			await send();
			made.push(done);
		} catch (cause) {
			if (!isHarmless(cause)) throw made.length > 0 ? new PartlyDone(sentence(made), cause) : cause;
			harmless.push(cause);
		}
	}
	if (made.length === 0 && harmless.length > 0) throw harmless[0];
}

/**
 * Sends many entries, a hundred at a time.
 *
 * @param done is what happens to them: `members were added`.
 * @returns TeamViewer's answers, in order.
 * @throws {PartlyDone} when a later request fails.
 */
export async function inBatches<E, T>(
	entries: readonly E[],
	done: string,
	send: (batch: E[]) => Promise<T>,
): Promise<T[]> {
	const starts = [...Array(Math.ceil(entries.length / MOST_ENTRIES)).keys()].map(
		(index) => index * MOST_ENTRIES,
	);
	const answers: T[] = [];
	for (const start of starts) {
		const answer = await send(entries.slice(start, start + MOST_ENTRIES)).catch(
			(cause: unknown) => {
				throw start > 0
					? new PartlyDone(`The first ${start} of ${entries.length} ${done}`, cause)
					: cause;
			},
		);
		answers.push(answer);
	}
	return answers;
}

/** `The name was changed and the policy was set` */
function sentence(parts: string[]): string {
	const text = parts.join(' and ');
	return text.charAt(0).toUpperCase() + text.slice(1);
}
