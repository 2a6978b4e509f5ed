import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { accountNumber } from '../../company/ids';
import {
	isSame,
	keepsAnAdministrator,
	managerName,
	MANAGER_PERMISSIONS,
	type Manager,
	type ManagerIdentity,
	type ManagerPermission,
} from '../../company/estate/managers';
import { invalidRequest } from '../../errors';
import { authorize } from '../authorization';
import { tell } from '../deeds';
import { form, readBody, readPath, refuseQuery } from '../input';
import { existing, nothingToChange, tellErrorsInTheNewerWay } from '../newerErrors';
import { pagedJson } from '../pagedLists';
import type { ApiEnv, Service } from '../service';
import { deviceFor, groupFor } from './rights';

/** The word, or the OpenAPI document's number for it. */
const permission = z.union([
	z.enum(MANAGER_PERMISSIONS),
	z
		.number()
		.int()
		.min(0)
		.max(MANAGER_PERMISSIONS.length - 1)
		.transform((number): ManagerPermission => MANAGER_PERMISSIONS[number] ?? 'EasyAccess'),
]);

/** The PowerShell module sends account numbers as text. */
const number = z.union([z.number().int().positive(), form.number.transform(Number)]);

const newManager = z
	.object({
		id: form.guid.optional(),
		accountId: number.optional(),
		companyId: number.optional(),
		usergroupId: number.optional(),
		permissions: z.array(permission),
	})
	.strict();

const addBody = z.array(newManager).min(1).max(100);
const changeBody = z.object({ permissions: z.array(permission) }).strict();
const changesBody = z
	.array(z.object({ id: form.guid, permissions: z.array(permission) }).strict())
	.min(1)
	.max(100);
const removalsBody = z.array(form.guid).min(1).max(100);

/** Whatever has managers. */
interface Managed {
	managers: Manager[];
	/** For the event log. */
	label: string;
}

/** `/managed/devices/{id}/managers` and `/managed/groups/{id}/managers`. */
export function managerRoutes(service: Service, of: 'device' | 'group'): Hono<ApiEnv> {
	const { company } = service;
	const routes = new Hono<ApiEnv>();
	const mayRead = authorize(service, { permission: 'Device Groups: read operations', newer: true });
	const mayModify = authorize(service, {
		permission: 'Device Groups: modifying operations',
		newer: true,
	});

	routes.get('/', mayRead, (context) =>
		pagedJson(context, service, targetOf(context).target.managers),
	);

	routes.post('/', mayModify, async (context) => {
		const { target, save } = targetOf(context, 'ManagerAdministration');
		const wanted = await readBody(context, addBody);
		const added = wanted.map((entry): Manager => {
			refuseGroupRights(entry.permissions);
			const identity = identityOf(entry);
			const present = target.managers.find((manager) => isSame(manager, identity));
			if (present !== undefined && sameRights(present.permissions, entry.permissions)) {
				throw nothingToChange();
			}
			return {
				id: present?.id ?? company.newGuid(),
				...identity,
				...nameOf(identity),
				permissions: entry.permissions,
			};
		});
		save([
			...target.managers.filter((manager) => !added.some((one) => isSame(one, manager))),
			...added,
		]);
		for (const manager of added) tellOf(context, 'Manager added', target, manager);
		return context.json(added, 201);
	});

	routes.put('/', mayModify, async (context) => {
		const { target, save } = targetOf(context, 'ManagerAdministration');
		const changes = await readBody(context, changesBody);
		const changed = changes.map((change) => withRights(target, change.id, change.permissions));
		save(target.managers.map((manager) => changed.find(({ id }) => id === manager.id) ?? manager));
		for (const manager of changed) tellOf(context, 'Manager updated', target, manager);
		return context.json(changed);
	});

	routes.delete('/', mayModify, async (context) => {
		const { target, save } = targetOf(context, 'ManagerAdministration');
		const ids = (await readBody(context, removalsBody)).map((id) => id.toLowerCase());
		const gone = ids.map((id) => managerOf(target, id));
		save(target.managers.filter((manager) => !gone.includes(manager)));
		for (const manager of gone) tellOf(context, 'Manager removed', target, manager);
		return context.body(null, 204);
	});

	routes.put('/:manager', mayModify, async (context) => {
		const { target, save } = targetOf(context, 'ManagerAdministration');
		const { permissions } = await readBody(context, changeBody);
		const changed = withRights(target, readPath(context, 'manager', form.guid), permissions);
		save(target.managers.map((manager) => (manager.id === changed.id ? changed : manager)));
		tellOf(context, 'Manager updated', target, changed);
		return context.json(changed);
	});

	routes.delete('/:manager', mayModify, (context) => {
		refuseQuery(context);
		const { target, save } = targetOf(context, 'ManagerAdministration');
		const gone = managerOf(target, readPath(context, 'manager', form.guid));
		save(target.managers.filter((manager) => manager !== gone));
		tellOf(context, 'Manager removed', target, gone);
		return context.body(null, 204);
	});

	return tellErrorsInTheNewerWay(routes);

	/** What the path names, and how its managers are replaced: the last who may name managers has to stay. */
	function targetOf(context: Context<ApiEnv>, ...needed: ManagerPermission[]) {
		const managed =
			of === 'device'
				? deviceFor(context, service, ...needed)
				: groupFor(context, service, ...needed);
		const label = 'device' in managed ? (managed.device.name ?? managed.device.id) : managed.name;
		return {
			target: { managers: managed.managers, label } satisfies Managed,
			save: (managers: Manager[]) => {
				if (!keepsAnAdministrator(managers)) {
					throw invalidRequest('The last manager with ManagerAdministration has to stay.');
				}
				managed.managers = managers;
			},
		};
	}

	function refuseGroupRights(permissions: ManagerPermission[]): void {
		if (of === 'device' && permissions.includes('GroupAdministration')) {
			throw invalidRequest("Permission 'GroupAdministration' is for groups only.");
		}
	}

	function managerOf(target: Managed, id: string): Manager {
		return existing(target.managers.find((manager) => manager.id === id.toLowerCase()));
	}

	function withRights(target: Managed, id: string, permissions: ManagerPermission[]): Manager {
		refuseGroupRights(permissions);
		const manager = managerOf(target, id);
		if (sameRights(manager.permissions, permissions)) throw nothingToChange();
		return { ...manager, permissions };
	}

	/** Whom an entry means; a manager's own id wins. */
	function identityOf(entry: z.output<typeof newManager>): ManagerIdentity {
		const { id, accountId, companyId, usergroupId } = entry;
		const { estate } = company;
		if (id !== undefined) {
			const everywhere = [...estate.records, ...estate.groups].flatMap(({ managers }) => managers);
			const known = everywhere.find((manager) => manager.id === id.toLowerCase());
			if (known === undefined) throw noneFound();
			return bareIdentity(known);
		}
		if (accountId !== undefined) {
			if (!company.users.some((user) => accountNumber(user.id) === accountId)) throw noneFound();
			return { type: 'account', accountId };
		}
		if (usergroupId !== undefined) {
			if (!company.userGroups.some((group) => group.id === usergroupId)) throw noneFound();
			return { type: 'usergroup', usergroupId };
		}
		if (companyId !== company.profile.companyId) throw noneFound();
		return { type: 'company', companyId };
	}

	function nameOf(identity: ManagerIdentity): { name?: string } {
		if (identity.type === 'usergroup') return {};
		if (identity.type === 'company') return { name: company.profile.companyName };
		const user = company.users.find(({ id }) => accountNumber(id) === identity.accountId);
		return { name: user?.name };
	}

	function tellOf(context: Context<ApiEnv>, deed: string, target: Managed, manager: Manager): void {
		const rights = manager.permissions.join(', ');
		const name = managerName(manager, company.userGroups);
		tell(context, service, {
			name: deed,
			type: of === 'device' ? 'Device management' : 'Device group management',
			affected: target.label,
			details: [
				{ property: 'Manager', before: null, after: name ?? manager.id },
				{ property: 'Permissions', before: null, after: rights },
			],
		});
	}
}

function bareIdentity(manager: Manager): ManagerIdentity {
	if (manager.type === 'account') return { type: 'account', accountId: manager.accountId };
	if (manager.type === 'company') return { type: 'company', companyId: manager.companyId };
	return { type: 'usergroup', usergroupId: manager.usergroupId };
}

function noneFound() {
	return invalidRequest('No such account, company or user group was found.');
}

function sameRights(one: readonly string[], other: readonly string[]): boolean {
	return [...one].sort().join() === [...other].sort().join();
}
