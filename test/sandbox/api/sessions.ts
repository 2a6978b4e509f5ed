import { Hono } from 'hono';
import { z } from 'zod';
import { writeDate } from '../dates';
import { invalidRequest } from '../errors';
import type { Session } from '../company/types';
import type { Token } from '../oauth/TokenOffice';
import { authorize, mayTouch, missingPermission } from './authorization';
import { groupForEntry } from './entryGroup';
import { form, readBody, readPath, readQuery, refuseQuery } from './input';
import type { ApiEnv, Service } from './service';
import { unknownRecord } from './unknownRecord';

const states = z
	.string()
	.regex(/^(open|closed)(,(open|closed))?$/, "is not 'open', 'closed' or both joined by a comma")
	.transform((text) => new Set(text.split(',')));

const listQuery = z
	.object({
		groupid: form.group.optional(),
		assigned_userid: form.user.optional(),
		state: states.default('open'),
		full_list: form.flag.default('false'),
		offset: form.sessionCode.optional(),
	})
	.strict();

const endCustomer = z
	.object({ name: z.string().max(100).optional(), email: z.string().max(254).optional() })
	.strict();

/** What create and update have in common; the lengths are the API manual's. */
const commonFields = {
	groupid: form.group.optional(),
	groupname: form.text.optional(),
	waiting_message: z.string().optional(),
	description: z.string().max(4000).optional(),
	end_customer: endCustomer.optional(),
	assigned_userid: form.user.optional(),
	custom_api: z.string().max(4000).optional(),
	sms_invite_number: z
		.string()
		.regex(/^\+?[\d ()/-]+$/, 'is no telephone number')
		.optional(),
};

const createBody = z
	.object({
		...commonFields,
		valid_until: form.date.optional(),
		support_session_type: z.enum(['Default', 'Pilot']).optional(),
	})
	.strict();

const updateBody = z
	.object({
		...commonFields,
		// Live answers say `Closed`, and live clients send it back so.
		state: z
			.string()
			.regex(/^(open|closed)$/i, "is neither 'open' nor 'closed'")
			.optional(),
	})
	.strict()
	.refine((fields) => Object.keys(fields).length > 0, 'There is nothing to change.');

type CommonFields = z.output<typeof updateBody>;

/** What the short list holds of a session (API manual). */
const SHORT_FIELDS = ['code', 'state', 'online', 'groupid', 'support_session_type'] as const;

/** `/sessions`: service cases with their codes and links. */
export function sessionRoutes(service: Service): Hono<ApiEnv> {
	const { company } = service;
	const routes = new Hono<ApiEnv>();

	routes.get(
		'/',
		authorize(service, { oneOf: ['Sessions.ReadAll', 'Sessions.ReadOwn'] }),
		(context) => {
			const query = readQuery(context, listQuery);
			const from =
				query.offset === undefined
					? company.sessionShelf.all()
					: company.sessionShelf.after(query.offset);
			if (from === undefined)
				throw invalidRequest("Parameter 'offset' is no session of this list.");
			const matching = from.filter(
				(session) =>
					query.state.has(String(session.state).toLowerCase()) &&
					(query.groupid === undefined || session.groupid === query.groupid) &&
					(query.assigned_userid === undefined ||
						session.assigned_userid === query.assigned_userid) &&
					mayTouch(context, 'Sessions.ReadAll', session.assigned_userid),
			);
			const page = matching.slice(0, service.pageSize.sessions);
			const remaining = matching.length - page.length;
			return context.json({
				sessions: query.full_list ? page : page.map(short),
				...(remaining > 0 ? { next_offset: page.at(-1)?.code, sessions_remaining: remaining } : {}),
			});
		},
	);

	routes.post('/', authorize(service, { oneOf: ['Sessions.Create'] }), async (context) => {
		const body = await readBody(context, createBody);
		const token = context.get('token');
		if (body.groupid === undefined && (body.groupname === undefined || token.level === 'company')) {
			throw invalidRequest(
				token.level === 'company'
					? "Parameter 'groupid' is missing: company access tokens need it."
					: "Parameter 'groupid' or 'groupname' is missing.",
			);
		}
		if (body.valid_until !== undefined && body.valid_until <= service.now()) {
			throw invalidRequest("Parameter 'valid_until' lies in the past.");
		}
		const session = company.openSession({
			...changes(service, { assigned_userid: token.userId, ...body }, token),
			...(body.valid_until === undefined ? {} : { valid_until: writeDate(body.valid_until) }),
			...(body.support_session_type === undefined
				? {}
				: { support_session_type: body.support_session_type }),
		});
		invite(service, session.code, body);
		context.header('Location', `https://webapi.teamviewer.com/api/v1/sessions/${session.code}`);
		return context.json(session);
	});

	routes.get(
		'/:code',
		authorize(service, { oneOf: ['Sessions.ReadAll', 'Sessions.ReadOwn'] }),
		(context) => {
			refuseQuery(context);
			const session = find(service, readPath(context, 'code', form.sessionCode));
			if (!mayTouch(context, 'Sessions.ReadAll', session.assigned_userid)) {
				throw missingPermission(service);
			}
			return context.json(session);
		},
	);

	routes.put(
		'/:code',
		authorize(service, { oneOf: ['Sessions.ModifyAll', 'Sessions.ModifyOwn'] }),
		async (context) => {
			const session = find(service, readPath(context, 'code', form.sessionCode));
			if (!mayTouch(context, 'Sessions.ModifyAll', session.assigned_userid)) {
				throw missingPermission(service);
			}
			const body = await readBody(context, updateBody);
			company.changeSession(session.code, changes(service, body, context.get('token')));
			invite(service, session.code, body);
			if (body.state !== undefined) {
				company.setSessionState(
					session.code,
					body.state.toLowerCase() === 'open' ? 'Open' : 'Closed',
				);
			}
			return context.body(null, 204);
		},
	);

	// Whether this closes or erases is documented nowhere: tests say which.
	routes.delete(
		'/:code',
		authorize(service, { oneOf: ['Sessions.ModifyAll', 'Sessions.ModifyOwn'] }),
		(context) => {
			refuseQuery(context);
			const session = find(service, readPath(context, 'code', form.sessionCode));
			if (!mayTouch(context, 'Sessions.ModifyAll', session.assigned_userid)) {
				throw missingPermission(service);
			}
			if (service.sessionDeletion === 'erases') company.sessionShelf.remove(session.code);
			else company.setSessionState(session.code, 'Closed');
			return context.body(null, 204);
		},
	);

	return routes;
}

/** No answer tells whether the message arrived: it is only written down. */
function invite({ company }: Service, code: string, { sms_invite_number }: CommonFields): void {
	if (sms_invite_number !== undefined)
		company.textMessages.push({ code, number: sms_invite_number });
}

function find(service: Service, code: string): Session {
	const session = service.company.sessionShelf.find(code);
	if (session === undefined) {
		throw unknownRecord(service, 'session');
	}
	return session;
}

function short(session: Session): Partial<Session> {
	return Object.fromEntries(
		SHORT_FIELDS.filter((name) => session[name] !== undefined).map((name) => [name, session[name]]),
	);
}

/** The fields of a body as the session holds them: the group by its id, the assignment with its date. */
function changes(service: Service, body: CommonFields, token: Token): Partial<Session> {
	const assigned = body.assigned_userid;
	const known = assigned === 'u0' || service.company.users.some(({ id }) => id === assigned);
	if (assigned !== undefined && !known) {
		throw invalidRequest("Parameter 'assigned_userid' is invalid: there is no such user.");
	}
	const groupid = groupOf(service, body, token);
	const fields: Partial<Session> = {
		waiting_message: body.waiting_message,
		description: body.description,
		end_customer: body.end_customer,
		custom_api: body.custom_api,
		groupid,
		assigned_userid: assigned,
	};
	const given = Object.entries(fields).filter(([, value]) => value !== undefined);
	return {
		...(Object.fromEntries(given) as Partial<Session>),
		...(assigned === undefined
			? {}
			: { assigned_at: assigned === 'u0' ? undefined : writeDate(service.now()) }),
	};
}

function groupOf(service: Service, choice: CommonFields, token: Token): string | undefined {
	if (choice.groupname !== undefined && token.level === 'company') {
		throw invalidRequest("Parameter 'groupname' needs a user access token.");
	}
	if (choice.groupid === undefined && choice.groupname === undefined) return undefined;
	return groupForEntry(service, choice, token.userId);
}
