import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { ROLE_PERMISSIONS, type Role } from '../company/RoleBook';
import { invalidRequest, Refusal } from '../errors';
import { authorize } from './authorization';
import { tell } from './deeds';
import { form, readBody, readPath, readQuery, refuseBody, refuseQuery } from './input';
import { existing, nameTaken, tellErrorsInTheNewerWay } from './newerErrors';
import { pageAt } from './pagedLists';
import type { ApiEnv, Service } from './service';

/** A company has at most this many roles (TeamViewer's page on user roles). */
const MOST_ROLES = 100;

const permissions = z.array(z.enum(ROLE_PERMISSIONS));
const roleName = z.string().min(1, 'is empty').max(50, 'is too long');

const createBody = z.object({ Name: roleName, Permissions: permissions }).strict();
/** Replaces the role: all three are needed, the id in the body. */
const updateBody = createBody.extend({ UserRoleId: form.guid }).strict();
const deleteQuery = z.object({ userRoleId: form.guid }).strict();

const accountsBody = z
	.object({ UserRoleId: form.guid, UserIds: z.array(form.user).min(1).max(100) })
	.strict();
/** One client sends the number as text. */
const userGroupId = z.union([z.number().int(), form.number.transform(Number)]);
const assignGroupBody = z.object({ UserRoleId: form.guid, UserGroupId: userGroupId }).strict();
/** The role is not needed here, but a live client sends it. */
const unassignGroupBody = z
	.object({ UserGroupId: userGroupId, UserRoleId: form.guid.optional() })
	.strict();
const assignmentsQuery = z
	.object({ userRoleId: form.guid, continuationToken: z.string().optional() })
	.strict();

/** `/userroles`: what the company's people may do. */
export function roleRoutes(service: Service): Hono<ApiEnv> {
	const { company } = service;
	const { roles } = company;
	const routes = new Hono<ApiEnv>();
	const mayView = authorize(service, { permission: 'User roles: view', newer: true });
	const mayEdit = authorize(service, { permission: 'User roles: edit', newer: true });

	routes.get('/', mayView, (context) => {
		refuseQuery(context);
		return context.json({ Roles: roles.roles.map(shown) });
	});

	routes.get('/permissions', mayView, (context) => {
		refuseQuery(context);
		return context.json({ Permissions: ROLE_PERMISSIONS });
	});

	routes.post('/', mayEdit, async (context) => {
		const { Name, Permissions } = await readBody(context, createBody);
		if (roles.named(Name) !== undefined) throw nameTaken('role');
		if (roles.roles.length >= MOST_ROLES) {
			throw new Refusal(400, 'invalid_request', `There are ${MOST_ROLES} roles already.`);
		}
		const role = { id: company.newGuid(), name: Name, permissions: [...Permissions] };
		roles.roles.push(role);
		tellOf(context, 'User role created', role);
		return context.json({ Role: shown(role) });
	});

	routes.put('/', mayEdit, async (context) => {
		const { UserRoleId, Name, Permissions } = await readBody(context, updateBody);
		const role = existing(roles.find(UserRoleId));
		const namesake = roles.named(Name);
		if (namesake !== undefined && namesake !== role) throw nameTaken('role');
		role.name = Name;
		role.permissions = [...Permissions];
		tellOf(context, 'User role updated', role);
		return context.body(null, 204);
	});

	routes.delete('/', mayEdit, (context) => {
		const role = existing(roles.find(readQuery(context, deleteQuery).userRoleId));
		roles.remove(role.id);
		for (const user of company.users) {
			if (user.userRoleId === role.id) delete user.userRoleId;
		}
		tellOf(context, 'User role deleted', role);
		return context.body(null, 204);
	});

	routes.post('/assign/account', mayEdit, async (context) => {
		const { role, users } = await roleAndUsers(context);
		for (const user of users) {
			roles.assign(user.id, role.id);
			user.userRoleId = role.id;
		}
		tellOf(
			context,
			'User role assigned',
			role,
			users.map(({ email }) => email ?? ''),
		);
		return context.body(null, 204);
	});

	routes.post('/unassign/account', mayEdit, async (context) => {
		const { role, users } = await roleAndUsers(context);
		for (const user of users) {
			roles.unassign(user.id, role.id);
			if (user.userRoleId === role.id) delete user.userRoleId;
		}
		tellOf(
			context,
			'User role unassigned',
			role,
			users.map(({ email }) => email ?? ''),
		);
		return context.body(null, 204);
	});

	routes.post('/assign/usergroup', mayEdit, async (context) => {
		const body = await readBody(context, assignGroupBody);
		const role = existing(roles.find(body.UserRoleId));
		const group = userGroup(body.UserGroupId);
		roles.ofUserGroup.set(group.id, role.id);
		tellOf(context, 'User role assigned', role, [group.name]);
		return context.body(null, 204);
	});

	routes.post('/unassign/usergroup', mayEdit, async (context) => {
		const group = userGroup((await readBody(context, unassignGroupBody)).UserGroupId);
		const role = existing(roles.find(roles.ofUserGroup.get(group.id) ?? ''));
		roles.ofUserGroup.delete(group.id);
		tellOf(context, 'User role unassigned', role, [group.name]);
		return context.body(null, 204);
	});

	routes.get('/assignments/account', mayView, (context) =>
		assignments(context, 'AssignedToUsers', (roleId) => roles.usersOf(roleId)),
	);
	routes.get('/assignments/usergroups', mayView, (context) =>
		assignments(context, 'AssignedToGroups', (roleId) => roles.userGroupsOf(roleId)),
	);

	routes.get('/predefined', mayView, (context) => {
		refuseQuery(context);
		return context.json({ PredefinedUserRoleId: roles.predefined ?? null });
	});

	routes.put('/:id/predefined', mayEdit, async (context) => {
		await refuseBody(context);
		const role = existing(roles.find(readPath(context, 'id', form.guid)));
		roles.predefined = role.id;
		tellOf(context, 'Predefined user role set', role);
		return context.body(null, 204);
	});

	routes.delete('/predefined', mayEdit, (context) => {
		refuseQuery(context);
		const role = roles.find(roles.predefined ?? '');
		roles.predefined = undefined;
		if (role !== undefined) tellOf(context, 'Predefined user role removed', role);
		return context.body(null, 204);
	});

	return tellErrorsInTheNewerWay(routes);

	async function roleAndUsers(context: Context<ApiEnv>) {
		const { UserRoleId, UserIds } = await readBody(context, accountsBody);
		const role = existing(roles.find(UserRoleId));
		const users = UserIds.map((id) => {
			const user = company.users.find((one) => one.id === id);
			if (user === undefined) throw invalidRequest(`There is no user ${id} in the company.`);
			return user;
		});
		return { role, users };
	}

	function userGroup(id: number) {
		return existing(company.userGroups.find((group) => group.id === id));
	}

	function assignments(
		context: Context<ApiEnv>,
		key: string,
		list: (roleId: string) => Array<string | number>,
	): Response {
		const { userRoleId, continuationToken } = readQuery(context, assignmentsQuery);
		const all = list(existing(roles.find(userRoleId)).id);
		const size = service.pageSize.lists;
		const { page, next } = pageAt(all, continuationToken, size, 'continuationToken');
		return context.json({ [key]: page, ContinuationToken: next });
	}

	function tellOf(context: Context<ApiEnv>, name: string, role: Role, to: string[] = []): void {
		tell(context, service, {
			name,
			type: 'User role',
			affected: role.name,
			details: to.map((after) => ({ property: 'AssignedTo', before: null, after })),
		});
	}
}

/** A list of names in requests, an object of booleans in answers. */
function shown({ id, name, permissions: granted }: Role) {
	return {
		Id: id,
		Name: name,
		Permissions: Object.fromEntries(
			ROLE_PERMISSIONS.map((permission) => [permission, granted.includes(permission)]),
		),
	};
}
