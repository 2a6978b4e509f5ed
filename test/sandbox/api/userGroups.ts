import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { accountNumber } from '../company/ids';
import type { UserGroup } from '../company/userGroups';
import { invalidRequest } from '../errors';
import { authorize } from './authorization';
import { tell } from './deeds';
import { form, readBody, readPath, refuseQuery } from './input';
import { existing, nameTaken, tellErrorsInTheNewerWay } from './newerErrors';
import { pagedJson } from './pagedLists';
import type { ApiEnv, Service } from './service';

const groupBody = z.object({ name: form.name }).strict();

/** Account numbers come without the letter of user ids, as a list, also for one. */
const membersBody = z.array(z.number().int().positive()).min(1).max(100);

/** `/usergroups`: groups of users and who is in them. */
export function userGroupRoutes(service: Service): Hono<ApiEnv> {
	const { company } = service;
	const routes = new Hono<ApiEnv>();
	const mayView = authorize(service, {
		permission: 'User Group management: view groups',
		newer: true,
	});
	const mayEdit = authorize(service, {
		permission: 'User Group management: edit groups',
		newer: true,
	});

	routes.get('/', mayView, (context) =>
		pagedJson(context, service, company.userGroups.map(shown), true),
	);

	routes.post('/', mayEdit, async (context) => {
		const { name } = await readBody(context, groupBody);
		refuseTaken(name);
		const group: UserGroup = {
			id: company.newUserGroupId(),
			name,
			creationSourceType: 1,
			members: [],
		};
		company.userGroups.push(group);
		tellOf(context, 'User group created', group);
		return context.json(shown(group), 201);
	});

	routes.get('/:id', mayView, (context) => {
		refuseQuery(context);
		return context.json(shown(find(context)));
	});

	routes.put('/:id', mayEdit, async (context) => {
		const group = find(context);
		const { name } = await readBody(context, groupBody);
		refuseTaken(name, group);
		tellOf(context, 'User group updated', group, [
			{ property: 'Name', before: group.name, after: name },
		]);
		group.name = name;
		return context.json(shown(group));
	});

	routes.delete('/:id', mayEdit, (context) => {
		refuseQuery(context);
		const group = find(context);
		company.userGroups.splice(company.userGroups.indexOf(group), 1);
		company.roles.ofUserGroup.delete(group.id);
		tellOf(context, 'User group deleted', group);
		return context.body(null, 204);
	});

	routes.get('/:id/members', mayView, (context) =>
		pagedJson(context, service, find(context).members.map(memberOf), true),
	);

	routes.post('/:id/members', mayEdit, async (context) => {
		const group = find(context);
		const accounts = await readBody(context, membersBody);
		const stranger = accounts.find((account) => userOf(account) === undefined);
		if (stranger !== undefined) {
			throw invalidRequest(`The account ${stranger} does not belong to the company.`);
		}
		group.members = [...new Set([...group.members, ...accounts])];
		tellOf(context, 'User group members added', group, accounts.map(added));
		return context.json(accounts.map(memberOf), 201);
	});

	routes.delete('/:id/members', mayEdit, async (context) => {
		const group = find(context);
		remove(context, group, await readBody(context, membersBody));
		return context.body(null, 204);
	});

	routes.delete('/:id/members/:account', mayEdit, (context) => {
		refuseQuery(context);
		const group = find(context);
		const account = Number(readPath(context, 'account', form.number));
		existing(group.members.find((member) => member === account));
		remove(context, group, [account]);
		return context.body(null, 204);
	});

	routes.get('/:id/userroles', mayView, (context) => {
		refuseQuery(context);
		return context.json({
			assignedRoleId: company.roles.ofUserGroup.get(find(context).id) ?? null,
		});
	});

	return tellErrorsInTheNewerWay(routes);

	function find(context: Context<ApiEnv>): UserGroup {
		const id = Number(readPath(context, 'id', form.number));
		return existing(company.userGroups.find((group) => group.id === id));
	}

	function userOf(account: number) {
		return company.users.find(({ id }) => accountNumber(id) === account);
	}

	function memberOf(accountId: number) {
		return { accountId, name: userOf(accountId)?.name ?? '' };
	}

	function added(account: number) {
		return { property: 'Member', before: null, after: userOf(account)?.email ?? String(account) };
	}

	function remove(context: Context<ApiEnv>, group: UserGroup, accounts: number[]): void {
		group.members = group.members.filter((member) => !accounts.includes(member));
		const removed = accounts.map((account) => {
			const { property, after } = added(account);
			return { property, before: after, after: null };
		});
		tellOf(context, 'User group members removed', group, removed);
	}

	function refuseTaken(name: string, own?: UserGroup): void {
		const taken = company.userGroups.some(
			(group) => group !== own && group.name.toLowerCase() === name.toLowerCase(),
		);
		if (taken) throw nameTaken('user group');
	}

	function tellOf(
		context: Context<ApiEnv>,
		name: string,
		group: UserGroup,
		details: Array<{ property: string; before: string | null; after: string | null }> = [],
	): void {
		tell(context, service, { name, type: 'User groups', affected: group.name, details });
	}
}

function shown({ id, name, creationSourceType }: UserGroup) {
	return { id, name, creationSourceType };
}
