import type { Random } from '../../random';
import { accountNumber, guid } from '../ids';
import { DEVICE_GROUPS } from '../names';
import type { Policy } from '../policies';
import type { ManagedDevice, User } from '../types';
import type { UserGroup } from '../userGroups';
import { Estate, type ManagedRecord } from './Estate';
import type { Manager, ManagerIdentity, ManagerPermission } from './managers';

/** What a person gets who sets a device up. */
export const EVERYTHING_ON_A_DEVICE: ManagerPermission[] = [
	'ManagerAdministration',
	'DeviceAdministration',
	'PolicyAdministration',
	'DeviceDescription',
	'EasyAccess',
];

export const EVERYTHING_ON_A_GROUP: ManagerPermission[] = [
	'ManagerAdministration',
	'GroupAdministration',
	'DeviceAdministration',
	'PolicyAdministration',
];

/** What the estate is made of and for. */
export interface Inheritance {
	devices: ManagedDevice[];
	users: User[];
	userGroups: UserGroup[];
	policies: Policy[];
	companyId: number;
}

/**
 * Devices with their groups and managers. The first user manages two devices of three; the third is somebody else's,
 * and may be looked at by the company, but for every third of those. The last group is nobody's but that person's.
 */
export function foundEstate(random: Random, now: () => number, from: Inheritance): Estate {
	const { devices, users, userGroups, policies, companyId } = from;
	const estate = new Estate(now);
	const [owner] = users;
	const colleague = users[1] ?? owner;
	if (owner === undefined || colleague === undefined) return estate;
	const manager = (
		identity: ManagerIdentity,
		permissions: ManagerPermission[],
		name?: string,
	): Manager => ({
		id: guid(random).toLowerCase(),
		...identity,
		...(name === undefined ? {} : { name }),
		permissions: [...permissions],
	});
	const person = ({ id, name }: User, permissions: ManagerPermission[]) =>
		manager({ type: 'account', accountId: accountNumber(id) }, permissions, name);
	const team = userGroups[0];

	const places = devices.length === 0 ? [] : DEVICE_GROUPS.slice(0, devices.length > 3 ? 6 : 2);
	places.forEach((name, index) => {
		const foreign = index === DEVICE_GROUPS.length - 1;
		estate.groups.push({
			id: guid(random).toLowerCase(),
			name,
			policies: index === 0 && policies[1] !== undefined ? { 1: policies[1].policy_id } : {},
			managers: [
				person(foreign ? colleague : owner, EVERYTHING_ON_A_GROUP),
				...(index === 1 && team !== undefined
					? [manager({ type: 'usergroup', usergroupId: team.id }, ['EasyAccess'])]
					: []),
			],
		});
	});
	devices.forEach((device, index) => {
		const own = index % 3 !== 2;
		const group = placeFor(device, index, estate);
		const record: ManagedRecord = {
			device,
			version: random.pick(['15.71.4', '15.70.6', '15.68.5']),
			description: random.chance(0.3) ? `Cabinet ${random.whole(1, 20)}` : null,
			policies: {
				...(index % 5 === 0 && policies[0] !== undefined ? { 1: policies[0].policy_id } : {}),
				...(index % 10 === 0 ? { 4: guid(random).toLowerCase() } : {}),
			},
			policyFrom: null,
			groups: new Set(),
			pending: new Map(),
			managers: own
				? [person(owner, EVERYTHING_ON_A_DEVICE)]
				: [
						person(colleague, EVERYTHING_ON_A_DEVICE),
						...(index % 9 === 8 ? [] : [manager({ type: 'company', companyId }, [])]),
					],
		};
		if (own && random.chance(0.7) && group !== undefined) record.groups.add(group.id);
		const partners = estate.groups[DEVICE_GROUPS.length - 1];
		if (index % 9 === 8 && partners !== undefined) record.groups.add(partners.id);
		// Some were put into a group while they were off.
		const next = placeFor(device, index + 1, estate);
		if (own && !device.isOnline && random.chance(0.4) && next !== undefined) {
			if (!record.groups.has(next.id)) record.pending.set(next.id, 0);
		}
		estate.records.push(record);
	});
	return estate;
}

/** Servers and storage stand in the group that is for them; the others by turns in the rest, but for the last, the partner's. */
function placeFor({ name = '' }: ManagedDevice, turn: number, { groups }: Estate) {
	const isServer = /-(SRV|NAS)/.test(name);
	const fitting = groups
		.slice(0, Math.max(1, groups.length - 1))
		.filter((group) => (group.name === 'Servers') === isServer);
	return fitting[turn % fitting.length];
}
