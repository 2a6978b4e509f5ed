import type { Context } from 'hono';
import type { DeviceGroup, ManagedRecord } from '../../company/estate/Estate';
import type { ManagerIdentity, ManagerPermission } from '../../company/estate/managers';
import { accountNumber } from '../../company/ids';
import { form, readPath } from '../input';
import { existing, forbidden } from '../newerErrors';
import type { ApiEnv, Service } from '../service';

type Rights = ReadonlySet<ManagerPermission>;

/** Whether the token's user is a manager: in person, in a user group, or as one of the company. */
export function isTokensUser(context: Context<ApiEnv>, { company }: Service) {
	const account = accountNumber(context.get('token').userId);
	return (manager: ManagerIdentity): boolean => {
		if (manager.type === 'account') return manager.accountId === account;
		if (manager.type === 'company') return manager.companyId === company.profile.companyId;
		return company.userGroups.some(
			({ id, members }) => id === manager.usergroupId && members.includes(account),
		);
	};
}

/** The device that the path names: 404 where there is none, 403 for who may not do this with it. */
export function deviceFor(
	context: Context<ApiEnv>,
	service: Service,
	...needed: ManagerPermission[]
): ManagedRecord {
	const { estate } = service.company;
	const record = existing(estate.device(readPath(context, 'id', form.guid)));
	demand(service, estate.rightsOnDevice(record, isTokensUser(context, service)), needed);
	return record;
}

/** The device group that the path names, under the same rules. */
export function groupFor(
	context: Context<ApiEnv>,
	service: Service,
	...needed: ManagerPermission[]
): DeviceGroup {
	const { estate } = service.company;
	const group = existing(estate.group(readPath(context, 'id', form.guid)));
	demand(service, estate.rightsOnGroup(group, isTokensUser(context, service)), needed);
	return group;
}

/** Without any right a thing cannot even be read; `needed` are wanted beyond that. */
export function demand(
	service: Service,
	rights: Rights | undefined,
	needed: readonly ManagerPermission[],
): void {
	if (rights === undefined || !needed.every((right) => rights.has(right))) throw forbidden(service);
}
