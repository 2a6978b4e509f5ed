import type { Device } from '../types';
import { deviceConnectLink } from './connectLink';
import { pick, type Simple } from './pick';

/** Which device it is, in which group, and whether it can be reached. */
const FIELDS = [
	'device_id',
	'alias',
	'online_state',
	'last_seen',
	'teamviewer_id',
	'remotecontrol_id',
	'groupid',
	'description',
	'assigned_to',
] as const;

/** Picks the fields that most workflows use, names and values untouched, and adds a link to connect by. */
export function simplifyDevice(device: Device): Simple {
	const simple = pick(device, FIELDS);
	return Object.assign(simple, deviceConnectLink(simple.remotecontrol_id));
}
