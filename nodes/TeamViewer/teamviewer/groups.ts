import { onlyRecordOf, recordsOf, recordWith } from './answer';
import { change } from './change';
import type { TeamViewerClient } from './client';
import { path } from './request';
import type { Group } from './types';

/** What `GET /groups` can be narrowed by. */
export interface GroupQuery {
	name?: string;
	/** Whether others share it with the user (`true`), or it is the user's own (`false`). Source: the API manual. */
	shared?: boolean;
}

/** What can be said of a group. */
export interface GroupInput {
	name: string;
	/** A GUID; needs a licence for policies. */
	policy_id?: string;
}

/** What somebody may do in a group that is shared with them. */
export type GroupPermission = 'read' | 'readwrite';

/**
 * All groups that a user sees; TeamViewer does not page them.
 *
 * @param owner is the user; left out, the one that the token belongs to. Company tokens need one (API manual).
 */
export async function listGroups(
	client: TeamViewerClient,
	query: GroupQuery = {},
	owner?: string,
): Promise<Group[]> {
	return recordsOf<Group>(await client.get(groupsOf(owner), { ...query }), 'groups');
}

/** One group as the user sees it. The manual shows the group itself; a list of one is understood too. */
export async function getGroup(
	client: TeamViewerClient,
	id: string,
	owner?: string,
): Promise<Group> {
	const group = `group ${id}`;
	const answer = await client.get<object>(groupPath(id, owner), undefined, group);
	return recordWith(onlyRecordOf<Group>(answer, 'groups', group), 'group', 'id');
}

/** Makes a group of this user's. */
export async function createGroup(
	client: TeamViewerClient,
	input: GroupInput,
	owner?: string,
): Promise<Group> {
	return recordWith(await client.post<Group>(groupsOf(owner), input), 'group', 'id', true);
}

/**
 * Changes a group; undefined where the result is not to be read. TeamViewer always wants a name, so it is read first where
 * it stays.
 */
export async function updateGroup(
	client: TeamViewerClient,
	id: string,
	changes: Partial<GroupInput>,
	isRead: boolean,
	owner?: string,
): Promise<Group | undefined> {
	return await change(client, {
		record: groupPath(id),
		send: async () => {
			const name = changes.name ?? (await nameOf(client, id, owner));
			const body = { ...changes, name };
			await client.act('PUT', groupPath(id, owner), { body, subject: `group ${id}` });
		},
		done: 'The group was changed',
		...(isRead && { read: async () => await getGroup(client, id, owner) }),
	});
}

async function nameOf(client: TeamViewerClient, id: string, owner?: string): Promise<string> {
	const group = recordWith(await getGroup(client, id, owner), 'group', 'name');
	return String(group.name);
}

/** Deletes a group of the user's for good; one that somebody else shares with the user is only left (API manual). */
export async function deleteGroup(
	client: TeamViewerClient,
	id: string,
	owner?: string,
): Promise<void> {
	await client.inTurn(groupPath(id), async () => {
		await client.delete(groupPath(id, owner), `group ${id}`);
	});
}

/** Shares a group with a user, who has to accept; a share that exists gets the new permission. Others stay. */
export async function shareGroup(
	client: TeamViewerClient,
	id: string,
	share: { userid: string; permissions: GroupPermission },
	owner?: string,
): Promise<unknown> {
	return await client.inTurn(groupPath(id), async () =>
		client.act('POST', `${groupPath(id, owner)}/share_group`, {
			body: { users: [share] },
			subject: `group ${id}`,
		}),
	);
}

/** Takes a share of a group back. */
export async function unshareGroup(
	client: TeamViewerClient,
	id: string,
	user: string,
	owner?: string,
): Promise<void> {
	await client.inTurn(groupPath(id), async () => {
		await client.act('POST', `${groupPath(id, owner)}/unshare_group`, {
			body: { users: [user] },
			subject: `group ${id}`,
		});
	});
}

/** The same group, whichever way it is reached: without an owner it names the group for {@link TeamViewerClient.inTurn}. */
function groupPath(id: string, owner?: string): string {
	return groupsOf(owner) + path`/${id}`;
}

function groupsOf(owner?: string): string {
	return owner === undefined ? '/groups' : path`/users/${owner}/groups`;
}
