import { readPage, type Page } from '../../teamviewer/pages';
import type { Session } from '../../teamviewer/types';
import type { Budget } from '../budget';

/** Which sessions are listed. */
export type States = 'open' | 'closed' | 'open,closed';

/** What the sources of session events need of the world; tests play it. */
export interface SessionWorld {
	/** One page of `GET /sessions`, newest first, with the user's filters. */
	list(states: States, offset?: string): Promise<Page<Session>>;
	/** One session; undefined when TeamViewer does not know it any more. */
	find(code: string): Promise<Session | undefined>;
	/** The clock; milliseconds since 1970. */
	now(): number;
	budget: Budget;
}

/** What all session events have in common. */
export interface SessionOptions {
	/** How many items one poll may emit. */
	maxItems: number;
	simplify: boolean;
}

/** One page of the open sessions. @throws {UnexpectedAnswer} when it does not lead on. */
export async function openPage(world: SessionWorld, offset?: string): Promise<Page<Session>> {
	return await world.budget.spend(
		async () => await readPage(async (token) => await world.list('open', token), offset),
	);
}
