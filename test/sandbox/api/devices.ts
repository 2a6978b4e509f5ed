import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { Device } from '../company/types';
import { invalidRequest, Refusal } from '../errors';
import { authorize } from './authorization';
import { groupForEntry } from './entryGroup';
import { form, readBody, readPath, readQuery, refuseQuery } from './input';
import { contains, equals } from './matching';
import type { ApiEnv, Service } from './service';
import { unknownRecord } from './unknownRecord';

const listQuery = z
	.object({
		name: form.text.optional(),
		online_state: form.onlineState.optional(),
		groupid: form.group.optional(),
		remotecontrol_id: form.remoteControl.optional(),
	})
	.strict();

const described = {
	alias: z.string().max(50, 'is too long').optional(),
	description: z.string().max(2048, 'is too long').optional(),
	password: z.string().optional(),
};

const createBody = z
	.object({ remotecontrol_id: form.remoteControl, groupid: form.group, ...described })
	.strict();

const updateBody = z
	.object({
		...described,
		groupid: form.group.optional(),
		policy_id: z.union([form.guid, z.enum(['inherit', 'none'])]).optional(),
	})
	.strict()
	.refine((fields) => Object.keys(fields).length > 0, 'There is nothing to change.')
	.refine(
		({ groupid, policy_id }) => groupid === undefined || policy_id === undefined,
		"Parameters 'groupid' and 'policy_id' cannot be changed in one request.",
	);

const assignBody = z
	.object({
		device_id: form.device,
		current_device_password: form.text,
		enable_easy_access: z.boolean().optional(),
		assign_mode: z.enum(['normal', 'easyrollout']).optional(),
	})
	.strict();

/** `/devices`: devices of the Computers & Contacts list. */
export function deviceRoutes(service: Service): Hono<ApiEnv> {
	const { company } = service;
	const routes = new Hono<ApiEnv>();
	const allowed = (action: 'Create' | 'Read' | 'Modify' | 'Delete') =>
		authorize(service, { oneOf: [`ContactList.${action}`], userOnly: true });

	routes.get('/', allowed('Read'), (context) => {
		const query = readQuery(context, listQuery);
		const devices = company.devices.filter(
			(device: Device) =>
				contains(device.alias, query.name) &&
				equals(device.online_state, query.online_state) &&
				equals(device.groupid, query.groupid) &&
				equals(device.remotecontrol_id, query.remotecontrol_id),
		);
		return context.json({ devices });
	});

	routes.post('/', allowed('Create'), async (context) => {
		const body = await readBody(context, createBody);
		const { userId } = context.get('token');
		const { remotecontrol_id, password, alias, description } = body;
		const groupid = groupForEntry(service, body, userId);
		if (company.devices.some((device) => device.remotecontrol_id === remotecontrol_id)) {
			throw invalidRequest('The device is already in one of your groups.');
		}
		const device: Device = {
			remotecontrol_id,
			device_id: company.newId('d'),
			userid: userId,
			alias: alias ?? remotecontrol_id.slice(1),
			groupid,
			...(description === undefined ? {} : { description }),
			online_state: 'Online',
			assigned_to: false,
			supported_features: 'remote_control, chat',
			teamviewer_id: Number(remotecontrol_id.slice(1)),
		};
		company.devices.push(device);
		if (password !== undefined) company.devicePasswords.set(device.device_id, password);
		context.header('Location', `https://webapi.teamviewer.com/api/v1/devices/${device.device_id}`);
		const { device_id, online_state } = device;
		return context.json({
			remotecontrol_id,
			device_id,
			alias: device.alias,
			groupid,
			online_state,
		});
	});

	routes.post('/assign', allowed('Modify'), async (context) => {
		const body = await readBody(context, assignBody);
		const device = findById(body.device_id);
		const password = company.devicePasswords.get(device.device_id);
		if (password !== undefined && password !== body.current_device_password) {
			throw new Refusal(400, 'wrong_credentials', "The device's password is wrong.");
		}
		device.assigned_to = true;
		return context.body(null, 204);
	});

	routes.get('/:id', allowed('Read'), (context) => {
		refuseQuery(context);
		// One device comes in a list as well (OpenAPI document).
		return context.json({ devices: [find(context)] });
	});

	routes.put('/:id', allowed('Modify'), async (context) => {
		const device = find(context);
		const { password, groupid, policy_id, ...texts } = await readBody(context, updateBody);
		if (groupid !== undefined) {
			device.groupid = groupForEntry(service, { groupid }, context.get('token').userId);
		}
		if (policy_id !== undefined) setPolicy(device, policy_id);
		if (password !== undefined) company.devicePasswords.set(device.device_id, password);
		Object.assign(device, texts);
		return context.body(null, 204);
	});

	routes.delete('/:id', allowed('Delete'), (context) => {
		refuseQuery(context);
		company.devices.splice(company.devices.indexOf(find(context)), 1);
		return context.body(null, 204);
	});

	return routes;

	function find(context: Context<ApiEnv>): Device {
		return findById(readPath(context, 'id', form.device));
	}

	function findById(id: string): Device {
		const device = company.devices.find(({ device_id }) => device_id === id);
		if (device === undefined) throw unknownRecord(service, 'device');
		return device;
	}

	function setPolicy(device: Device, policyId: string): void {
		if (policyId === 'none') {
			delete device.policy_id;
			return;
		}
		const known = company.policies.some(({ policy_id }) => policy_id === policyId.toLowerCase());
		if (policyId !== 'inherit' && !known) {
			throw invalidRequest("Parameter 'policy_id' is invalid: there is no such policy.");
		}
		device.policy_id = policyId;
	}
}
