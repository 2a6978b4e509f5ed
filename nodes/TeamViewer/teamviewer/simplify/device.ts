import type { Device } from '../types';
import { pick, type Simple } from './pick';

/** Which device it is, whose and where it is, and whether it can be reached. */
const FIELDS = [
	'device_id',
	'alias',
	'online_state',
	'last_seen',
	'teamviewer_id',
	'remotecontrol_id',
	'groupid',
	'userid',
	'description',
	'assigned_to',
] as const;

/** Picks the fields that most workflows use, names and values untouched. */
export function simplifyDevice(device: Device): Simple {
	return pick(device, FIELDS);
}
