import { onlyRecordOf, recordsOf, recordWith } from './answer';
import type { TeamViewerClient } from './client';
import { path } from './request';
import type { Device } from './types';

/** What `GET /devices` can be narrowed by. */
export interface DeviceQuery {
	groupid?: string;
	name?: string;
	online_state?: string;
	/** `r…`: the TeamViewer ID behind the device. */
	remotecontrol_id?: string;
}

/** All devices of the Computers & Contacts list; TeamViewer does not page them. Needs a user token. */
export async function listDevices(
	client: TeamViewerClient,
	query: DeviceQuery = {},
): Promise<Device[]> {
	return recordsOf<Device>(await client.get('/devices', { ...query }), 'devices');
}

/** One device; TeamViewer sends it as a list of one (OpenAPI document); the device itself is understood too. Needs a user token. */
export async function getDevice(client: TeamViewerClient, id: string): Promise<Device> {
	const device = `device ${id}`;
	const answer = await client.get<object>(path`/devices/${id}`, undefined, device);
	return recordWith(onlyRecordOf<Device>(answer, 'devices', device), 'device', 'device_id');
}
