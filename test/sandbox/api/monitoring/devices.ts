import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { Monitored } from '../../company/inventory';
import { authorize } from '../authorization';
import { form, readBody, readPath, refuseQuery } from '../input';
import type { ApiEnv, Service } from '../service';
import { unknownRecord } from '../unknownRecord';

const activateBody = z
	.object({
		teamviewer_id: z.number().int().positive(),
		monitoring_policy_id: form.guid.optional(),
		patch_management_policy_id: form.guid.optional(),
	})
	.strict();

/** `/monitoring` and `/monitoring/devices`: what is known of the computers that are watched. */
export function monitoringRoutes(service: Service): Hono<ApiEnv> {
	const { company } = service;
	const routes = new Hono<ApiEnv>();
	const allowed = authorize(service, { permission: 'Monitoring', userOnly: true });

	// The manual's form …
	routes.get('/', allowed, (context) => {
		refuseQuery(context);
		return context.json({
			devices: company.monitored.map(({ id, alias }) => ({ teamviewer_id: id, alias })),
		});
	});

	// … and that of the OpenAPI document.
	routes.get('/devices', allowed, (context) => {
		refuseQuery(context);
		return context.json(
			company.monitored.map(({ id, alias }) => ({ Alias: alias, TeamviewerId: id })),
		);
	});

	routes.post('/devices', allowed, async (context) => {
		const { teamviewer_id } = await readBody(context, activateBody);
		const known = company.devices.some((device) => Number(device.teamviewer_id) === teamviewer_id);
		if (!known) throw unknownRecord(service, 'device');
		return context.json({
			teamviewer_id,
			monitoring_activation_status: 'activationStarted',
			patch_management_activation_status: 'activationStarted',
		});
	});

	routes.get('/devices/:id/information', allowed, (context) => {
		const { id, information } = find(context);
		return context.json({ teamviewer_id: id, ...information });
	});

	routes.get('/devices/:id/hardware', allowed, (context) => {
		const { id, alias, groupName, hardware } = find(context);
		return context.json({
			teamviewer_id: id,
			device_name: alias,
			group_name: groupName,
			items: hardware,
		});
	});

	routes.get('/devices/:id/software', allowed, (context) => {
		const { id, alias, groupName, software } = find(context);
		return context.json({
			teamviewer_id: id,
			device_name: alias,
			group_name: groupName,
			items: software,
		});
	});

	return routes;

	/** The path takes the bare TeamViewer ID, neither a GUID nor an id with its letter. */
	function find(context: Context<ApiEnv>): Monitored {
		refuseQuery(context);
		const wanted = Number(readPath(context, 'id', form.teamViewerId));
		const found = company.monitored.find(({ id }) => id === wanted);
		if (found === undefined) throw unknownRecord(service, 'monitored device');
		return found;
	}
}
