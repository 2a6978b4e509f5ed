import { z } from 'zod';
import type { Alarm } from '../company/alarms';
import type { AuditEvent, ConnectionReport, DeviceReport, Session, User } from '../company/types';
import type { NewManagedDevice } from '../happenings';
import type { Sandbox } from '../index';

/** One call of the control API. */
export interface Order {
	method: 'GET' | 'POST' | 'DELETE';
	path: string;
	/** For the page that lists them. */
	purpose: string;
	/** An example of its body, where it takes one. */
	example?: unknown;
	/** Checks the body and carries the order out; what comes back is the answer, nothing is a 204. */
	carryOut(sandbox: Sandbox, body: unknown): unknown;
}

const fields = z.record(z.unknown()).optional();

const reportOrder = z
	.object({
		/** How many; 1 where left out. */
		count: z.number().int().min(1).max(100_000).optional(),
		/** How late the report appears, in seconds. */
		publishedInSeconds: z.number().min(0).optional(),
		fields,
	})
	.strict();

const sessionOrder = z
	.object({
		/** Of an existing session; without it a new one is opened. */
		code: z.string().optional(),
		online: z.boolean().optional(),
		state: z.enum(['Open', 'Closed']).optional(),
		fields,
	})
	.strict();

const deviceOrder = z
	.object({
		/** Of an existing managed device, or its TeamViewer ID; without it a new one is added. */
		id: z.string().optional(),
		online: z.boolean().optional(),
		fields,
	})
	.strict();

const fieldsOrder = z.object({ fields }).strict();

const alarmOrder = z
	.object({
		/** Of an existing alarm, which is then settled; without it a new one is raised. */
		id: z.string().optional(),
		settle: z.enum(['resolved', 'acknowledged']).optional(),
		fields,
	})
	.strict();

const quotaOrder = z
	.object({
		licence: z.enum(['none', 'free', 'business', 'premium', 'corporate']).optional(),
		/** All functions, or one: `GET /sessions`. */
		useUp: z.union([z.literal(true), z.string()]).optional(),
		renew: z.literal(true).optional(),
	})
	.strict();

const dialectOrder = z
	.object({
		dates: z.enum(['extended', 'basic', 'milliseconds']).optional(),
		absent: z.enum(['leftOut', 'null']).optional(),
		reportIds: z.enum(['lower', 'upper']).optional(),
		deviceReportIdKey: z.enum(['id', 'Id']).optional(),
		keys: z.enum(['documented', 'otherCase']).optional(),
		wrapping: z.enum(['documented', 'other']).optional(),
	})
	.strict();

const faultOrder = z
	.object({
		method: z.string().optional(),
		/** A regular expression for the path. */
		path: z.string().optional(),
		times: z.number().int().min(1).optional(),
		after: z.number().int().min(0).optional(),
		status: z.number().int().min(200).max(599).optional(),
		body: z.unknown().optional(),
		headers: z.record(z.string()).optional(),
		drop: z.boolean().optional(),
		malformed: z.boolean().optional(),
		afterHandling: z.boolean().optional(),
		delayMs: z.number().min(0).optional(),
		/** Instead of all that: too many calls, in one of two dialects. */
		rateLimit: z.enum(['403', '429']).optional(),
		/** Milliseconds for every request from now on. */
		latencyMs: z.number().min(0).optional(),
	})
	.strict();

/** Everything that a running sandbox can be told. */
export const ORDERS: Order[] = [
	{
		method: 'POST',
		path: '/sandbox/reports',
		purpose: 'Connections end, now or as the fields say; their reports may appear late',
		example: { count: 2, publishedInSeconds: 60, fields: { custom_api: 'TICKET-1042' } },
		carryOut: (sandbox, body) => {
			const order = reportOrder.parse(body);
			return {
				reports: Array.from({ length: order.count ?? 1 }, () =>
					sandbox.addReport({
						...(order.fields as Partial<ConnectionReport>),
						publishedAt: publishedAt(sandbox, order.publishedInSeconds),
					}),
				),
			};
		},
	},
	{
		method: 'POST',
		path: '/sandbox/device-reports',
		purpose: 'Incoming connections end',
		example: { fields: { targetname: 'SB-SRV-FILES-01' } },
		carryOut: (sandbox, body) => {
			const order = reportOrder.parse(body);
			return {
				reports: Array.from({ length: order.count ?? 1 }, () =>
					sandbox.addDeviceReport({
						...(order.fields as Partial<DeviceReport>),
						publishedAt: publishedAt(sandbox, order.publishedInSeconds),
					}),
				),
			};
		},
	},
	{
		method: 'POST',
		path: '/sandbox/sessions',
		purpose: 'A session is opened or, by its code, changed, closed, reopened, waited in',
		example: { code: 's123-456-789', online: true, state: 'Open', fields: { description: 'Help' } },
		carryOut: (sandbox, body) => {
			const { code, online, state, fields: changes } = sessionOrder.parse(body);
			const changed = code === undefined ? sandbox.addSession() : sandbox.changeSession(code, {});
			if (changes !== undefined) sandbox.changeSession(changed.code, changes as Partial<Session>);
			if (online !== undefined) sandbox.setSessionOnline(changed.code, online);
			if (state === 'Closed') sandbox.closeSession(changed.code);
			if (state === 'Open') sandbox.reopenSession(changed.code);
			return changed;
		},
	},
	{
		method: 'POST',
		path: '/sandbox/managed-devices',
		purpose:
			'A managed device is added or, by its TeamViewer ID or its id, comes online or goes offline',
		example: { id: '123456789', online: false },
		carryOut: (sandbox, body) => {
			const { id, online = true, fields: given } = deviceOrder.parse(body);
			if (id !== undefined) return sandbox.setDeviceOnline(guidOf(sandbox, id), online);
			return sandbox.addManagedDevice({ isOnline: online, ...(given as NewManagedDevice) });
		},
	},
	{
		method: 'POST',
		path: '/sandbox/alarms',
		purpose: 'A device raises an alarm or, by its id, an alarm is settled',
		example: { id: '3c4d5e6f-7081-4293-a4b5-c6d7e8f90a1b', settle: 'acknowledged' },
		carryOut: (sandbox, body) => {
			const { id, settle = 'resolved', fields: given } = alarmOrder.parse(body);
			if (id !== undefined) return sandbox.settleAlarm(id, settle);
			return sandbox.addAlarm(given as Partial<Alarm>);
		},
	},
	{
		method: 'POST',
		path: '/sandbox/audit-events',
		purpose: 'Something is done in the console, which the event log then tells',
		example: { fields: { EventName: 'User created', AffectedItem: 'mara.lind@example.com' } },
		carryOut: (sandbox, body) =>
			sandbox.addAuditEvent(fieldsOrder.parse(body).fields as Partial<AuditEvent>),
	},
	{
		method: 'POST',
		path: '/sandbox/users',
		purpose: 'Somebody joins the company',
		example: { fields: { name: 'Mara Lind', email: 'mara.lind@example.com' } },
		carryOut: (sandbox, body) =>
			sandbox.addUser(fieldsOrder.parse(body).fields as Partial<User> | undefined),
	},
	{
		method: 'POST',
		path: '/sandbox/faults',
		purpose: 'The next calls fail, are slow, or lose their answer',
		example: { path: '/reports/', status: 503, times: 2 },
		carryOut: (sandbox, body) => {
			const { rateLimit, latencyMs, path, ...fault } = faultOrder.parse(body);
			const matcher = path === undefined ? {} : { path: new RegExp(path) };
			if (latencyMs !== undefined) sandbox.faults.latencyMs = latencyMs;
			if (rateLimit !== undefined) {
				sandbox.faults.rateLimit({ ...matcher, times: fault.times, dialect: rateLimit });
			} else if (latencyMs === undefined || Object.keys(fault).length > 0) {
				sandbox.faults.add({ ...matcher, ...fault });
			}
		},
	},
	{
		method: 'DELETE',
		path: '/sandbox/faults',
		purpose: 'Nothing fails any more',
		carryOut: (sandbox) => sandbox.faults.clear(),
	},
	{
		method: 'POST',
		path: '/sandbox/tokens/expire',
		purpose: 'Every access token expires; refresh tokens and script tokens stay good',
		carryOut: (sandbox) => sandbox.expireAccessTokens(),
	},
	{
		method: 'POST',
		path: '/sandbox/tokens/revoke-grants',
		purpose: 'Every app loses its access to the account; script tokens stay good',
		carryOut: (sandbox) => sandbox.revokeGrants(),
	},
	{
		method: 'POST',
		path: '/sandbox/tokens/restore-grants',
		purpose: 'The access that apps lost by revoke-grants is theirs again',
		carryOut: (sandbox) => sandbox.restoreGrants(),
	},
	{
		method: 'POST',
		path: '/sandbox/tokens/revoke',
		purpose: 'Every token dies, script tokens too',
		carryOut: (sandbox) => sandbox.revokeAll(),
	},
	{
		method: 'GET',
		path: '/sandbox/quota',
		purpose: 'How often each function was called with each token, and what the licence allows',
		carryOut: ({ quota }) => ({ licence: quota.licence ?? 'none', counts: quota.counts() }),
	},
	{
		method: 'POST',
		path: '/sandbox/quota',
		purpose: 'The licence changes, or the calls of a day are used up or renewed',
		example: { licence: 'business', useUp: 'GET /sessions' },
		carryOut: ({ quota }, body) => {
			const { licence, useUp, renew } = quotaOrder.parse(body);
			if (licence !== undefined) quota.licence = licence === 'none' ? undefined : licence;
			if (renew === true) quota.renew();
			if (useUp !== undefined) quota.useUp(useUp === true ? undefined : useUp);
		},
	},
	{
		method: 'POST',
		path: '/sandbox/dialect',
		purpose: 'Answers come in other forms that sources show',
		example: { dates: 'basic', absent: 'null', reportIds: 'upper' },
		carryOut: (sandbox, body) => sandbox.setDialect(dialectOrder.parse(body)),
	},
	{
		method: 'GET',
		path: '/sandbox/requests',
		purpose: 'Every request that reached TeamViewer, in order',
		carryOut: (sandbox) => sandbox.requests,
	},
	{
		method: 'DELETE',
		path: '/sandbox/requests',
		purpose: 'Forgets the requests',
		carryOut: (sandbox) => sandbox.clearRequests(),
	},
];

/** People know a device by the TeamViewer ID that the control page shows, with spaces or without. */
function guidOf({ company }: Sandbox, id: string): string {
	const digits = id.replace(/\s/g, '');
	const known = company.managedDevices.find(({ teamviewerId }) => String(teamviewerId) === digits);
	return known?.id ?? id;
}

function publishedAt(sandbox: Sandbox, seconds: number | undefined): number | undefined {
	return seconds === undefined ? undefined : sandbox.now() + seconds * 1000;
}
