import { recordsIn, recordWith } from './answer';
import { change, inBatches } from './change';
import type { TeamViewerClient } from './client';
import { idNumber } from './idNumber';
import { spelled } from './keyCase';
import { readPages, resourcePage, type Page } from './pages';
import { path } from './request';
import type { UserGroup, UserGroupMember } from './types';

const USER_GROUPS = '/usergroups';
const GROUP_KEYS = ['id', 'name', 'creationSourceType'] as const;
const MEMBER_KEYS = ['accountId', 'name'] as const;

/** The user groups of the company. */
export function userGroupPages(
	client: TeamViewerClient,
): AsyncGenerator<Page<UserGroup>, void, void> {
	return readPages(async (paginationToken) => await userGroupPage(client, paginationToken));
}

/** One page of them. */
export async function userGroupPage(
	client: TeamViewerClient,
	paginationToken?: string,
): Promise<Page<UserGroup>> {
	return eachSpelled(
		await resourcePage<UserGroup>(client, USER_GROUPS, paginationToken),
		GROUP_KEYS,
	);
}

/** One user group. */
export async function getUserGroup(client: TeamViewerClient, id: string): Promise<UserGroup> {
	return userGroupIn(await client.get(path`/usergroups/${id}`, undefined, subject(id)));
}

/** Makes a user group. */
export async function createUserGroup(client: TeamViewerClient, name: string): Promise<UserGroup> {
	return userGroupIn(await client.post(USER_GROUPS, { name }), true);
}

/** Renames a user group; undefined where the result is not wanted. TeamViewer answers with the group, so it is read only where it does not. */
export async function updateUserGroup(
	client: TeamViewerClient,
	id: string,
	name: string,
	isRead: boolean,
): Promise<UserGroup | undefined> {
	const record = path`/usergroups/${id}`;
	let answer: UserGroup | undefined;
	return await change(client, {
		record,
		send: async () => {
			answer = await client.act('PUT', record, { body: { name }, subject: subject(id) });
		},
		done: 'The user group was renamed',
		...(isRead && {
			read: async () => (answer ? userGroupIn(answer) : await getUserGroup(client, id)),
		}),
	});
}

/** Deletes a user group; its users stay. */
export async function deleteUserGroup(client: TeamViewerClient, id: string): Promise<void> {
	await client.act('DELETE', path`/usergroups/${id}`, { subject: subject(id) });
}

/** Who is in a user group. */
export function userGroupMemberPages(
	client: TeamViewerClient,
	id: string,
): AsyncGenerator<Page<UserGroupMember>, void, void> {
	const members = membersPath(id);
	return readPages(async (paginationToken) =>
		eachSpelled(
			await resourcePage<UserGroupMember>(client, members, paginationToken, subject(id)),
			MEMBER_KEYS,
		),
	);
}

/**
 * Adds users to a user group.
 *
 * @returns the members that TeamViewer's answers tell of.
 */
export async function addUserGroupMembers(
	client: TeamViewerClient,
	id: string,
	userIds: string[],
): Promise<UserGroupMember[]> {
	const answers = await inBatches(userIds.map(idNumber), 'members were added', (body) =>
		client.act<unknown>('POST', membersPath(id), { body, subject: subject(id) }),
	);
	return answers
		.flatMap((answer) =>
			answer === undefined ? [] : recordsIn<UserGroupMember>(answer, 'members', true),
		)
		.map((member) => spelled(member, MEMBER_KEYS));
}

/** Takes users out of a user group. */
export async function removeUserGroupMembers(
	client: TeamViewerClient,
	id: string,
	userIds: string[],
): Promise<void> {
	await inBatches(userIds.map(idNumber), 'members were removed', (body) =>
		client.act('DELETE', membersPath(id), { body, subject: subject(id) }),
	);
}

/** The ID of the role that a user group gives its members; null where there is none. */
export async function getUserGroupRole(
	client: TeamViewerClient,
	id: string,
): Promise<string | null> {
	const answer = await client.get<{ assignedRoleId?: string | null }>(
		path`/usergroups/${id}/userroles`,
		undefined,
		subject(id),
	);
	return spelled(answer, ['assignedRoleId']).assignedRoleId ?? null;
}

function membersPath(id: string): string {
	return path`/usergroups/${id}/members`;
}

function userGroupIn(answer: UserGroup, isDoubtful = false): UserGroup {
	return recordWith(spelled(answer, GROUP_KEYS), 'user group', 'id', isDoubtful);
}

function eachSpelled<T extends object>(page: Page<T>, keys: readonly string[]): Page<T> {
	return { ...page, records: page.records.map((record) => spelled(record, keys)) };
}

function subject(id: string): string {
	return `user group ${id}`;
}
