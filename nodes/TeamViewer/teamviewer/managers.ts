import { has, recordWith } from './answer';
import { change } from './change';
import type { TeamViewerClient } from './client';
import { isRecord } from './isRecord';
import { spelled, valueOf } from './keyCase';
import { unlessAlready } from './nothingToChange';
import { recordsOfPages, resourcePages, type Page } from './pages';
import { path } from './request';
import type { Manager } from './types';

/**
 * What a manager may do, in the words that TeamViewer takes and mostly gives; the place in the list is the OpenAPI
 * document's number.
 */
export const MANAGER_PERMISSIONS = [
	'ManagerAdministration',
	'GroupAdministration',
	'DeviceAdministration',
	'PolicyAdministration',
	'DeviceDescription',
	'EasyAccess',
	'SoftwareUpdate',
	'CustomFieldsAdministration',
	'InheritDeviceAdministration',
	'InheritDeviceDescription',
	'InheritManagerAdministration',
	'InheritPolicyAdministration',
] as const;

export type ManagerPermission = (typeof MANAGER_PERMISSIONS)[number];

/** What somebody manages: one managed device, or one device group. */
export type ManagedTarget = { managedDevice: string } | { deviceGroup: string };

/** A manager by the own ID, or by the user that the manager is. */
export type ManagerReference = { id: string } | { userId: string };

/** Who becomes a manager. */
export type NewManager =
	{ accountId: number | string } | { usergroupId: number | string } | { companyId: number };

/** The managers of a device or a device group. */
export function managerPages(
	client: TeamViewerClient,
	target: ManagedTarget,
): AsyncGenerator<Page<Manager>, void, void> {
	return resourcePages(client, managersPath(target), subjectOf(target));
}

/** The manager that a user is; undefined where the user is none in person. */
export async function managerOfUser(
	client: TeamViewerClient,
	target: ManagedTarget,
	userId: string,
): Promise<Manager | undefined> {
	const account = userId.replace(/\D/g, '');
	const managers = await recordsOfPages(managerPages(client, target));
	const manager = managers.find((one) => String(valueOf(one, 'accountId')) === account);
	return manager && recordWith(spelled(manager, ['id']), 'manager', 'id');
}

/** Adds one manager; TeamViewer takes a list and answers with one. */
export async function addManager(
	client: TeamViewerClient,
	target: ManagedTarget,
	manager: NewManager,
	permissions: ManagerPermission[],
): Promise<Manager | undefined> {
	const record = managersPath(target);
	const answer = await client.inTurn(record, async () =>
		client.act<unknown>('POST', record, {
			body: [{ ...manager, permissions }],
			subject: subjectOf(target),
		}),
	);
	const added = (Array.isArray(answer) ? answer[0] : answer) as unknown;
	return isRecord(added) ? (added as unknown as Manager) : undefined;
}

/** Replaces what a manager may do; undefined where the result is not to be read. */
export async function updateManager(
	client: TeamViewerClient,
	target: ManagedTarget,
	id: string,
	permissions: ManagerPermission[],
	isRead: boolean,
): Promise<Manager | undefined> {
	const record = managersPath(target);
	let answer: unknown;
	return await change(client, {
		record,
		send: async () =>
			await unlessAlready(
				async () => {
					answer = await client.act('PUT', managerPath(target, id), {
						body: { permissions },
						subject: `manager ${id}`,
					});
				},
				async () => hasExactly(await findManager(client, target, id), permissions),
			),
		done: 'The manager was changed',
		...(isRead && {
			// The PowerShell module expects no answer, the OpenAPI document the manager.
			read: async () =>
				isRecord(answer) && has(answer, 'id')
					? (answer as unknown as Manager)
					: await findManager(client, target, id),
		}),
	});
}

/** Takes a manager away. */
export async function removeManager(
	client: TeamViewerClient,
	target: ManagedTarget,
	id: string,
): Promise<void> {
	await client.inTurn(managersPath(target), async () =>
		client.delete(managerPath(target, id), `manager ${id}`),
	);
}

/** There is no call for one manager. */
async function findManager(
	client: TeamViewerClient,
	target: ManagedTarget,
	id: string,
): Promise<Manager> {
	const managers = await recordsOfPages(managerPages(client, target));
	const manager = managers.find(
		(one) => String(valueOf(one, 'id')).toLowerCase() === id.toLowerCase(),
	);
	if (!manager) throw client.notListed(managersPath(target), `manager ${id}`);
	return recordWith(manager, 'manager', 'id');
}

function hasExactly(manager: Manager, wanted: ManagerPermission[]): boolean {
	const { permissions } = spelled(manager, ['permissions']);
	const words = (permissions ?? []).map((one) => MANAGER_PERMISSIONS[Number(one)] ?? one);
	return [...words].sort().join() === [...wanted].sort().join();
}

/** Where the managers of a device or a device group are. */
function managersPath(target: ManagedTarget): string {
	return 'deviceGroup' in target
		? path`/managed/groups/${target.deviceGroup}/managers`
		: path`/managed/devices/${target.managedDevice}/managers`;
}

function managerPath(target: ManagedTarget, id: string): string {
	return managersPath(target) + path`/${id}`;
}

function subjectOf(target: ManagedTarget): string {
	return 'deviceGroup' in target
		? `device group ${target.deviceGroup}`
		: `managed device ${target.managedDevice}`;
}
