import { onlyRecordOf, pageOfValues, recordsOf, recordWith } from './answer';
import { change, readBack } from './change';
import type { TeamViewerClient } from './client';
import { readPages, recordsOfPages } from './pages';
import { path } from './request';
import { UnexpectedAnswer } from './teamViewerError';
import type { NewUser, User, UserChanges } from './types';

/** What `GET /users` can be narrowed by. */
export interface UserQuery {
	/** Several are joined by commas. */
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

/**
 * The ID of a user, for calls that are made with it unseen by anybody.
 *
 * @param isDoubtful whether the request that gave the user may have changed something.
 * @throws {UnexpectedAnswer} when it has another form.
 */
export function userIdOf(user: User, isDoubtful = false): string {
	const id: unknown = recordWith(user, 'user', 'id', isDoubtful).id;
	if (typeof id === 'string' && /^u0*[1-9]\d*$/i.test(id)) return id;
	throw new UnexpectedAnswer("TeamViewer's answer has no ID of a user", isDoubtful);
}

/** Creates a user and reads it back: TeamViewer's answer has little more than the ID. Source: the API manual. */
export async function createUser(client: TeamViewerClient, input: NewUser): Promise<User> {
	const id = userIdOf(await client.post<User>('/users', input), true);
	return await readBack(`User ${id} was created`, async () => await getUser(client, id));
}

/** Changes a user; undefined where the result is not to be read. */
export async function updateUser(
	client: TeamViewerClient,
	id: string,
	changes: UserChanges,
	isRead: boolean,
): Promise<User | undefined> {
	const record = path`/users/${id}`;
	return await change(client, {
		record,
		send: async () => await client.put(record, changes, `user ${id}`),
		done: 'The user was changed',
		...(isRead && { read: async () => await getUser(client, id) }),
	});
}

/**
 * Takes a user out of the company.
 *
 * @param isPermanent deletes the TeamViewer account too, for good.
 */
export async function deleteUser(
	client: TeamViewerClient,
	id: string,
	isPermanent: boolean,
): Promise<void> {
	const record = path`/users/${id}`;
	await client.inTurn(record, async () => {
		await client.act('DELETE', record, {
			...(isPermanent && { query: { isPermanentDelete: true } }),
			subject: `user ${id}`,
		});
	});
}

/** Takes the second factor away from a user's account. */
export async function resetTfa(client: TeamViewerClient, id: string): Promise<object | undefined> {
	return await client.inTurn(
		path`/users/${id}`,
		async () => await client.act('DELETE', path`/users/${id}/tfa`, { subject: `user ${id}` }),
	);
}

/** The IDs of the roles that a user has, directly and through user groups. */
export async function rolesOfUser(
	client: TeamViewerClient,
	id: string,
): Promise<Array<{ roleId: string }>> {
	const pages = readPages(async (paginationToken) =>
		pageOfValues<{ roleId: string }>(
			await client.get(path`/users/${id}/userroles`, { paginationToken }, `user ${id}`),
			{ key: 'assignedRoleIds', field: 'roleId', tokenKey: 'nextPaginationToken' },
		),
	);
	return await recordsOfPages(pages);
}
