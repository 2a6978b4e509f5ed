import { pageOf, recordsOf, recordWith } from './answer';
import { change, inBatches } from './change';
import type { TeamViewerClient } from './client';
import { idNumber } from './idNumber';
import { isRecord } from './isRecord';
import { spelled } from './keyCase';
import { readPages, type Page } from './pages';
import { path } from './request';
import { UnexpectedAnswer } from './teamViewerError';
import type { Role } from './types';

const ROLES = '/userroles';
const PREDEFINED = `${ROLES}/predefined`;
const ROLE_KEYS = ['Id', 'Name', 'Permissions'] as const;

/** All roles of the company, a hundred at the most; TeamViewer does not page them. */
export async function listRoles(client: TeamViewerClient): Promise<Role[]> {
	const answer = await client.get<object>(ROLES);
	return recordsOf<Role>(answer, 'Roles').map((role) => spelled(role, ROLE_KEYS));
}

/** The names of all permissions that a role can have. TeamViewer's PowerShell module reads both forms of the answer. */
export async function listRolePermissions(client: TeamViewerClient): Promise<string[]> {
	const answer = await client.get<string[] | { Permissions?: string[] }>(`${ROLES}/permissions`);
	const names = Array.isArray(answer) ? answer : spelled(answer, ['Permissions']).Permissions;
	if (isTexts(names)) return names;
	throw new UnexpectedAnswer("TeamViewer's answer has no list of permissions");
}

/** Makes a role. TeamViewer wraps it into its answer; the role itself is understood too. */
export async function createRole(
	client: TeamViewerClient,
	name: string,
	permissions: string[],
): Promise<Role> {
	const answer = spelled(
		await client.post<{ Role?: unknown }>(ROLES, { Name: name, Permissions: permissions }),
		['Role'],
	);
	const role = spelled((isRecord(answer.Role) ? answer.Role : answer) as Role, ROLE_KEYS);
	return recordWith(role, 'role', 'Id', true);
}

/** What can be changed of a role. */
export interface RoleChanges {
	name?: string;
	/** Replace those that it has. */
	permissions?: string[];
}

/**
 * Changes a role; undefined where the result is not to be read. TeamViewer replaces the name and all permissions, so what is
 * to stay is read first and sent again.
 */
export async function updateRole(
	client: TeamViewerClient,
	id: string,
	{ name, permissions }: RoleChanges,
	isRead: boolean,
): Promise<Role | undefined> {
	return await change(client, {
		record: path`/userroles/${id}`,
		send: async () => {
			const isKnown = name !== undefined && permissions !== undefined;
			const present = isKnown ? undefined : await getRole(client, id);
			await client.act('PUT', ROLES, {
				body: {
					UserRoleId: id,
					Name: name ?? present?.Name,
					Permissions: permissions ?? grantedTo(present),
				},
				subject: `role ${id}`,
			});
		},
		done: 'The role was changed',
		...(isRead && { read: async () => await getRole(client, id) }),
	});
}

/** Deletes a role. */
export async function deleteRole(client: TeamViewerClient, id: string): Promise<void> {
	await client.act('DELETE', ROLES, { query: { userRoleId: id }, subject: `role ${id}` });
}

/** Gives a role to users; TeamViewer answers with nothing. */
export async function assignRoleToUsers(
	client: TeamViewerClient,
	id: string,
	userIds: string[],
): Promise<void> {
	await inBatches(userIds, 'users were given the role', async (UserIds) => {
		const body = { UserRoleId: id, UserIds };
		await client.act('POST', `${ROLES}/assign/account`, { body, subject: `role ${id}` });
	});
}

/** Takes a role from users; TeamViewer answers with nothing. */
export async function unassignRoleFromUsers(
	client: TeamViewerClient,
	id: string,
	userIds: string[],
): Promise<void> {
	await inBatches(userIds, 'users lost the role', async (UserIds) => {
		const body = { UserRoleId: id, UserIds };
		await client.act('POST', `${ROLES}/unassign/account`, { body, subject: `role ${id}` });
	});
}

/** Gives a role to a user group, which has one at the most; TeamViewer answers with nothing. */
export async function assignRoleToUserGroup(
	client: TeamViewerClient,
	id: string,
	userGroupId: string,
): Promise<void> {
	// The last one stays, so several for one group keep their order.
	await client.inTurn(path`/usergroups/${userGroupId}/userroles`, async () => {
		const body = { UserRoleId: id, UserGroupId: idNumber(userGroupId) };
		await client.act('POST', `${ROLES}/assign/usergroup`, {
			body,
			subject: `role ${id} or user group ${userGroupId}`,
		});
	});
}

/** Takes its role from a user group; TeamViewer answers with nothing. */
export async function unassignRoleFromUserGroup(
	client: TeamViewerClient,
	userGroupId: string,
): Promise<void> {
	await client.act('POST', `${ROLES}/unassign/usergroup`, {
		body: { UserGroupId: idNumber(userGroupId) },
		subject: `user group ${userGroupId}`,
	});
}

/** The IDs of the users who have a role. */
export function roleUserPages(
	client: TeamViewerClient,
	id: string,
): AsyncGenerator<Page<{ userId: string }>, void, void> {
	return assignmentPages(client, 'account', id, 'AssignedToUsers', 'userId');
}

/** The IDs of the user groups that have a role. */
export function roleUserGroupPages(
	client: TeamViewerClient,
	id: string,
): AsyncGenerator<Page<{ userGroupId: number }>, void, void> {
	return assignmentPages(client, 'usergroups', id, 'AssignedToGroups', 'userGroupId');
}

/** The ID of the role that new users get; null where there is none. */
export async function getPredefinedRole(client: TeamViewerClient): Promise<string | null> {
	// The answer can be nothing at all.
	const answer =
		(await client.getIfAny<{ PredefinedUserRoleId?: string | null }>(PREDEFINED)) ?? {};
	return spelled(answer, ['PredefinedUserRoleId']).PredefinedUserRoleId ?? null;
}

/** Makes a role the one that new users get, instead of the former one. */
export async function setPredefinedRole(client: TeamViewerClient, id: string): Promise<void> {
	// The last one stays, so several keep their order.
	await client.inTurn(PREDEFINED, async () => {
		await client.act('PUT', path`/userroles/${id}/predefined`, { subject: `role ${id}` });
	});
}

/** Leaves new users without a role. */
export async function clearPredefinedRole(client: TeamViewerClient): Promise<void> {
	await client.act('DELETE', PREDEFINED);
}

/** One role; TeamViewer only lists them all. */
async function getRole(client: TeamViewerClient, id: string): Promise<Role> {
	const roles = await listRoles(client);
	const role = roles.find(({ Id }) => String(Id).toLowerCase() === id.toLowerCase());
	if (!role) throw client.notListed(ROLES, `role ${id}`);
	return recordWith(role, 'role', 'Name');
}

/**
 * The names of what a role grants: `true` by name, or a list of names.
 *
 * @throws {UnexpectedAnswer} where it is not known: to send none would take every permission away.
 */
function grantedTo({ Permissions: permissions }: Partial<Role> = {}): string[] {
	if (isTexts(permissions)) return permissions;
	if (isRecord(permissions)) {
		const switches = Object.entries(permissions);
		if (switches.every(([, isGranted]) => typeof isGranted === 'boolean')) {
			return switches.filter(([, isGranted]) => isGranted).map(([name]) => name);
		}
	}
	throw new UnexpectedAnswer("TeamViewer's answer does not tell which permissions the role has");
}

/** Bare IDs page by page, each as a record. Source: OpenAPI document. */
function assignmentPages<T extends object>(
	client: TeamViewerClient,
	to: 'account' | 'usergroups',
	id: string,
	key: string,
	idKey: keyof T & string,
): AsyncGenerator<Page<T>, void, void> {
	return readPages(async (continuationToken) => {
		const query = { userRoleId: id, continuationToken };
		const answer = spelled(
			await client.get<Record<string, unknown>>(`${ROLES}/assignments/${to}`, query, `role ${id}`),
			[key, 'ContinuationToken'],
		);
		// A role that nobody has can have null for a list.
		const ids = answer[key] === null ? [] : answer[key];
		const records = isIds(ids) ? ids.map((one) => ({ [idKey]: one })) : undefined;
		return pageOf<T>({ ...answer, [key]: records }, key, 'ContinuationToken');
	});
}

function isIds(value: unknown): value is Array<string | number> {
	return (
		Array.isArray(value) && value.every((id) => typeof id === 'string' || typeof id === 'number')
	);
}

function isTexts(value: unknown): value is string[] {
	return Array.isArray(value) && value.every((text) => typeof text === 'string');
}
