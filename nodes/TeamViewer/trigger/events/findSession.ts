import type { TeamViewerClient } from '../../teamviewer/client';
import { getSession, type SessionQuery } from '../../teamviewer/sessions';
import { TeamViewerError } from '../../teamviewer/teamViewerError';
import type { Session } from '../../teamviewer/types';

/** Older endpoints call an unknown code an invalid request, newer ones answer 404; of a session of others, 403. */
const UNKNOWN: ReadonlySet<string> = new Set(['notFound', 'permission', 'refused']);

/** What may change while a session is out of sight. */
const FILTERS = ['groupid', 'assigned_userid'] as const;

/** Looks a session up; undefined when TeamViewer does not know it any more, or not for this token, or not for this query. */
export async function findSession(
	client: TeamViewerClient,
	code: string,
	query: SessionQuery,
): Promise<Session | undefined> {
	const session = await getSession(client, code).catch((error: unknown) => {
		if (isUnknown(error)) return undefined;
		throw error;
	});
	return session && isWanted(session, query) ? session : undefined;
}

/** In TeamViewer's own words, or by a bare 404: what a proxy answers in TeamViewer's place says nothing of the session. */
function isUnknown(error: unknown): boolean {
	if (!(error instanceof TeamViewerError) || !UNKNOWN.has(error.reason)) return false;
	const { status = 0, category } = error.failure;
	return status === 404 || (status >= 400 && category !== undefined);
}

function isWanted(session: Session, query: SessionQuery): boolean {
	return FILTERS.every((filter) => {
		const wanted = query[filter];
		// What TeamViewer does not tell of a session cannot speak against it.
		return wanted === undefined || (session[filter] ?? wanted) === wanted;
	});
}
