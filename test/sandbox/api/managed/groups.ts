import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { DeviceGroup } from '../../company/estate/Estate';
import { Refusal } from '../../errors';
import { authorize } from '../authorization';
import { tell } from '../deeds';
import { form, readBody, readPath, refuseQuery } from '../input';
import { existing, nothingToChange, tellErrorsInTheNewerWay } from '../newerErrors';
import { pagedJson } from '../pagedLists';
import type { ApiEnv, Service } from '../service';
import { shortForm } from './devices';
import { policyType, removePolicy, removePolicyBody, setPolicy } from './policyBody';
import { demand, groupFor, isTokensUser } from './rights';

const createBody = z.object({ name: form.name }).strict();

const updateBody = z
	.object({
		name: form.name.optional(),
		policy: z.object({ policy_id: form.guid, policy_type: policyType }).strict().optional(),
	})
	.strict()
	.refine((fields) => Object.keys(fields).length > 0, 'There is nothing to change.');

const deviceBody = z.object({ Id: form.guid }).strict();

/** `/managed/groups`: device groups, and the devices in them. */
export function managedGroupRoutes(service: Service): Hono<ApiEnv> {
	const { company } = service;
	const { estate } = company;
	const routes = new Hono<ApiEnv>();
	const mayRead = authorize(service, { permission: 'Device Groups: read operations', newer: true });
	const mayModify = authorize(service, {
		permission: 'Device Groups: modifying operations',
		newer: true,
	});

	routes.get('/', mayRead, (context) => {
		const isMe = isTokensUser(context, service);
		const visible = estate.groups.filter(({ managers }) => managers.some(isMe));
		return pagedJson(context, service, visible.map(shown));
	});

	routes.post('/', mayModify, async (context) => {
		const { name } = await readBody(context, createBody);
		const group = company.addDeviceGroup(name, context.get('token').userId, [
			'ManagerAdministration',
			'GroupAdministration',
		]);
		tellOf(context, 'Device group created', group);
		return context.json(shown(group), 201);
	});

	routes.get('/:id', mayRead, (context) => {
		refuseQuery(context);
		return context.json(shown(groupFor(context, service)));
	});

	routes.put('/:id', mayModify, async (context) => {
		const { name, policy } = await readBody(context, updateBody);
		const group = groupFor(
			context,
			service,
			'GroupAdministration',
			...(policy === undefined ? [] : (['PolicyAdministration'] as const)),
		);
		let changes = false;
		if (policy !== undefined) {
			changes = setPolicy(service, group.policies, policy.policy_type, policy.policy_id);
		}
		if (name !== undefined) {
			changes = group.name !== name || changes;
			group.name = name;
		}
		if (!changes) throw nothingToChange();
		tellOf(context, 'Device group updated', group);
		return context.json(shown(group));
	});

	routes.put('/:id/policy/remove', mayModify, async (context) => {
		const group = groupFor(context, service, 'PolicyAdministration');
		removePolicy(group.policies, (await readBody(context, removePolicyBody)).policy_type);
		tellOf(context, 'Device group updated', group);
		return context.body(null, 204);
	});

	routes.delete('/:id', mayModify, (context) => {
		refuseQuery(context);
		const group = groupFor(context, service, 'GroupAdministration');
		estate.removeGroup(group);
		tellOf(context, 'Device group deleted', group);
		return context.body(null, 204);
	});

	routes.get('/:id/devices', mayRead, (context) => {
		const { id } = groupFor(context, service);
		return pagedJson(context, service, estate.inGroup(id).map(shortForm));
	});

	routes.get('/:id/pending-devices', mayRead, (context) => {
		const { id } = groupFor(context, service);
		const waiting = estate.records.filter(({ pending }) => pending.has(id));
		return pagedJson(
			context,
			service,
			waiting.map((record) => ({
				...shortForm(record),
				pendingOperation: record.pending.get(id),
			})),
		);
	});

	routes.post('/:id/devices', mayModify, async (context) => {
		const group = groupFor(context, service, 'GroupAdministration');
		const { Id } = await readBody(context, deviceBody);
		const record = existing(estate.device(Id));
		const isMe = isTokensUser(context, service);
		// Managing a device through another group is not enough.
		if (!record.managers.some(isMe)) {
			throw new Refusal(400, 'invalid_request', 'Only directly managed devices can be added.');
		}
		demand(service, estate.rightsOnDevice(record, isMe), ['DeviceAdministration']);
		if (!estate.join(record, group.id)) throw nothingToChange();
		tellOf(context, 'Device added to group', group, record.device.name);
		return context.json({ id: record.device.id }, 201);
	});

	routes.delete('/:id/devices/:device', mayModify, (context) => {
		refuseQuery(context);
		const group = groupFor(context, service);
		const record = existing(estate.device(readPath(context, 'device', form.guid)));
		demand(service, estate.rightsOnDevice(record, isTokensUser(context, service)), [
			'DeviceAdministration',
		]);
		if (!estate.leave(record, group.id)) {
			throw new Refusal(404, 'NotFoundException', 'The device is not in this group.');
		}
		tellOf(context, 'Device removed from group', group, record.device.name);
		return context.body(null, 204);
	});

	return tellErrorsInTheNewerWay(routes);

	function tellOf(
		context: Context<ApiEnv>,
		name: string,
		group: DeviceGroup,
		device?: string,
	): void {
		tell(context, service, {
			name,
			type: 'Device group management',
			affected: group.name,
			details: device === undefined ? [] : [{ property: 'Device', before: null, after: device }],
		});
	}
}

/** The policy is shown where there is one: one client reads it (TeamViewer's PowerShell module). */
function shown({ id, name, policies }: DeviceGroup) {
	return { id, name, ...(policies[1] === undefined ? {} : { policy_id: policies[1] }) };
}
