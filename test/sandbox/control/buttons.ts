import { TICKETS } from '../company/names';
import type { ConnectionReport, Device, ManagedDevice, Session } from '../company/types';
import { DAY, MINUTE, writeDate } from '../dates';
import type { Sandbox } from '../index';

/** A button of the control page: what it says, and what it does, which the page then tells. */
export interface Button {
	label: string;
	/** @returns what was done, as a sentence; or why nothing was */
	press(sandbox: Sandbox): string;
}

/** Buttons that belong together. */
export interface ButtonGroup {
	title: string;
	/** By the name that their address ends with. */
	buttons: Record<string, Button>;
}

/** What somebody who tries the nodes out may want to happen. */
export const BUTTON_GROUPS: ButtonGroup[] = [
	{
		title: 'Connections',
		buttons: {
			'end-connection': {
				label: 'Let a connection end now',
				press: (sandbox) => toldOf(sandbox.addReport()),
			},
			'ticket-report': {
				label: '… with a ticket number',
				press: (sandbox) => {
					const custom_api = nextTicket(sandbox);
					const created_at = writeDate(sandbox.now() - 40 * MINUTE);
					const session = sandbox.addSession({ custom_api, created_at });
					sandbox.closeSession(session.code);
					const report = sandbox.addReport({
						...ofSession(session),
						start_date: writeDate(sandbox.now() - 25 * MINUTE),
						billing_state: 'Bill',
						notes: 'Solved by remote control.',
					});
					return `${toldOf(report)} It carries the session code ${report.session_code} and the ticket ${report.custom_api}, and is still to be billed.`;
				},
			},
			'night-report': {
				label: '… that was at night',
				press: (sandbox) => {
					const end = lastNight(sandbox.now());
					const report = sandbox.addReport({
						session_code: undefined,
						start_date: writeDate(end - 40 * MINUTE),
						end_date: writeDate(end),
						...onDevice(sandbox, server(sandbox)),
					});
					return `${toldOf(report)} It ran from ${report.start_date} to ${report.end_date}.`;
				},
			},
			'device-report': {
				label: '… to a device',
				press: (sandbox) => {
					const device = server(sandbox);
					sandbox.addDeviceReport({
						targetid: Number(device?.teamviewer_id),
						targetname: device?.alias,
					});
					const report = sandbox.addReport({
						session_code: undefined,
						...onDevice(sandbox, device),
					});
					return `${toldOf(report)} It is listed as an incoming connection of that device, too.`;
				},
			},
		},
	},
	{
		title: 'Sessions',
		buttons: {
			'open-session': {
				label: 'Open a session',
				press: (sandbox) => {
					const { code, description } = sandbox.addSession();
					return `The session ${code} was opened: ${description}.`;
				},
			},
			'customer-online': {
				label: 'Let a customer come online',
				press: (sandbox) => {
					const session = open(sandbox).find(({ online }) => online !== true);
					if (session === undefined)
						return 'The customers of all open sessions are online already.';
					sandbox.setSessionOnline(session.code, true);
					return `The customer of session ${session.code} is waiting.`;
				},
			},
			'close-session': {
				label: 'Close the newest session',
				press: (sandbox) => {
					const [session] = open(sandbox);
					if (session === undefined) return 'There is no open session.';
					sandbox.closeSession(session.code);
					return `The session ${session.code} was closed.`;
				},
			},
		},
	},
	{
		title: 'Company',
		buttons: {
			'device-offline': {
				label: 'Take a device offline',
				press: (sandbox) => turn(sandbox, false),
			},
			'device-online': {
				label: 'Bring a device online',
				press: (sandbox) => turn(sandbox, true),
			},
			'device-added': {
				label: 'Add a managed device',
				press: (sandbox) => `${sandbox.addManagedDevice().name} is managed now.`,
			},
			alarm: {
				label: 'Raise an alarm',
				press: (sandbox) => {
					const { AlarmConfiguration, DeviceId } = sandbox.addAlarm();
					return `The device ${DeviceId} raised an alarm: ${AlarmConfiguration}.`;
				},
			},
			'audit-event': {
				label: 'Let an audit event happen',
				press: (sandbox) => {
					const { EventName, Author, AffectedItem } = sandbox.addAuditEvent();
					return `The event log has a new entry: ${EventName}, by ${Author}, ${AffectedItem}.`;
				},
			},
			'user-joins': {
				label: 'Let a user join',
				press: (sandbox) => {
					const { name, email } = sandbox.addUser();
					return `${name} (${email}) joined the company.`;
				},
			},
		},
	},
	{
		title: 'Trouble',
		buttons: {
			'expire-tokens': {
				label: 'Expire all access tokens',
				press: (sandbox) => {
					sandbox.expireAccessTokens();
					return 'Every access token has expired; refresh tokens and script tokens are good.';
				},
			},
			'revoke-grant': {
				label: 'Revoke the grant: the examples stop until cleared',
				press: (sandbox) => {
					sandbox.revokeGrants();
					return 'The app may no longer use the account, so the examples fail: clear all trouble, or connect the OAuth2 credential again.';
				},
			},
			'rate-limit': {
				label: 'Rate-limit the next call',
				press: (sandbox) => {
					sandbox.faults.rateLimit({ host: 'webapi.teamviewer.com' });
					return 'The next call is refused with rate_limit_reached.';
				},
			},
			'use-up-quota': {
				label: 'Use up the quota',
				press: (sandbox) => {
					sandbox.quota.useUp();
					return 'The calls of this day are used up: every call is refused until the quota is renewed.';
				},
			},
			'fair-weather': {
				label: 'Clear all trouble',
				press: (sandbox) => {
					sandbox.faults.clear();
					sandbox.quota.renew();
					sandbox.restoreGrants();
					return 'Nothing fails any more: revoked grants are good again, and the quota is new.';
				},
			},
		},
	},
];

/** The button that an address names. */
export function buttonNamed(name: string): Button | undefined {
	return BUTTON_GROUPS.map(({ buttons }) => buttons[name]).find((button) => button !== undefined);
}

/** One after the other, so that three clicks reach all of them. */
function nextTicket(sandbox: Sandbox): string {
	const used = sandbox.company.connectionReports.filter(({ custom_api }) =>
		TICKETS.some((ticket) => ticket === custom_api),
	);
	return TICKETS[used.length % TICKETS.length] ?? TICKETS[0];
}

/** Ten past two of the night that was, where this machine stands. */
function lastNight(now: number): number {
	const night = new Date(now);
	night.setHours(2, 10, 0, 0);
	return night.getTime() <= now ? night.getTime() : night.getTime() - DAY;
}

function server({ company }: Sandbox): Device | undefined {
	const named = company.devices.find(({ alias }) => /SRV/.test(alias ?? ''));
	return named ?? company.devices[0];
}

function onDevice({ company }: Sandbox, device: Device | undefined): Partial<ConnectionReport> {
	return {
		deviceid: String(device?.teamviewer_id),
		devicename: device?.alias,
		groupid: device?.groupid,
		groupname: company.storedGroups.find(({ id }) => id === device?.groupid)?.name,
	};
}

/** What a report takes over from the session that its connection was made in. */
function ofSession(session: Session): Partial<ConnectionReport> {
	const { code, created_at, valid_until, assigned_userid, assigned_at } = session;
	const { custom_api, description, end_customer } = session;
	return {
		...{ session_code: code, support_session_type: 2 },
		...{ session_created_at: created_at, valid_until, assigned_userid, assigned_at },
		...{ custom_api, session_note: description, end_customer },
	};
}

function open({ company }: Sandbox) {
	return company.sessions.filter(({ state }) => state === 'Open');
}

function turn(sandbox: Sandbox, online: boolean): string {
	const device = sandbox.company.managedDevices.find(({ isOnline }) => isOnline !== online);
	const where = online ? 'online' : 'offline';
	if (device === undefined) return `All managed devices are ${where} already.`;
	const changed: ManagedDevice = sandbox.setDeviceOnline(device.id, online);
	return `${changed.name} is ${where}.`;
}

function toldOf({ username, devicename, end_customer, id }: ConnectionReport): string {
	const to = devicename ?? end_customer?.name ?? 'a customer';
	return `The connection of ${username} to ${to} ended: report ${id}.`;
}
