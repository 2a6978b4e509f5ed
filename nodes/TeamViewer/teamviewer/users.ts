import { onlyRecordOf, recordsOf, recordWith } from './answer';
import type { TeamViewerClient } from './client';
import { path } from './request';
import type { User } from './types';

/** What `GET /users` can be narrowed by. */
export interface UserQuery {
	email?: string;
	name?: string;
	/** Without it TeamViewer sends id, name and email only. Source: TeamViewer's PowerShell module. */
	full_list?: true;
}

/** All users of the company; TeamViewer does not page them. */
export async function listUsers(client: TeamViewerClient, query: UserQuery = {}): Promise<User[]> {
	return recordsOf<User>(await client.get('/users', { ...query }), 'users');
}

/** One user. The manual shows the user itself; a list of one, as devices come, is understood too. */
export async function getUser(client: TeamViewerClient, id: string): Promise<User> {
	const user = `user ${id}`;
	const answer = await client.get<object>(path`/users/${id}`, undefined, user);
	return recordWith(onlyRecordOf<User>(answer, 'users', user), 'user', 'id');
}
