import { DAY, HOUR, MINUTE, writeDate } from '../dates';
import type { Random } from '../random';
import { guid, prefixedId, teamViewerId } from './ids';
import {
	COMPANY_NAME,
	CUSTOMER_PEOPLE,
	DEVICE_DESCRIPTIONS,
	DEVICE_ROLES,
	GROUPS,
	SUPPORTERS,
	emailOf,
} from './names';
import type { StoredGroup } from './storedGroup';
import type { Account, Contact, Device, Invitation, ManagedDevice, User } from './types';

/** How many of each a company of this size has. */
export interface Headcount {
	users: number;
	groups: number;
	devices: number;
	contacts: number;
	invitations: number;
	managedDevices: number;
}

/** Who and what a company consists of: everything but its history. */
export interface People {
	account: Account;
	users: User[];
	groups: StoredGroup[];
	devices: Device[];
	contacts: Contact[];
	invitations: Invitation[];
	managedDevices: ManagedDevice[];
}

/** Those who connect and take sessions: a former colleague does neither. */
export function atWork({ users }: People): User[] {
	return users.filter(({ active }) => active);
}

/** Draws people, groups and devices out of `random`; dates lie before `now` (ms). */
export function hire(random: Random, now: number, count: Headcount): People {
	const users = SUPPORTERS.slice(0, count.users).map((name, index) =>
		user(random, now, name, index),
	);
	const [owner] = users;
	if (owner === undefined) throw new Error('A company needs at least one user');
	const groups = GROUPS.slice(0, count.groups).map((name) => group(random, name, users));
	const devices = Array.from({ length: count.devices }, (_, index) =>
		device(random, now, owner, groups, index),
	);
	return {
		account: {
			userid: owner.id,
			name: owner.name,
			email: owner.email,
			email_validated: true,
			email_language: 'en',
			company_name: COMPANY_NAME,
		},
		users,
		groups,
		devices,
		contacts: CUSTOMER_PEOPLE.slice(0, count.contacts).map((name) => contact(random, name, groups)),
		invitations: Array.from({ length: count.invitations }, (_, index) => ({
			contact_id: prefixedId(random, 'c'),
			groupid: random.pick(groups).id,
			email: `new.colleague.${index + 1}@example.com`,
		})),
		managedDevices: devices.slice(0, count.managedDevices).map((managed) => ({
			id: guid(random).toLowerCase(),
			name: managed.alias,
			teamviewerId: Number(managed.teamviewer_id),
			isOnline: managed.online_state !== 'Offline',
			...(managed.last_seen === undefined ? {} : { last_seen: managed.last_seen }),
		})),
	};
}

/** One colleague has left before the history begins, so that inactive users are not forgotten. */
const FORMER = 11;

function user(random: Random, now: number, name: string, index: number): User {
	return {
		id: prefixedId(random, 'u'),
		name,
		email: emailOf(name),
		permissions:
			index === 0
				? 'ManageAdmins,ManageUsers,ShareOwnGroups,EditConnections,ViewAllConnections'
				: 'ShareOwnGroups,ViewOwnConnections,EditConnections',
		active: index !== FORMER,
		last_access_date: writeDate(
			now - random.whole(1, 20) * HOUR - index * DAY - (index === FORMER ? 200 * DAY : 0),
		),
		log_sessions: true,
		tfa_enabled: random.chance(0.8),
		show_comment_window: false,
		tfa_enforcement: false,
		sso_status: index < 4 ? 1 : 6,
	};
}

/** Two customers belong to a colleague, who lets the first user see them. */
const FOREIGN_GROUPS: Record<string, 'read' | 'readwrite'> = {
	'Riverside Primary School': 'readwrite',
	'Papyrus Bookshop': 'read',
};

function group(random: Random, name: string, users: User[]): StoredGroup {
	const shared = users.slice(1).filter(() => random.chance(0.25));
	const id = prefixedId(random, 'g');
	const shares = shared.map((user) => ({
		...shareWith(user, random.pick(['read', 'readwrite', 'readwrite'])),
		pending: user === users[7],
	}));
	const [first, colleague] = users;
	const foreign = FOREIGN_GROUPS[name];
	if (foreign === undefined || first === undefined || colleague === undefined) {
		return { id, name, owner: owning(first), shares };
	}
	return { id, name, owner: owning(colleague), shares: [shareWith(first, foreign)] };
}

function owning(user: User | undefined): StoredGroup['owner'] {
	return { userid: user?.id ?? '', name: user?.name ?? '' };
}

/** A share that was accepted. */
function shareWith(user: User, permissions: string): StoredGroup['shares'][number] {
	return { userid: user.id, name: user.name ?? '', permissions, pending: false };
}

/** Servers and storage stand in the group that is for them, and nothing else does. */
function rolesIn(group: StoredGroup): string[] {
	const isServer = (role: string) => /^(SRV|NAS)/.test(role);
	return DEVICE_ROLES.filter((role) => isServer(role) === (group.name === 'Servers'));
}

function device(
	random: Random,
	now: number,
	owner: User,
	groups: StoredGroup[],
	index: number,
): Device {
	const home = groups[index % groups.length] ?? random.pick(groups);
	const id = teamViewerId(random);
	const state = random.pick(['Online', 'Online', 'Online', 'Offline', 'Offline', 'Away', 'Busy']);
	const initials = home.name.replace(/[^A-ZÄÖÜ]/g, '').slice(0, 3);
	const number = String(Math.floor(index / groups.length) + 1).padStart(2, '0');
	return {
		remotecontrol_id: `r${id}`,
		device_id: prefixedId(random, 'd'),
		userid: owner.id,
		alias: `${initials}-${random.pick(rolesIn(home))}-${number}`,
		groupid: home.id,
		...(random.chance(0.4) ? { description: random.pick(DEVICE_DESCRIPTIONS) } : {}),
		online_state: state,
		assigned_to: random.chance(0.6),
		supported_features: 'remote_control, chat',
		...(state === 'Offline'
			? { last_seen: writeDate(now - random.whole(10, 60 * 24 * 20) * MINUTE) }
			: {}),
		teamviewer_id: Number(id),
	};
}

function contact(random: Random, name: string, groups: StoredGroup[]): Contact {
	return {
		contact_id: prefixedId(random, 'c'),
		user_id: prefixedId(random, 'u'),
		name,
		email: emailOf(name),
		groupid: random.pick(groups).id,
		...(random.chance(0.3) ? { description: 'Prefers to be called back in the afternoon' } : {}),
		online_state: random.pick(['Online', 'Offline', 'Away', 'Busy']),
		supported_features: 'chat',
	};
}
