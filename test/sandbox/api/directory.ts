import { Hono } from 'hono';
import { z } from 'zod';
import type { Contact, Device, Group, User } from '../company/types';
import { authorize } from './authorization';
import { form, readPath, readQuery, refuseQuery } from './input';
import type { ApiEnv, Service } from './service';
import { unknownRecord } from './unknownRecord';

const userQuery = z
	.object({
		name: form.text.optional(),
		email: form.text.optional(),
		full_list: form.flag.default('false'),
	})
	.strict();

const groupQuery = z.object({ name: form.text.optional(), shared: form.flag.optional() }).strict();

const deviceQuery = z
	.object({
		name: form.text.optional(),
		online_state: form.onlineState.optional(),
		groupid: form.group.optional(),
		remotecontrol_id: form.remoteControl.optional(),
	})
	.strict();

const contactQuery = z
	.object({
		name: form.text.optional(),
		online_state: form.onlineState.optional(),
		email: form.text.optional(),
		groupid: form.group.optional(),
		include_invitations: form.flag.default('false'),
	})
	.strict();

/** `/account`, `/users`, `/groups`, `/devices` and `/contacts`: who and what there is, all of it on one page. */
export function directoryRoutes(service: Service): Hono<ApiEnv> {
	const { company } = service;
	const routes = new Hono<ApiEnv>();

	routes.get(
		'/account',
		authorize(service, { oneOf: ['Account.Read'], userOnly: true }),
		(context) => {
			refuseQuery(context);
			const { email, ...account } = company.account;
			return context.json(
				context.get('token').scopes.has('Account.ReadEmail') ? { ...account, email } : account,
			);
		},
	);

	routes.get('/users', authorize(service, { oneOf: ['Users.Read'] }), (context) => {
		const query = readQuery(context, userQuery);
		const users = company.users.filter(
			(user) => contains(user.name, query.name) && equals(user.email, query.email),
		);
		return context.json({ users: query.full_list ? users : users.map(shortUser) });
	});

	routes.get('/users/:id', authorize(service, { oneOf: ['Users.Read'] }), (context) => {
		refuseQuery(context);
		const id = readPath(context, 'id', form.user);
		return context.json(
			found(
				service,
				company.users.find((user) => user.id === id),
			),
		);
	});

	routes.get('/groups', authorize(service, { oneOf: ['Groups.Read'] }), (context) => {
		const query = readQuery(context, groupQuery);
		const groups = company.groups.filter(
			(group: Group) =>
				contains(group.name, query.name) &&
				(query.shared === undefined || (group.shared_with !== undefined) === query.shared),
		);
		return context.json({ groups });
	});

	const contactList = authorize(service, { oneOf: ['ContactList.Read'], userOnly: true });

	routes.get('/devices', contactList, (context) => {
		const query = readQuery(context, deviceQuery);
		const devices = company.devices.filter(
			(device: Device) =>
				contains(device.alias, query.name) &&
				equals(device.online_state, query.online_state) &&
				equals(device.groupid, query.groupid) &&
				equals(device.remotecontrol_id, query.remotecontrol_id),
		);
		return context.json({ devices });
	});

	routes.get('/devices/:id', contactList, (context) => {
		refuseQuery(context);
		const id = readPath(context, 'id', form.device);
		const device = found(
			service,
			company.devices.find(({ device_id }) => device_id === id),
		);
		// One device comes in a list as well (OpenAPI document).
		return context.json({ devices: [device] });
	});

	routes.get('/contacts', contactList, (context) => {
		const query = readQuery(context, contactQuery);
		const contacts = company.contacts.filter(
			(contact: Contact) =>
				contains(contact.name, query.name) &&
				equals(contact.online_state, query.online_state) &&
				equals(contact.email, query.email) &&
				equals(contact.groupid, query.groupid),
		);
		return context.json({
			contacts,
			...(query.include_invitations ? { invitations: company.invitations } : {}),
		});
	});

	return routes;
}

/** Without `full_list` only this much of a user comes (TeamViewer's PowerShell module). */
function shortUser({ id, name, email }: User): User {
	return { id, name, email };
}

function contains(value: string | undefined, part: string | undefined): boolean {
	return part === undefined || (value ?? '').toLowerCase().includes(part.toLowerCase());
}

function equals(value: string | undefined, wanted: string | undefined): boolean {
	return wanted === undefined || value?.toLowerCase() === wanted.toLowerCase();
}

function found<Thing>(service: Service, thing: Thing | undefined): Thing {
	if (thing !== undefined) return thing;
	throw unknownRecord(service, 'record');
}
