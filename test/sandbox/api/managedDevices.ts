import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { answerFor } from '../errors';
import { authorize } from './authorization';
import { readQuery } from './input';
import { pageToken, placeOf } from './placeTokens';
import type { ApiEnv, Service } from './service';

const listQuery = z.object({ paginationToken: z.string().optional() }).strict();

/** `/managed/devices` (those the token's user manages) and `/managed/devices/company`: newer endpoints. */
export function managedDeviceRoutes(service: Service): Hono<ApiEnv> {
	const { company } = service;
	const routes = new Hono<ApiEnv>();
	// Every third device is managed by somebody else.
	routes.get('/', authorize(service, { userOnly: true, newer: true }), (context) =>
		list(
			context,
			company.managedDevices.filter((_, index) => index % 3 !== 2),
		),
	);
	routes.get('/company', authorize(service, { newer: true }), (context) =>
		list(context, company.managedDevices),
	);
	routes.onError((error) => answerFor(error, 'newer'));
	return routes;

	function list(context: Context<ApiEnv>, devices: typeof company.managedDevices) {
		const { paginationToken } = readQuery(context, listQuery);
		const place = paginationToken === undefined ? 0 : placeOf(paginationToken, 'paginationToken');
		const end = place + service.pageSize.managedDevices;
		return context.json({
			resources: devices.slice(place, end),
			...(end < devices.length ? { nextPaginationToken: pageToken(end) } : {}),
		});
	}
}
