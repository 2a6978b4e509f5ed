import { onlyRecordOf, pageOf, recordWith } from './answer';
import { change } from './change';
import type { TeamViewerClient } from './client';
import { fromTeamViewerDate } from './dates';
import { readPages, type Page } from './pages';
import { path } from './request';
import type { Session, SessionInput } from './types';

/** What `GET /sessions` can be narrowed by. */
export interface SessionQuery {
	groupid?: string;
	assigned_userid?: string;
	/** `open`, `closed` or both, joined by a comma; TeamViewer lists the open ones when it is left out. */
	state?: string;
}

/** One page of sessions, continued after `offset`, the `next_offset` of the page before. */
export async function sessionPage(
	client: TeamViewerClient,
	query: SessionQuery,
	offset?: string,
): Promise<Page<Session>> {
	return pageOf<Session>(
		// Without full_list TeamViewer sends five fields of each session.
		await client.get('/sessions', { ...query, full_list: true, offset }),
		'sessions',
		'next_offset',
		'sessions_remaining',
	);
}

/** All sessions, newest first, at most 1000 a page. */
export function sessionPages(
	client: TeamViewerClient,
	query: SessionQuery,
): AsyncGenerator<Page<Session>, void, void> {
	return readPages(async (offset) => await sessionPage(client, query, offset));
}

/** One session, open or closed. OpenAPI document: as it is; a list of one is understood too. */
export async function getSession(client: TeamViewerClient, code: string): Promise<Session> {
	const session = `session ${code}`;
	const answer = await client.get<object>(path`/sessions/${code}`, undefined, session);
	return recordWith(onlyRecordOf<Session>(answer, 'sessions', session), 'session', 'code');
}

/** Opens a session; TeamViewer answers with its code and links. */
export async function createSession(
	client: TeamViewerClient,
	input: SessionInput,
): Promise<Session> {
	return recordWith(await client.post<Session>('/sessions', input), 'session', 'code', true);
}

/** Changes a session; undefined where the result is not to be read. */
export async function updateSession(
	client: TeamViewerClient,
	code: string,
	input: SessionInput,
	isRead: boolean,
): Promise<Session | undefined> {
	return await changeSession(client, code, input, 'The session was changed', isRead);
}

/** Closes a session; undefined where the result is not to be read. */
export async function closeSession(
	client: TeamViewerClient,
	code: string,
	isRead: boolean,
): Promise<Session | undefined> {
	return await changeSession(client, code, { state: 'closed' }, 'The session was closed', isRead);
}

async function changeSession(
	client: TeamViewerClient,
	code: string,
	input: SessionInput,
	done: string,
	isRead: boolean,
): Promise<Session | undefined> {
	const record = path`/sessions/${code}`;
	return await change(client, {
		record,
		send: async () => await client.put(record, input, `session ${code}`),
		done,
		...(isRead && { read: async () => await getSession(client, code) }),
	});
}

/** TeamViewer writes `Closed` or `closed`, one schema a number; a session that was closed also says when. */
export function isClosed({ state, closed_at }: Session): boolean {
	return typeof state === 'string' ? state.toLowerCase() === 'closed' : Boolean(closed_at);
}

/**
 * Whether an open session can still be used: TeamViewer lists it as open after its time is over (live clients). One without
 * such a time is valid. Undefined for a closed one.
 *
 * @param now in milliseconds since 1970.
 */
export function validityOf(session: Session, now: number): 'valid' | 'expired' | undefined {
	if (isClosed(session)) return undefined;
	return (fromTeamViewerDate(session.valid_until) ?? Infinity) > now ? 'valid' : 'expired';
}
