import type { IDataObject } from 'n8n-workflow';

import { SESSION_FILTERS, toSessionQuery } from '../../fields/filters/session';
import { fromTeamViewerDate } from '../../teamviewer/dates';
import { readPage, type Page } from '../../teamviewer/pages';
import { sessionPage, type SessionQuery } from '../../teamviewer/sessions';
import { simplifySession } from '../../teamviewer/simplify/session';
import type { Session } from '../../teamviewer/types';
import type { Engine, Means } from '../engine/engine';
import { COMMON_OPTIONS, triggerEvent, type TriggerEvent } from '../event';
import { findSession } from './findSession';
import { untilRefused } from './untilRefused';

/** Which sessions are listed. */
export type States = 'open' | 'closed' | 'open,closed';

/** What the session events need of TeamViewer, and how they show a session. */
export interface Sessions {
	/** One page of `GET /sessions`, newest first, with the user's filters. */
	page(states: States, offset?: string): Promise<Page<Session>>;
	/** One session; undefined when TeamViewer does not know it any more, or the filters do not let it through. */
	find(code: string): Promise<Session | undefined>;
	simplify: boolean;
}

/** Declares an event of sessions; all have the same filters and options. */
export function sessionEvent(
	name: string,
	description: string,
	engine: (sessions: Sessions, means: Means) => Engine<unknown>,
	cost?: string,
): TriggerEvent {
	return triggerEvent({
		...{ name, description, cost },
		filters: SESSION_FILTERS,
		options: COMMON_OPTIONS,
		query: (filters): SessionQuery => toSessionQuery(filters),
		engine: ({ client, means, query, simplify }) =>
			engine(
				{
					page: untilRefused(async (state: States, offset?: string) =>
						withCodes(await sessionPage(client, { ...query, state }, offset)),
					),
					find: untilRefused(async (code: string) => await findSession(client, code, query)),
					simplify,
				},
				means,
			),
	});
}

/**
 * How long after it was made a session may come under the filters, by being assigned to the watched user or moved to the
 * watched group, and still count as created. TeamViewer does not tell when a session was moved. Milliseconds.
 */
export const SESSION_WINDOW = 24 * 3_600_000;

/** How many samples a manual test shows. */
const SAMPLES = 10;

/** When a session was made; milliseconds since 1970. */
export function madeAt({ created_at }: Session): number | undefined {
	return fromTeamViewerDate(created_at);
}

/** A session as the user wants to see it. */
export function sessionItem(session: Session, simplify: boolean): IDataObject {
	return (simplify ? simplifySession(session) : session) as IDataObject;
}

/** The newest of a list that is sorted newest first, as a poll would emit them: oldest first. */
export function latest(sessions: Session[], simplify: boolean): IDataObject[] {
	return sessions
		.slice(0, SAMPLES)
		.reverse()
		.map((session) => sessionItem(session, simplify));
}

/**
 * One page of the open sessions.
 *
 * @param asked the pages that this poll read, where it reads several.
 * @throws {UnexpectedAnswer} when it does not lead on.
 */
export async function openPage(
	sessions: Sessions,
	{ budget }: Means,
	offset?: string,
	asked?: Set<string | undefined>,
): Promise<Page<Session>> {
	return await budget.spend(
		async () => await readPage(async (token) => await sessions.page('open', token), offset, asked),
	);
}

/** A session without a code cannot be told from another. */
function withCodes({ records, ...page }: Page<Session>): Page<Session> {
	return { ...page, records: records.filter(({ code }) => typeof code === 'string') };
}
