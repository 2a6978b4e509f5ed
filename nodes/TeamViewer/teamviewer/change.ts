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
 * @throws {PartlyDone} when a later one fails; where the first one fails nothing was done, and its error says why.
 */
export async function inSteps(steps: Step[]): Promise<void> {
	await oneByOne(
		steps.map(({ send }) => send),
		(count) => sentence(steps.slice(0, count).map(({ done }) => done)),
	);
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
	return await oneByOne(
		starts.map((start) => async () => await send(entries.slice(start, start + MOST_ENTRIES))),
		(count) => `The first ${count * MOST_ENTRIES} of ${entries.length} ${done}`,
	);
}

async function oneByOne<T>(
	sends: Array<() => Promise<T>>,
	done: (count: number) => string,
): Promise<T[]> {
	const answers: T[] = [];
	for (const send of sends) {
		const answer = await send().catch((cause: unknown) => {
			throw answers.length > 0 ? new PartlyDone(done(answers.length), cause) : cause;
		});
		answers.push(answer);
	}
	return answers;
}

/** `The name was changed and the policy was set` */
function sentence(parts: string[]): string {
	const text = parts.join(' and ');
	return text.charAt(0).toUpperCase() + text.slice(1);
}
