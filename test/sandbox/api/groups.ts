import { Hono, type Context, type MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { seenBy, type StoredGroup } from '../company/storedGroup';
import type { Group } from '../company/types';
import { invalidRequest } from '../errors';
import type { Scope } from '../oauth/scopes';
import { authorize, missingPermission } from './authorization';
import { tell } from './deeds';
import { form, readBody, readPath, readQuery, refuseQuery } from './input';
import { contains, equals } from './matching';
import type { ApiEnv, Service } from './service';
import { unknownRecord } from './unknownRecord';

const listQuery = z
	.object({
		name: form.text.optional(),
		shared: form.flag.optional(),
		shouldMatchFullName: form.flag.default('false'),
	})
	.strict();

const createBody = z.object({ name: form.text, policy_id: form.guid.optional() }).strict();

const shareBody = z
	.object({
		users: z
			.array(z.object({ userid: form.user, permissions: z.enum(['read', 'readwrite']) }).strict())
			.min(1),
	})
	.strict();

const unshareBody = z.object({ users: z.array(form.user).min(1) }).strict();

/** Groups of Computers & Contacts, by the paths of user tokens: `/groups`. */
export function groupRoutes(service: Service): Hono<ApiEnv> {
	return routesFor(
		service,
		(scope) => authorize(service, { oneOf: [scope], userOnly: true }),
		(context) => context.get('token').userId,
	);
}

/** The same by the paths that company tokens have to take: `/users/{id}/groups`. */
export function groupsOfUserRoutes(service: Service): Hono<ApiEnv> {
	return routesFor(
		service,
		(scope) => authorize(service, { oneOf: [scope] }),
		(context) => {
			const owner = readPath(context, 'owner', form.user);
			const { level, userId } = context.get('token');
			if (level === 'user' && owner !== userId) throw missingPermission(service);
			if (!service.company.users.some(({ id }) => id === owner)) {
				throw unknownRecord(service, 'user');
			}
			return owner;
		},
	);
}

function routesFor(
	service: Service,
	allowed: (scope: Scope) => MiddlewareHandler<ApiEnv>,
	viewerOf: (context: Context<ApiEnv>) => string,
): Hono<ApiEnv> {
	const { company } = service;
	const routes = new Hono<ApiEnv>();

	routes.get('/', allowed('Groups.Read'), (context) => {
		const viewer = viewerOf(context);
		const { name, shared, shouldMatchFullName } = readQuery(context, listQuery);
		const named = shouldMatchFullName ? equals : contains;
		const groups = company
			.groupsOf(viewer)
			.filter(
				(group) =>
					named(group.name, name) &&
					(shared === undefined || (group.owner !== undefined) === shared),
			);
		return context.json({ groups });
	});

	routes.post('/', allowed('Groups.Create'), async (context) => {
		const viewer = viewerOf(context);
		const { name, policy_id } = await readBody(context, createBody);
		refusePolicy(policy_id);
		const group = company.addGroup(name, viewer, policy_id);
		tellOf(context, 'Group added', group);
		context.header('Location', `https://webapi.teamviewer.com/api/v1/groups/${group.id}`);
		return context.json(shownTo(viewer, group));
	});

	routes.get('/:id', allowed('Groups.Read'), (context) => {
		refuseQuery(context);
		return context.json(find(context).seen);
	});

	routes.put('/:id', allowed('Groups.Modify'), async (context) => {
		const { group } = findOwn(context);
		const { name, policy_id } = await readBody(context, createBody);
		refusePolicy(policy_id);
		tellOf(context, 'Group updated', group, [
			{ property: 'Name', before: group.name, after: name },
		]);
		group.name = name;
		if (policy_id !== undefined) group.policy_id = policy_id;
		return context.body(null, 204);
	});

	routes.delete('/:id', allowed('Groups.Delete'), (context) => {
		refuseQuery(context);
		const { group, viewer } = find(context);
		if (group.owner.userid === viewer) {
			company.removeGroup(group);
			tellOf(context, 'Group deleted', group);
		} else {
			// Who deletes a group that is only shared with them just leaves it (API manual).
			group.shares = group.shares.filter(({ userid }) => userid !== viewer);
			tellOf(context, 'Group unshared', group);
		}
		return context.body(null, 204);
	});

	routes.post('/:id/share_group', allowed('Groups.Share'), async (context) => {
		const { group } = findOwn(context);
		const { users } = await readBody(context, shareBody);
		for (const { userid } of users) {
			if (userid === group.owner.userid || !company.users.some(({ id }) => id === userid)) {
				throw invalidRequest(`Parameter 'users' is invalid: cannot share with ${userid}.`);
			}
		}
		for (const { userid, permissions } of users) {
			const share = group.shares.find((one) => one.userid === userid);
			const name = company.users.find(({ id }) => id === userid)?.name ?? '';
			// The other user has to accept a new share first.
			if (share === undefined) group.shares.push({ userid, name, permissions, pending: true });
			else share.permissions = permissions;
			tellOf(context, 'Group shared', group, [
				{ property: 'SharedWith', before: null, after: name },
				{ property: 'Permissions', before: null, after: permissions },
			]);
		}
		return context.body(null, 204);
	});

	routes.post('/:id/unshare_group', allowed('Groups.Share'), async (context) => {
		const { group } = findOwn(context);
		const { users } = await readBody(context, unshareBody);
		const gone = group.shares.filter(({ userid }) => users.includes(userid));
		if (gone.length < users.length) {
			throw invalidRequest(
				"Parameter 'users' is invalid: the group is not shared with all of them.",
			);
		}
		group.shares = group.shares.filter((share) => !gone.includes(share));
		for (const { name } of gone) {
			tellOf(context, 'Group unshared', group, [
				{ property: 'SharedWith', before: name, after: null },
			]);
		}
		return context.body(null, 204);
	});

	return routes;

	function find(context: Context<ApiEnv>): { group: StoredGroup; seen: Group; viewer: string } {
		const viewer = viewerOf(context);
		const id = readPath(context, 'id', form.group);
		const group = company.storedGroups.find((one) => one.id === id);
		const seen = group === undefined ? undefined : seenBy(viewer, group);
		if (group === undefined || seen === undefined) throw unknownRecord(service, 'group');
		return { group, seen, viewer };
	}

	/** Only its owner changes and shares a group. */
	function findOwn(context: Context<ApiEnv>) {
		const found = find(context);
		if (found.group.owner.userid !== found.viewer) throw missingPermission(service);
		return found;
	}

	function refusePolicy(policyId: string | undefined): void {
		if (policyId === undefined) return;
		if (company.policies.some(({ policy_id }) => policy_id === policyId.toLowerCase())) return;
		throw invalidRequest("Parameter 'policy_id' is invalid: there is no such policy.");
	}

	function shownTo(viewer: string, group: StoredGroup): Group {
		const seen = seenBy(viewer, group);
		if (seen === undefined) throw unknownRecord(service, 'group');
		return seen;
	}

	function tellOf(
		context: Context<ApiEnv>,
		name: string,
		group: StoredGroup,
		details: Array<{ property: string; before: string | null; after: string | null }> = [],
	): void {
		tell(context, service, { name, type: 'Group management', affected: group.name, details });
	}
}
