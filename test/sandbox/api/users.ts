import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { User } from '../company/types';
import { invalidRequest, Refusal } from '../errors';
import { authorize, isAdministrating, missingPermission } from './authorization';
import { tell } from './deeds';
import { form, readBody, readPath, readQuery, refuseQuery } from './input';
import { LANGUAGES } from './languages';
import { contains, isOneOf } from './matching';
import { pageAt } from './pagedLists';
import type { ApiEnv, Service } from './service';
import { unknownRecord } from './unknownRecord';

const listQuery = z
	.object({
		name: form.text.optional(),
		email: form.text.optional(),
		permissions: form.text.optional(),
		full_list: form.flag.default('false'),
	})
	.strict();

const oneQuery = z.object({ full_list: form.flag.optional() }).strict();

const customId = z.string().max(100).optional();

const createBody = z
	.object({
		email: form.email,
		name: z.string().min(2, 'is too short').max(50, 'is too long'),
		language: z.enum(LANGUAGES),
		password: z.string().optional(),
		sso_customer_id: z.string().optional(),
		userRoleId: form.guid.optional(),
		ignorePredefinedRole: z.boolean().optional(),
		permissions: z.string().optional(),
		active: z.boolean().optional(),
		log_sessions: z.boolean().optional(),
		show_comment_window: z.boolean().optional(),
		subscribe_newsletter: z.boolean().optional(),
		custom_quicksupport_id: customId,
		custom_quickjoin_id: customId,
		meeting_license_key: z.string().optional(),
		license_key: z.string().optional(),
	})
	.strict();

const updateBody = z
	.object({
		email: form.email.optional(),
		name: z.string().min(2, 'is too short').max(50, 'is too long').optional(),
		password: z.string().min(1, 'is empty').optional(),
		permissions: z.string().optional(),
		active: z.boolean().optional(),
		log_sessions: z.boolean().optional(),
		show_comment_window: z.boolean().optional(),
		tfa_enforcement: z.boolean().optional(),
		sso_customer_id: z.string().min(1, 'is empty').optional(),
		custom_quicksupport_id: customId,
		custom_quickjoin_id: customId,
		license_key: z.string().optional(),
		AssignUserRoleIds: z.array(form.guid).optional(),
		UnassignUserRoleIds: z.array(form.guid).optional(),
	})
	.strict()
	.refine((fields) => Object.keys(fields).length > 0, 'There is nothing to change.');

const deleteQuery = z.object({ isPermanentDelete: form.flag.optional() }).strict();

const rolesQuery = z.object({ paginationToken: z.string().optional() }).strict();

const joinBody = z.object({ userId: form.user, isAccepted: z.boolean() }).strict();

/** `/users`: the company's people. */
export function userRoutes(service: Service): Hono<ApiEnv> {
	const { company } = service;
	const routes = new Hono<ApiEnv>();
	const mayRead = authorize(service, { oneOf: ['Users.Read'] });
	const mayModify = authorize(service, {
		oneOf: ['Users.ModifyUsers', 'Users.ModifyAdministrators'],
	});

	routes.get('/', mayRead, (context) => {
		const query = readQuery(context, listQuery);
		const users = company.users.filter(
			(user) =>
				contains(user.name, query.name) &&
				isOneOf(user.email, query.email) &&
				hasAll(user.permissions, query.permissions),
		);
		return context.json({ users: query.full_list ? users : users.map(shortUser) });
	});

	routes.post(
		'/',
		authorize(service, { oneOf: ['Users.CreateUsers', 'Users.CreateAdministrators'] }),
		async (context) => {
			const body = await readBody(context, createBody);
			const role = body.userRoleId === undefined ? undefined : company.roles.find(body.userRoleId);
			if (body.userRoleId !== undefined && role === undefined) {
				throw invalidRequest("Parameter 'userRoleId' is invalid: there is no such role.");
			}
			const token = context.get('token');
			if (body.sso_customer_id !== undefined && token.level === 'company') {
				throw invalidRequest("Parameter 'sso_customer_id' needs a user access token.");
			}
			if (
				role?.permissions.includes('ManageAdmins') &&
				!token.scopes.has('Users.CreateAdministrators')
			) {
				throw missingPermission(service);
			}
			if (company.users.some(({ email }) => email?.toLowerCase() === body.email.toLowerCase())) {
				throw new Refusal(400, 'email_in_use', 'The email address is already in use.');
			}
			const user = company.addUser({
				email: body.email,
				name: body.name,
				active: body.active ?? true,
				log_sessions: body.log_sessions ?? true,
				show_comment_window: body.show_comment_window ?? false,
				sso_status: body.sso_customer_id === undefined ? 3 : 1,
				...customIds(body),
			});
			const roleId = role?.id ?? (body.ignorePredefinedRole ? undefined : company.roles.predefined);
			if (roleId !== undefined) assignRole(user, roleId);
			tell(context, service, {
				name: 'User created',
				type: 'Company administration',
				affected: body.email,
				details: [{ property: 'Name', before: null, after: body.name }],
			});
			context.header('Location', `https://webapi.teamviewer.com/api/v1/users/${user.id}`);
			// The manual's example answers without the email; clients have to read the user back.
			return context.json({ id: user.id, name: user.name });
		},
	);

	// Without an id this deletes every user: nobody may ever send it. It is only written down here.
	routes.delete('/', mayModify, (context) => {
		company.disasters.push('DELETE /users');
		return context.body(null, 204);
	});

	routes.get('/effectivepermissions', authorize(service), (context) => {
		refuseQuery(context);
		const roleIds = company.roles.idsOf(context.get('token').userId, company.userGroups);
		const permissions = roleIds.flatMap((id) => company.roles.find(id)?.permissions ?? []);
		return context.json(Object.fromEntries(permissions.map((name) => [name, true])));
	});

	routes.post('/respondtojointocompanyrequest', mayModify, async (context) => {
		const { userId } = await readBody(context, joinBody);
		throw new Refusal(500, 'internal_error', `There is no pending request of ${userId}.`);
	});

	routes.get('/:id', mayRead, (context) => {
		// One user comes in full anyway; a live client says so all the same.
		readQuery(context, oneQuery);
		return context.json(find(context));
	});

	routes.put('/:id', mayModify, async (context) => {
		const user = findToModify(context);
		const body = await readBody(context, updateBody);
		if (body.sso_customer_id !== undefined && context.get('token').level === 'company') {
			throw invalidRequest("Parameter 'sso_customer_id' needs a user access token.");
		}
		const { email, name, AssignUserRoleIds = [], UnassignUserRoleIds = [] } = body;
		if (company.users.some((other) => other !== user && other.email === email)) {
			if (email !== undefined) {
				throw new Refusal(400, 'email_in_use', 'The email address is already in use.');
			}
		}
		for (const roleId of [...AssignUserRoleIds, ...UnassignUserRoleIds]) {
			if (company.roles.find(roleId) === undefined) {
				throw invalidRequest(`There is no role ${roleId}.`);
			}
		}
		// A new address counts once it is confirmed (API manual).
		if (email !== undefined && email !== user.email) company.pendingEmails.set(user.id, email);
		if (name !== undefined) company.renameUser(user, name);
		for (const field of [
			'active',
			'log_sessions',
			'show_comment_window',
			'tfa_enforcement',
		] as const) {
			if (body[field] !== undefined) user[field] = body[field];
		}
		if (body.password !== undefined) company.accountPasswords.set(user.id, body.password);
		if (body.permissions !== undefined) user.permissions = body.permissions;
		if (body.sso_customer_id !== undefined) user.sso_status = 1;
		setCustomIds(user, body);
		for (const roleId of UnassignUserRoleIds) unassignRole(user, roleId.toLowerCase());
		for (const roleId of AssignUserRoleIds) assignRole(user, roleId.toLowerCase());
		tell(context, service, {
			name: 'Edit user properties',
			type: 'User profile',
			affected: user.email ?? user.id,
			details: changesToTell(body),
		});
		return context.body(null, 204);
	});

	routes.delete('/:id', mayModify, (context) => {
		const user = findToModify(context);
		const { isPermanentDelete = false } = readQuery(context, deleteQuery);
		company.removeUser(user);
		tell(context, service, {
			name: isPermanentDelete ? 'User deleted' : 'User removed from company',
			type: 'Company administration',
			affected: user.email ?? user.id,
		});
		return context.body(null, 204);
	});

	routes.delete('/:id/tfa', mayModify, (context) => {
		refuseQuery(context);
		const user = findToModify(context);
		user.tfa_enabled = false;
		tell(context, service, {
			name: 'Two factor authentication deactivated',
			type: 'User profile',
			affected: user.email ?? user.id,
		});
		return context.body(null, 204);
	});

	routes.get(
		'/:id/userroles',
		authorize(service, { permission: 'User roles: view' }),
		(context) => {
			const { paginationToken } = readQuery(context, rolesQuery);
			const ids = company.roles.idsOf(find(context).id, company.userGroups);
			const { page, next } = pageAt(
				ids,
				paginationToken,
				service.pageSize.lists,
				'paginationToken',
			);
			return context.json({
				currentPaginationToken: paginationToken ?? null,
				nextPaginationToken: next,
				assignedRoleIds: page,
			});
		},
	);

	return routes;

	function find(context: Context<ApiEnv>): User {
		const id = readPath(context, 'id', form.user);
		const user = company.users.find((one) => one.id === id);
		if (user === undefined) throw unknownRecord(service, 'user');
		return user;
	}

	/** Administrators are changed with a permission of their own (API manual). */
	function findToModify(context: Context<ApiEnv>): User {
		const user = find(context);
		const needed = isAdministrating(user) ? 'Users.ModifyAdministrators' : 'Users.ModifyUsers';
		if (!context.get('token').scopes.has(needed)) throw missingPermission(service);
		return user;
	}

	function assignRole(user: User, roleId: string): void {
		company.roles.assign(user.id, roleId);
		user.userRoleId = roleId;
	}

	function unassignRole(user: User, roleId: string): void {
		company.roles.unassign(user.id, roleId);
		if (user.userRoleId === roleId) delete user.userRoleId;
	}
}

/** Without `full_list` only this much of a user comes (TeamViewer's PowerShell module). */
function shortUser({ id, name, email }: User): User {
	return { id, name, email };
}

/** All of the wanted permissions, joined by commas, have to be there (API manual). */
function hasAll(permissions: string | undefined, wanted: string | undefined): boolean {
	const given = (permissions ?? '').split(',');
	return wanted === undefined || wanted.split(',').every((one) => given.includes(one.trim()));
}

type CustomIds = Pick<z.output<typeof updateBody>, (typeof CUSTOM_IDS)[number]>;

const CUSTOM_IDS = ['custom_quicksupport_id', 'custom_quickjoin_id'] as const;

/** `auto` stands for none, and none is not shown. */
function customIds(body: CustomIds): Partial<User> {
	return Object.fromEntries(
		CUSTOM_IDS.filter((name) => body[name] !== undefined && body[name] !== 'auto').map((name) => [
			name,
			body[name],
		]),
	);
}

function setCustomIds(user: User, body: CustomIds): void {
	for (const name of CUSTOM_IDS) {
		if (body[name] === 'auto') delete user[name];
	}
	Object.assign(user, customIds(body));
}

/** What the event log may tell: never a password or a customer id. */
function changesToTell(body: z.output<typeof updateBody>) {
	return Object.entries(body)
		.filter(([name]) => !['password', 'sso_customer_id', 'license_key'].includes(name))
		.map(([property, after]) => ({ property, before: null, after: String(after) }));
}
