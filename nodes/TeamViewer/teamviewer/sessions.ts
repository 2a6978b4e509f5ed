import { pageOf, recordWith } from './answer';
import type { TeamViewerClient } from './client';
import { DOUBT } from './errors';
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
		await client.get('/sessions', { ...query, full_list: 'true', offset }),
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

/** One session, open or closed. */
export async function getSession(client: TeamViewerClient, code: string): Promise<Session> {
	return await client.get<Session>(path`/sessions/${code}`, undefined, `session ${code}`);
}

/** Opens a session; TeamViewer answers with its code and links. */
export async function createSession(
	client: TeamViewerClient,
	input: SessionInput,
): Promise<Session> {
	return recordWith(await client.post<Session>('/sessions', input), 'session', 'code', DOUBT);
}

/** Changes a session; closing it is `{state: 'closed'}`. */
export async function updateSession(
	client: TeamViewerClient,
	code: string,
	input: SessionInput,
): Promise<void> {
	await client.put(path`/sessions/${code}`, input, `session ${code}`);
}
