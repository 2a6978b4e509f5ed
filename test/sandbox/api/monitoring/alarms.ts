import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { readDate } from '../../dates';
import { invalidRequest } from '../../errors';
import { authorize } from '../authorization';
import { form, readBody, readQuery } from '../input';
import { tellErrorsInTheNewerWay } from '../newerErrors';
import { pageAt } from '../pagedLists';
import type { ApiEnv, Service } from '../service';

const listBody = z
	.object({
		Status: z.number().int().min(0).max(2).optional(),
		DeviceId: z.union([form.teamViewerId, z.number().int().transform(String)]).optional(),
		GroupId: z.number().int().positive().optional(),
		StartDate: form.date.optional(),
		EndDate: form.date.optional(),
		ContinuationToken: z.string().nullable().optional(),
	})
	.strict();

const listQuery = z
	.object({
		status: z.enum(['0', '1', '2']).transform(Number).optional(),
		deviceId: form.teamViewerId.optional(),
		groupId: form.number.transform(Number).optional(),
		startDate: form.date.optional(),
		endDate: form.date.optional(),
		continuationToken: z.string().optional(),
	})
	.strict();

/** The OpenAPI document puts this before every name of the query. */
const PREFIX = 'parameters.';

const prefixedQuery = z
	.object(
		Object.fromEntries(
			Object.entries(listQuery.shape).map(([name, schema]) => [`${PREFIX}${name}`, schema]),
		),
	)
	.strict();

/** `/monitoring/alarms`: by POST, or by its older twin GET. */
export function alarmRoutes(service: Service): Hono<ApiEnv> {
	const routes = new Hono<ApiEnv>();
	const allowed = authorize(service, { permission: 'Monitoring', userOnly: true, newer: true });

	routes.post('/', allowed, async (context) => {
		return list(context, await readBody(context, listBody));
	});

	routes.get('/', allowed, (context) => {
		const names = [...new URL(context.req.url).searchParams.keys()];
		const query = names.some((name) => name.startsWith(PREFIX))
			? withoutPrefix(readQuery(context, prefixedQuery))
			: readQuery(context, listQuery);
		const { status, deviceId, groupId, startDate, endDate, continuationToken } = query;
		return list(context, {
			Status: status,
			DeviceId: deviceId,
			GroupId: groupId,
			StartDate: startDate,
			EndDate: endDate,
			ContinuationToken: continuationToken,
		});
	});

	return tellErrorsInTheNewerWay(routes);

	function list(context: Context<ApiEnv>, body: z.output<typeof listBody>): Response {
		const { Status, DeviceId, GroupId, StartDate = -Infinity, EndDate = Infinity } = body;
		if (StartDate > EndDate) throw invalidRequest("'StartDate' lies behind 'EndDate'.");
		const alarms = service.company.alarms.filter((alarm) => {
			const foundAt = readDate(alarm.TimeFrame.FoundAt) ?? 0;
			return (
				(Status === undefined || alarm.Status === Status) &&
				(DeviceId === undefined || String(alarm.DeviceId) === DeviceId) &&
				(GroupId === undefined || alarm.GroupIds.includes(String(GroupId))) &&
				foundAt >= StartDate &&
				foundAt <= EndDate
			);
		});
		const size = service.pageSize.lists;
		const { page, next } = pageAt(alarms, body.ContinuationToken, size, 'ContinuationToken');
		return context.json({ Alarms: page, ContinuationToken: next });
	}
}

function withoutPrefix(query: z.output<typeof prefixedQuery>): z.output<typeof listQuery> {
	return Object.fromEntries(
		Object.entries(query).map(([name, value]) => [name.slice(PREFIX.length), value as unknown]),
	);
}
