import { Hono } from 'hono';
import { z } from 'zod';
import type { DeviceGroup, ManagedRecord } from '../../company/estate/Estate';
import type { ManagedDevice } from '../../company/types';
import { invalidRequest } from '../../errors';
import { authorize } from '../authorization';
import { tell } from '../deeds';
import { form, readBody, refuseQuery } from '../input';
import { existing, nothingToChange, tellErrorsInTheNewerWay } from '../newerErrors';
import { pagedJson } from '../pagedLists';
import type { ApiEnv, Service } from '../service';
import { removePolicy, removePolicyBody, setPolicy } from './policyBody';
import { demand, deviceFor, isTokensUser } from './rights';

const updateBody = z
	.object({
		name: form.name.optional(),
		teamviewerPolicyId: form.guid.optional(),
		managedGroupId: form.guid.optional(),
	})
	.strict()
	.refine((fields) => Object.keys(fields).length > 0, 'There is nothing to change.')
	.refine(
		({ teamviewerPolicyId, managedGroupId }) =>
			teamviewerPolicyId === undefined || managedGroupId === undefined,
		"'teamviewerPolicyId' and 'managedGroupId' cannot be changed in one request.",
	);

const descriptionBody = z.object({ deviceDescription: z.string().nullable() }).strict();

const groupsBody = z
	.object({
		AddedChainIds: z.array(form.guid).optional(),
		RemovedChainIds: z.array(form.guid).optional(),
	})
	.strict();

/** `/managed/devices`: devices by their managers. */
export function managedDeviceRoutes(service: Service): Hono<ApiEnv> {
	const { company } = service;
	const { estate } = company;
	const routes = new Hono<ApiEnv>();
	const permission = 'Device Groups: read operations';
	const mayRead = authorize(service, { permission, newer: true });
	const mayModify = authorize(service, {
		permission: 'Device Groups: modifying operations',
		newer: true,
	});

	// Only devices that the user manages in person: those reached through a group are listed there.
	routes.get('/', authorize(service, { permission, userOnly: true, newer: true }), (context) => {
		const isMe = isTokensUser(context, service);
		const own = estate.records.filter(({ managers }) =>
			managers.some((manager) => manager.type === 'account' && isMe(manager)),
		);
		return pagedJson(context, service, own.map(shortForm));
	});

	routes.get(
		'/company',
		authorize(service, { permission, administrator: true, newer: true }),
		(context) => pagedJson(context, service, estate.records.map(shortForm)),
	);

	routes.get('/assignment-data', mayRead, (context) => {
		refuseQuery(context);
		return context.json({ assignmentData: btoa(`company:${company.profile.companyId}`) });
	});

	routes.get('/:id', mayRead, (context) => {
		refuseQuery(context);
		return context.json(detail(deviceFor(context, service)));
	});

	routes.put('/:id', mayModify, async (context) => {
		const body = await readBody(context, updateBody);
		const { name, teamviewerPolicyId, managedGroupId } = body;
		const record = deviceFor(
			context,
			service,
			...(name === undefined ? [] : (['DeviceAdministration'] as const)),
			...(teamviewerPolicyId === undefined && managedGroupId === undefined
				? []
				: (['PolicyAdministration'] as const)),
		);
		const { device, groups, policies } = record;
		let changes = false;
		if (managedGroupId !== undefined) {
			const group = existing(estate.group(managedGroupId));
			if (!groups.has(group.id)) throw invalidRequest('The device is not in this group.');
			changes = record.policyFrom !== group.id;
			record.policyFrom = group.id;
		}
		if (teamviewerPolicyId !== undefined) {
			changes = setPolicy(service, policies, 1, teamviewerPolicyId) || changes;
		}
		if (name !== undefined) {
			changes = device.name !== name || changes;
			device.name = name;
		}
		if (!changes) throw nothingToChange();
		tell(context, service, {
			name: 'Device edited',
			type: 'Device management',
			affected: device.name ?? device.id,
			details: Object.entries(body).map(([property, after]) => ({ property, before: null, after })),
		});
		return context.body(null, 204);
	});

	routes.put('/:id/description', mayModify, async (context) => {
		const record = deviceFor(context, service, 'DeviceDescription');
		const { deviceDescription } = await readBody(context, descriptionBody);
		const description = deviceDescription === '' ? null : deviceDescription;
		if (record.description === description) throw nothingToChange();
		record.description = description;
		return context.body(null, 204);
	});

	routes.get('/:id/groups', mayRead, (context) => {
		const { groups } = deviceFor(context, service);
		const all = [...groups].flatMap((id) => estate.group(id) ?? []);
		return pagedJson(
			context,
			service,
			all.map(({ id, name }) => ({ id, name })),
		);
	});

	routes.put('/:id/groups', mayModify, async (context) => {
		const record = deviceFor(context, service, 'DeviceAdministration');
		const { AddedChainIds = [], RemovedChainIds = [] } = await readBody(context, groupsBody);
		const isMe = isTokensUser(context, service);
		const groupOf = (id: string): DeviceGroup => {
			const group = existing(estate.group(id));
			demand(service, estate.rightsOnGroup(group, isMe), ['GroupAdministration']);
			return group;
		};
		const added = AddedChainIds.map(groupOf);
		const removed = RemovedChainIds.map(groupOf);
		const changed = [
			...added.map((group) => ({ group, joined: true, changes: estate.join(record, group.id) })),
			...removed.map((group) => ({
				group,
				joined: false,
				changes: estate.leave(record, group.id),
			})),
		].filter(({ changes }) => changes);
		if (changed.length === 0) throw nothingToChange();
		for (const { group, joined } of changed) {
			tell(context, service, {
				name: joined ? 'Device added to group' : 'Device removed from group',
				type: 'Device group management',
				affected: group.name,
				details: [{ property: 'Device', before: null, after: record.device.name ?? '' }],
			});
		}
		return context.body(null, 204);
	});

	routes.put('/:id/policy/remove', mayModify, async (context) => {
		const { policies } = deviceFor(context, service, 'PolicyAdministration');
		removePolicy(policies, (await readBody(context, removePolicyBody)).policy_type);
		return context.body(null, 204);
	});

	routes.delete('/:id', mayModify, (context) => {
		refuseQuery(context);
		const record = deviceFor(context, service, 'ManagerAdministration');
		estate.removeDevice(record);
		tell(context, service, {
			name: 'Device removed from management',
			type: 'Device management',
			affected: record.device.name ?? record.device.id,
		});
		return context.body(null, 204);
	});

	return tellErrorsInTheNewerWay(routes);
}

/** What lists tell of a device; `last_seen` is there only while it is offline. */
export function shortForm({ device }: ManagedRecord): ManagedDevice {
	return device;
}

function detail({ device, policies, version, description }: ManagedRecord): ManagedDevice {
	return {
		...device,
		...(policies[1] === undefined ? {} : { teamviewerPolicyId: policies[1] }),
		teamViewerVersion: version,
		deviceDescription: description,
	};
}
