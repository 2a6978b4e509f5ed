import { Hono } from 'hono';
import { z } from 'zod';
import { authorize } from '../authorization';
import { form, readBody, readPath, readQuery, refuseQuery } from '../input';
import { pageAt } from '../pagedLists';
import type { ApiEnv, Service } from '../service';
import { unknownRecord } from '../unknownRecord';

/** The path's name and the schema's name of one parameter. */
const devicesQuery = z
	.object({ continuationToken: z.string().optional(), continuation_token: z.string().optional() })
	.strict();

const countsBody = z
	.object({
		device_id_list: z.array(z.number().int().positive()),
		continuation_token: z.string().nullable().optional(),
	})
	.strict();

/** `/patchmanagement`: which updates the monitored computers lack. */
export function patchManagementRoutes(service: Service): Hono<ApiEnv> {
	const { monitored } = service.company;
	const routes = new Hono<ApiEnv>();
	const allowed = authorize(service, { permission: 'Patch management', userOnly: true });

	routes.get('/devices', allowed, (context) => {
		const query = readQuery(context, devicesQuery);
		const token = query.continuationToken ?? query.continuation_token;
		const size = service.pageSize.lists;
		const { page, next } = pageAt(monitored, token, size, 'continuationToken');
		return context.json({
			devices: page.map(({ id, activatedAt }) => ({
				teamviewer_id: id,
				// With milliseconds, as the manual's example has it.
				activation_time: new Date(activatedAt).toISOString(),
			})),
			continuation_token: next,
		});
	});

	routes.get('/devices/:id/patches/missing', allowed, (context) => {
		refuseQuery(context);
		const wanted = Number(readPath(context, 'id', form.teamViewerId));
		const found = monitored.find(({ id }) => id === wanted);
		if (found === undefined) throw unknownRecord(service, 'monitored device');
		return context.json({ device_id: found.id, patches: found.patches });
	});

	routes.post('/scanresultcounts', allowed, async (context) => {
		const { device_id_list } = await readBody(context, countsBody);
		return context.json({
			DeviceMissingPatchesCountInfoList: device_id_list.map((wanted) => {
				const found = monitored.find(({ id }) => id === wanted);
				return {
					DeviceId: wanted,
					ErrorCode: found === undefined ? 1 : 0,
					ScanResultCount: found?.patches.length ?? 0,
				};
			}),
			ContinuationToken: null,
		});
	});

	return routes;
}
