import { recordWith } from './answer';
import { change, inSteps } from './change';
import type { TeamViewerClient } from './client';
import { spelled, valueOf } from './keyCase';
import { removePolicies, type PolicyType } from './managedPolicies';
import { unlessAlready } from './nothingToChange';
import { resourcePage, resourcePages, type Page } from './pages';
import { path } from './request';
import type { ManagedDevice } from './types';
import { withoutUndefined } from './withoutUndefined';

const PATHS = {
	own: '/managed/devices',
	company: '/managed/devices/company',
} as const;

/** Whose devices: those that the token's user manages, or all of the company. */
export type ManagedScope = keyof typeof PATHS;

/** What can be changed of a managed device. */
export interface ManagedDeviceInput {
	name?: string;
	/** Empty clears it. */
	description?: string;
	policyId?: string;
	/** A device group that the device is in: its policy is taken over. The device does not move. */
	policyFromGroup?: string;
}

/** Device groups that a device joins and leaves. */
export interface GroupChange {
	added?: string[];
	removed?: string[];
}

/** Devices under management, paged by a token of TeamViewer's. */
export function managedDevicePages(
	client: TeamViewerClient,
	scope: ManagedScope,
): AsyncGenerator<Page<ManagedDevice>, void, void> {
	return resourcePages(client, PATHS[scope]);
}

/** One page of them. */
export async function managedDevicePage(
	client: TeamViewerClient,
	scope: ManagedScope,
	paginationToken?: string,
): Promise<Page<ManagedDevice>> {
	return await resourcePage(client, PATHS[scope], paginationToken);
}

/** One managed device, with more than lists tell: policy, version, description. */
export async function getManagedDevice(
	client: TeamViewerClient,
	id: string,
): Promise<ManagedDevice> {
	const answer = await client.get<ManagedDevice>(
		path`/managed/devices/${id}`,
		undefined,
		subject(id),
	);
	return recordWith(answer, 'managed device', 'id');
}

/**
 * Changes a managed device; undefined where the result is not to be read. The description has a path of its own; policy
 * and description never go in one request (PowerShell module).
 */
export async function updateManagedDevice(
	client: TeamViewerClient,
	id: string,
	{ description, ...input }: ManagedDeviceInput,
	isRead: boolean,
): Promise<ManagedDevice | undefined> {
	const record = path`/managed/devices/${id}`;
	const { name, policyId, policyFromGroup } = input;
	const fields = withoutUndefined({
		name,
		teamviewerPolicyId: policyId,
		managedGroupId: policyFromGroup,
	});
	const put = async (where: string, body: object, isAlready: (device: ManagedDevice) => boolean) =>
		await unlessAlready(
			async () => client.act('PUT', where, { body, subject: subject(id) }),
			async () => isAlready(await getManagedDevice(client, id)),
		);

	const steps = [
		...(Object.keys(fields).length > 0
			? [
					{
						send: async () => await put(record, fields, (device) => isAsWanted(device, input)),
						done: `${whatChanged(input)} changed`,
					},
				]
			: []),
		...(description !== undefined
			? [
					{
						send: async () =>
							await put(
								path`/managed/devices/${id}/description`,
								{ deviceDescription: description },
								(device) => (valueOf(device, 'deviceDescription') ?? '') === description,
							),
						done: 'the description was changed',
					},
				]
			: []),
	];
	return await change(client, {
		record,
		send: async () => await inSteps(steps),
		done: 'The managed device was changed',
		...(isRead && { read: async () => await getManagedDevice(client, id) }),
	});
}

/** The groups take effect when the device is online. */
export async function changeGroupsOfDevice(
	client: TeamViewerClient,
	id: string,
	{ added, removed }: GroupChange,
): Promise<unknown> {
	return await client.inTurn(path`/managed/devices/${id}`, async () =>
		client.act('PUT', path`/managed/devices/${id}/groups`, {
			body: withoutUndefined({ AddedChainIds: added, RemovedChainIds: removed }),
			subject: subject(id),
		}),
	);
}

/** Takes policies away, one request each. */
export async function removePoliciesOfDevice(
	client: TeamViewerClient,
	id: string,
	types: PolicyType[],
): Promise<void> {
	await removePolicies(client, path`/managed/devices/${id}`, types, subject(id));
}

/** Ends the management of a device: its managers and groups are gone, and no documented call brings it back. */
export async function deleteManagedDevice(client: TeamViewerClient, id: string): Promise<void> {
	await client.delete(path`/managed/devices/${id}`, subject(id));
}

/** Which group a policy comes from is not told, so nobody can see whether that is as wanted. */
function isAsWanted(
	device: ManagedDevice,
	{ name, policyId, policyFromGroup }: ManagedDeviceInput,
): boolean {
	const held = spelled(device, ['name', 'teamviewerPolicyId']);
	return (
		policyFromGroup === undefined &&
		(name === undefined || held.name === name) &&
		(policyId === undefined || held.teamviewerPolicyId?.toLowerCase() === policyId.toLowerCase())
	);
}

function whatChanged({ name, policyId, policyFromGroup }: ManagedDeviceInput): string {
	const hasPolicy = policyId !== undefined || policyFromGroup !== undefined;
	if (name !== undefined && hasPolicy) return 'the name and the policy were';
	return hasPolicy ? 'the policy was' : 'the name was';
}

function subject(id: string): string {
	return `managed device ${id}`;
}
