import type { ManagedDevice } from '../types';
import { deviceConnectLink } from './connectLink';
import { pick, type Simple } from './pick';

/** Which device it is, whether it can be reached, and what is set for it; lists have the first five only. */
const FIELDS = [
	'id',
	'name',
	'teamviewerId',
	'isOnline',
	'last_seen',
	'deviceDescription',
	'teamviewerPolicyId',
	'teamViewerVersion',
] as const;

/** Picks the fields that most workflows use, names and values untouched, and adds a link to connect by. */
export function simplifyManagedDevice(device: ManagedDevice): Simple {
	const simple = pick(device, FIELDS);
	return Object.assign(simple, deviceConnectLink(`r${String(simple.teamviewerId)}`));
}
