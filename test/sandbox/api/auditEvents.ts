import { Hono } from 'hono';
import { z } from 'zod';
import { readDate } from '../dates';
import type { AuditEvent } from '../company/types';
import { authorize } from './authorization';
import { form, readBody } from './input';
import { pageToken, placeOf } from './placeTokens';
import type { ApiEnv, Service } from './service';

const texts = z.array(form.text).optional();

const listBody = z
	.object({
		StartDate: form.date,
		EndDate: form.date,
		EventNames: texts,
		EventTypes: texts,
		AccountEmails: texts,
		ContinuationToken: form.text.optional(),
	})
	.strict()
	.refine(({ StartDate, EndDate }) => StartDate <= EndDate, "'StartDate' lies behind 'EndDate'.");

/** `/EventLogging`: the company's event log, read by POST. */
export function auditEventRoutes(service: Service): Hono<ApiEnv> {
	const routes = new Hono<ApiEnv>();
	routes.post('/', authorize(service), async (context) => {
		const body = await readBody(context, listBody);
		const events = service.company.auditEvents.filter((event) => {
			const at = readDate(event.Timestamp ?? '') ?? 0;
			return (
				at >= body.StartDate &&
				at <= body.EndDate &&
				listed(body.EventNames, event.EventName) &&
				listed(body.EventTypes, event.EventType) &&
				listed(body.AccountEmails, event.Author)
			);
		});
		const { ContinuationToken: token } = body;
		const place = token === undefined ? 0 : placeOf(token, 'ContinuationToken');
		const end = place + service.pageSize.auditEvents;
		return context.json({
			AuditEvents: events.slice(place, end),
			ContinuationToken: end < events.length ? pageToken(end) : null,
		});
	});
	return routes;
}

function listed(wanted: string[] | undefined, value: AuditEvent[string]): boolean {
	return wanted === undefined || wanted.length === 0 || wanted.includes(String(value));
}
