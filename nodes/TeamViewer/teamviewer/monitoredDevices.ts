import { recordsIn } from './answer';
import { anyCase } from './anyCase';
import type { TeamViewerClient } from './client';
import { path } from './request';
import { UnexpectedAnswer } from './teamViewerError';
import type { InventoryEntry, MissingPatch, MonitoredDevice } from './types';

/**
 * All devices under monitoring; TeamViewer does not page them. OpenAPI document: a bare list; manual: in `devices`. The
 * keys differ in case and words too. Needs a user token, as all of monitoring does.
 */
export async function listMonitoredDevices(client: TeamViewerClient): Promise<MonitoredDevice[]> {
	const answer = await client.get<object>('/monitoring/devices');
	return recordsIn<MonitoredDevice>(
		Array.isArray(answer) ? answer : anyCase(answer, 'devices'),
		"list 'devices'",
	);
}

/** The TeamViewer ID of a monitored device, whichever way it is spelt. */
export function teamViewerIdOf(device: MonitoredDevice): string | undefined {
	const id = anyCase(device, 'teamviewer_id') ?? anyCase(device, 'teamviewerid');
	return id === undefined || id === null ? undefined : String(id);
}

/** The name that people gave a monitored device. */
export function aliasOf(device: MonitoredDevice): string | undefined {
	const alias = anyCase(device, 'alias');
	return typeof alias === 'string' ? alias : undefined;
}

/** Name, addresses and operating system of a monitored device, by its TeamViewer ID. */
export async function getInformation(client: TeamViewerClient, id: string): Promise<object> {
	const information = await client.get<object>(
		path`/monitoring/devices/${id}/information`,
		undefined,
		monitored(id),
	);
	if (Array.isArray(information)) {
		throw new UnexpectedAnswer("TeamViewer's answer is not the information about a device");
	}
	return information;
}

/** What is built into a monitored device. */
export async function listHardware(
	client: TeamViewerClient,
	id: string,
): Promise<InventoryEntry[]> {
	return await entriesAt(client, path`/monitoring/devices/${id}/hardware`, id, 'items');
}

/** What is installed on a monitored device. */
export async function listSoftware(
	client: TeamViewerClient,
	id: string,
): Promise<InventoryEntry[]> {
	return await entriesAt(client, path`/monitoring/devices/${id}/software`, id, 'items');
}

/** Which updates a monitored device lacks. */
export async function listMissingPatches(
	client: TeamViewerClient,
	id: string,
): Promise<MissingPatch[]> {
	return await entriesAt(
		client,
		path`/patchmanagement/devices/${id}/patches/missing`,
		id,
		'patches',
	);
}

async function entriesAt<T>(
	client: TeamViewerClient,
	address: string,
	id: string,
	key: string,
): Promise<T[]> {
	const answer = await client.get<object>(address, undefined, monitored(id));
	return recordsIn<T>(anyCase(answer, key), `list '${key}'`);
}

function monitored(id: string): string {
	return `monitored device ${id}`;
}
