import { onlyRecordOf, recordsOf, recordWith } from './answer';
import { change, inSteps } from './change';
import type { TeamViewerClient } from './client';
import { path } from './request';
import type { Device, DeviceInput } from './types';

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

/** Puts a device into the Computers & Contacts list, by its TeamViewer ID. Needs a user token. */
export async function createDevice(client: TeamViewerClient, input: DeviceInput): Promise<Device> {
	return recordWith(await client.post<Device>('/devices', input), 'device', 'device_id', true);
}

/**
 * Changes a device; undefined where the result is not to be read. TeamViewer takes a group and a policy in two requests
 * only. Needs a user token.
 */
export async function updateDevice(
	client: TeamViewerClient,
	id: string,
	input: DeviceInput,
	isRead: boolean,
): Promise<Device | undefined> {
	const record = path`/devices/${id}`;
	const put = async (body: DeviceInput) => await client.put(record, body, `device ${id}`);
	const { policy_id, ...others } = input;
	const isTwo = input.groupid !== undefined && policy_id !== undefined;
	return await change(client, {
		record,
		send: async () =>
			isTwo
				? await inSteps([
						{
							send: async () => await put(others),
							done: 'all fields except the policy were changed',
						},
						{ send: async () => await put({ policy_id }), done: 'the policy was changed' },
					])
				: await put(input),
		done: 'The device was changed',
		...(isRead && { read: async () => await getDevice(client, id) }),
	});
}

/** Takes a device out of the Computers & Contacts list. Needs a user token. */
export async function deleteDevice(client: TeamViewerClient, id: string): Promise<void> {
	await client.delete(path`/devices/${id}`, `device ${id}`);
}

/** Assigns a device to the account of the token's user. */
export async function assignDevice(
	client: TeamViewerClient,
	id: string,
	password: string,
	hasEasyAccess: boolean,
): Promise<unknown> {
	return await client.act('POST', '/devices/assign', {
		body: {
			device_id: id,
			current_device_password: password,
			enable_easy_access: hasEasyAccess,
		},
		subject: `device ${id}`,
	});
}
