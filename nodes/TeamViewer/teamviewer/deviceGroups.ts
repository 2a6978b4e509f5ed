import { has, recordWith } from './answer';
import { change } from './change';
import type { TeamViewerClient } from './client';
import { isRecord } from './isRecord';
import { POLICY_TYPES, removePolicies, type PolicyType } from './managedPolicies';
import { spelled } from './keyCase';
import { unlessAlready } from './nothingToChange';
import { resourcePage, resourcePages, type Page } from './pages';
import { path } from './request';
import type { DeviceGroup, ManagedDevice } from './types';
import { withoutUndefined } from './withoutUndefined';

/** What can be changed of a device group. */
export interface DeviceGroupInput {
	name?: string;
	policyId?: string;
}

/** The device groups that the token's user manages; TeamViewer's API calls them managed groups. */
export function deviceGroupPages(
	client: TeamViewerClient,
): AsyncGenerator<Page<DeviceGroup>, void, void> {
	return resourcePages(client, '/managed/groups');
}

/** One page of them. */
export async function deviceGroupPage(
	client: TeamViewerClient,
	paginationToken?: string,
): Promise<Page<DeviceGroup>> {
	return await resourcePage(client, '/managed/groups', paginationToken);
}

/** The device groups that one managed device is in. */
export function groupPagesOfDevice(
	client: TeamViewerClient,
	managedDevice: string,
): AsyncGenerator<Page<DeviceGroup>, void, void> {
	return resourcePages(
		client,
		path`/managed/devices/${managedDevice}/groups`,
		`managed device ${managedDevice}`,
	);
}

/**
 * The devices of a device group.
 *
 * @param isPending asks for those that join or leave when they come online.
 */
export function devicePagesOfGroup(
	client: TeamViewerClient,
	id: string,
	isPending: boolean,
): AsyncGenerator<Page<ManagedDevice>, void, void> {
	return resourcePages(
		client,
		isPending ? path`/managed/groups/${id}/pending-devices` : path`/managed/groups/${id}/devices`,
		subject(id),
	);
}

/** One page of the devices of a device group. */
export async function devicePageOfGroup(
	client: TeamViewerClient,
	id: string,
	paginationToken?: string,
): Promise<Page<ManagedDevice>> {
	const record = path`/managed/groups/${id}/devices`;
	return await resourcePage(client, record, paginationToken, subject(id));
}

/** One device group. */
export async function getDeviceGroup(client: TeamViewerClient, id: string): Promise<DeviceGroup> {
	const answer = await client.get<DeviceGroup>(path`/managed/groups/${id}`, undefined, subject(id));
	return recordWith(answer, 'device group', 'id');
}

/** Makes a device group; the token's user becomes its manager. */
export async function createDeviceGroup(
	client: TeamViewerClient,
	name: string,
): Promise<DeviceGroup> {
	const answer = await client.post<DeviceGroup>('/managed/groups', { name });
	return recordWith(answer, 'device group', 'id', true);
}

/** Changes a device group; undefined where the result is not to be read. */
export async function updateDeviceGroup(
	client: TeamViewerClient,
	id: string,
	{ name, policyId }: DeviceGroupInput,
	isRead: boolean,
): Promise<DeviceGroup | undefined> {
	const record = path`/managed/groups/${id}`;
	const policy = policyId && { policy_id: policyId, policy_type: POLICY_TYPES.teamViewer.number };
	let answer: unknown;
	return await change(client, {
		record,
		send: async () =>
			await unlessAlready(
				async () => {
					answer = await client.act('PUT', record, {
						body: withoutUndefined({ name, policy }),
						subject: subject(id),
					});
				},
				async () => isAsWanted(await getDeviceGroup(client, id), name, policyId),
			),
		done: 'The device group was changed',
		...(isRead && {
			// The PowerShell module expects no answer, the OpenAPI document the group.
			read: async () =>
				isRecord(answer) && has(answer, 'id')
					? (answer as unknown as DeviceGroup)
					: await getDeviceGroup(client, id),
		}),
	});
}

/** Takes policies away, one request each. */
export async function removePoliciesOfGroup(
	client: TeamViewerClient,
	id: string,
	types: PolicyType[],
): Promise<void> {
	await removePolicies(client, path`/managed/groups/${id}`, types, subject(id));
}

/** Deletes a device group; a device that is offline leaves it when it comes online. */
export async function deleteDeviceGroup(client: TeamViewerClient, id: string): Promise<void> {
	await client.delete(path`/managed/groups/${id}`, subject(id));
}

/** Puts a device into a group; it joins when it is online. */
export async function addDeviceToGroup(
	client: TeamViewerClient,
	id: string,
	managedDevice: string,
): Promise<unknown> {
	return await client.inTurn(path`/managed/devices/${managedDevice}`, async () =>
		client.act('POST', path`/managed/groups/${id}/devices`, {
			// As the PowerShell module spells it.
			body: { Id: managedDevice },
			subject: subject(id),
		}),
	);
}

/** Takes a device out of a group; it leaves when it is online. */
export async function removeDeviceFromGroup(
	client: TeamViewerClient,
	id: string,
	managedDevice: string,
): Promise<void> {
	await client.inTurn(path`/managed/devices/${managedDevice}`, async () =>
		client.delete(path`/managed/groups/${id}/devices/${managedDevice}`, subject(id)),
	);
}

function isAsWanted(group: DeviceGroup, name?: string, policyId?: string): boolean {
	const { name: held, policy_id: policy } = spelled(group, ['name', 'policy_id']);
	return (
		(name === undefined || held === name) &&
		(policyId === undefined || String(policy).toLowerCase() === policyId.toLowerCase())
	);
}

function subject(id: string): string {
	return `device group ${id}`;
}

/** The group with its `id` and `name` under these keys, however TeamViewer spells them. */
export function withIdAndName(group: DeviceGroup): DeviceGroup {
	return spelled(group, ['id', 'name']);
}
