import { accountNumber } from '../company/ids';
import type { ManagedRecord } from '../company/estate/Estate';
import { managerName, type Manager } from '../company/estate/managers';
import type { AuditEvent, User } from '../company/types';
import type { Sandbox } from '../index';

/** A list of the control page. */
export interface List {
	/** Its place on the page, for links. */
	anchor: string;
	title: string;
	columns: string[];
	rows: string[][];
}

/** Rows of a list that is looked into for what is new only. */
const NEWEST = 8;

/** Rows of a list that tells what a workflow did: a whole one may make twenty calls. */
const TRACE = 30;

/** What the buttons and the workflows change, and what the examples' forms ask for. */
export function listsOf(sandbox: Sandbox): List[] {
	return [
		{
			anchor: 'reports',
			title: 'Newest connection reports',
			columns: ['Ended', 'Supporter', 'Device or customer', 'ID'],
			rows: sandbox.company.reportShelf
				.published()
				.slice(0, NEWEST)
				.map(({ record }) => [
					record.end_date ?? 'running',
					record.username ?? '',
					record.devicename ?? record.end_customer?.name ?? '–',
					record.id,
				]),
		},
		{
			anchor: 'sessions',
			title: 'Open sessions',
			columns: ['Opened', 'Code', 'Customer', 'Description'],
			rows: sandbox.company.sessions
				.filter(({ state }) => state === 'Open')
				.slice(0, NEWEST)
				.map((session) => [
					session.created_at ?? '',
					`${session.code}${session.online ? ' (online)' : ''}`,
					session.end_customer?.name ?? '–',
					session.description ?? '',
				]),
		},
		{
			anchor: 'users',
			title: 'Users',
			columns: ['Name', 'Email', 'Role', 'Active', 'User groups', 'Groups shared with them'],
			rows: sandbox.company.users.map((user) => [
				user.name ?? '',
				user.email ?? '',
				rolesOf(sandbox, user),
				user.active === false ? 'no' : 'yes',
				userGroupsOf(sandbox, user),
				sharedWith(sandbox, user),
			]),
		},
		{
			anchor: 'managed-devices',
			title: 'Managed devices',
			columns: ['Name', 'TeamViewer ID', 'Online', 'Managers'],
			rows: sandbox.company.estate.records.map((record) => [
				record.device.name ?? '',
				String(record.device.teamviewerId ?? ''),
				presenceOf(record),
				record.managers.map((manager) => nameOf(sandbox, manager)).join(', '),
			]),
		},
		{
			anchor: 'alarms',
			title: 'Newest alarms',
			columns: ['Found', 'Alarm', 'Device', 'TeamViewer ID'],
			rows: sandbox.company.alarms
				.slice(0, NEWEST)
				.map(({ TimeFrame, AlarmConfiguration, DeviceId }) => [
					TimeFrame.FoundAt,
					AlarmConfiguration,
					deviceNamed(sandbox, DeviceId),
					String(DeviceId),
				]),
		},
		{
			anchor: 'event-log',
			title: 'Event log',
			columns: ['When', 'Event', 'Author', 'Affected', 'Details'],
			rows: sandbox.company.auditEvents
				.slice(0, TRACE)
				.map((event) => [
					event.Timestamp ?? '',
					event.EventName ?? '',
					event.Author ?? '',
					event.AffectedItem ?? '',
					detailsOf(event),
				]),
		},
		{
			anchor: 'calls',
			title: `Calls by function, licence: ${sandbox.quota.licence ?? 'none'}`,
			columns: ['Function', 'Token', 'Calls'],
			rows: sandbox.quota
				.counts()
				.slice(0, NEWEST)
				.map(({ call, tokenId, count, limit }) => [
					call,
					tokenId,
					limit === undefined ? String(count) : `${count} of ${limit}`,
				]),
		},
		{
			anchor: 'requests',
			title: 'Last requests',
			columns: ['Call', 'Token', 'Answer'],
			rows: sandbox.requests
				.slice(-TRACE)
				.reverse()
				.map((request) => [
					`${request.method} ${request.path}`,
					request.tokenId ?? '',
					`${request.status ?? 'under way'}${request.fault === undefined ? '' : ` (${request.fault})`}`,
				]),
		},
		{
			anchor: 'credentials',
			title: 'To connect n8n: these open nothing but this sandbox',
			columns: ['What', 'Value'],
			rows: [
				['Client ID', sandbox.credentials.clientId],
				['Client secret', sandbox.credentials.clientSecret],
				['Script token', sandbox.credentials.scriptToken],
			],
		},
	];
}

/** Those through user groups too: they count as much. */
function rolesOf({ company: { roles, userGroups } }: Sandbox, { id }: User): string {
	return roles
		.idsOf(id, userGroups)
		.map((role) => roles.find(role)?.name ?? role)
		.join(', ');
}

function userGroupsOf({ company: { userGroups } }: Sandbox, { id }: User): string {
	const account = accountNumber(id);
	return userGroups
		.filter(({ members }) => members.includes(account))
		.map(({ name }) => name)
		.join(', ');
}

function sharedWith({ company: { storedGroups } }: Sandbox, { id }: User): string {
	return storedGroups
		.filter(({ shares }) => shares.some(({ userid }) => userid === id))
		.map(({ name }) => name)
		.join(', ');
}

function presenceOf({ device: { isOnline, last_seen } }: ManagedRecord): string {
	if (isOnline === true) return 'yes';
	return last_seen === undefined ? 'no' : `no, last seen ${last_seen}`;
}

function nameOf({ company: { userGroups } }: Sandbox, manager: Manager): string {
	const name = managerName(manager, userGroups);
	return name ?? (manager.type === 'company' ? 'the company' : manager.id);
}

function deviceNamed({ company }: Sandbox, teamViewerId: number): string {
	const device = company.devices.find((one) => Number(one.teamviewer_id) === teamViewerId);
	return device?.alias ?? '–';
}

/** What changed, in a line: `Manager: Kofi Asantewaa; Active: true → false`. */
function detailsOf({ EventDetails = [] }: AuditEvent): string {
	return EventDetails.map(({ PropertyName, OldValue, NewValue }) => {
		const values = [OldValue, NewValue].filter((value) => value !== null && value !== '');
		return values.length === 0 ? PropertyName : `${PropertyName}: ${values.join(' → ')}`;
	}).join('; ');
}
