import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { codeOf, EVENT_TYPES } from '../company/eventWords';
import { readDate } from '../dates';
import type { AuditEvent } from '../company/types';
import { invalidRequest } from '../errors';
import { authorize } from './authorization';
import { form, readBody, readFields } from './input';
import { pageAt } from './pagedLists';
import type { ApiEnv, Service } from './service';

/** Names come as one word in filters, other than in answers: `ScriptTokenAdded`. */
const names = z.array(z.string().regex(/^[A-Za-z]+$/, 'is no name of an event')).optional();

const listBody = z
	.object({
		StartDate: form.date,
		EndDate: form.date,
		EventNames: names,
		EventTypes: z.array(z.enum(EVENT_TYPES)).optional(),
		AccountEmails: z.array(form.text).optional(),
		AffectedItem: form.text.optional(),
		RCSessionGuid: form.guid.optional(),
		ContinuationToken: form.text.nullable().optional(),
	})
	.strict()
	.refine(({ StartDate, EndDate }) => StartDate <= EndDate, "'StartDate' lies behind 'EndDate'.");

type ListBody = z.output<typeof listBody>;

/** Fields that may come several times in a form. */
const LISTS = ['EventNames', 'EventTypes', 'AccountEmails'];

/** `/EventLogging`: the company's event log, read by POST, kept for twelve months. */
export function auditEventRoutes(service: Service): Hono<ApiEnv> {
	const routes = new Hono<ApiEnv>();
	const { audit } = service.company;
	const permission = 'Event logging: allow requesting all event logs';

	routes.post('/', authorize(service, { permission }), async (context) => {
		const body = await readList(context);
		if (body.StartDate < twelveMonthsBefore(service.now())) {
			throw invalidRequest("'StartDate' is further back than 12 months.");
		}
		const trouble = audit.parsingTrouble;
		if (trouble?.instead) return context.json({ ParsingError: trouble.text });
		const events = audit.listed().filter((event) => matches(event, body));
		const size = service.pageSize.auditEvents;
		const { page, next } = pageAt(events, body.ContinuationToken, size, 'ContinuationToken');
		return context.json({
			AuditEvents: page,
			ContinuationToken: next,
			ParsingError: trouble?.text ?? null,
		});
	});
	return routes;
}

/** One live client sends a form here. */
async function readList(context: Context<ApiEnv>): Promise<ListBody> {
	const type = context.req.header('Content-Type') ?? '';
	if (!/^application\/x-www-form-urlencoded\b/i.test(type))
		return await readBody(context, listBody);
	const fields = new URLSearchParams(await context.req.text());
	return readFields(
		listBody,
		Object.fromEntries(
			[...fields.keys()].map((name) => [
				name,
				LISTS.includes(name) ? fields.getAll(name) : fields.get(name),
			]),
		),
	);
}

/** A date without a time may be the first day that is still kept. */
function twelveMonthsBefore(now: number): number {
	const day = new Date(now);
	day.setUTCFullYear(day.getUTCFullYear() - 1);
	day.setUTCHours(0, 0, 0, 0);
	return day.getTime();
}

function matches(event: AuditEvent, body: ListBody): boolean {
	const at = readDate(event.Timestamp ?? '') ?? 0;
	const isSession = event.EventType === 'Session';
	return (
		at >= body.StartDate &&
		at <= body.EndDate &&
		isListed(body.EventNames, codeOf(event.EventName ?? '')) &&
		isListed(body.EventTypes, codeOf(event.EventType ?? '')) &&
		isListed(body.AccountEmails, String(event.AuthorEmail)) &&
		// The one drops every event of a session, the other every event that is none.
		(body.AffectedItem === undefined || (!isSession && event.AffectedItem === body.AffectedItem)) &&
		(body.RCSessionGuid === undefined || (isSession && isOfSession(event, body.RCSessionGuid)))
	);
}

function isOfSession(event: AuditEvent, guid: string): boolean {
	return (event.EventDetails ?? []).some(
		({ PropertyName, NewValue }) =>
			PropertyName === 'RCSessionGuid' && NewValue?.toLowerCase() === guid.toLowerCase(),
	);
}

function isListed(wanted: string[] | undefined, value: string): boolean {
	if (wanted === undefined || wanted.length === 0) return true;
	return wanted.some((one) => one.toLowerCase() === value.toLowerCase());
}
