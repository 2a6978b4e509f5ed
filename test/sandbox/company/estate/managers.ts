/** What a manager may do, in TeamViewer's words; the place in the list is the OpenAPI document's number. */
export const MANAGER_PERMISSIONS = [
	'ManagerAdministration',
	'GroupAdministration',
	'DeviceAdministration',
	'PolicyAdministration',
	'DeviceDescription',
	'EasyAccess',
	'SoftwareUpdate',
	'CustomFieldsAdministration',
	'InheritDeviceAdministration',
	'InheritDeviceDescription',
	'InheritManagerAdministration',
	'InheritPolicyAdministration',
] as const;

export type ManagerPermission = (typeof MANAGER_PERMISSIONS)[number];

/** Who manages: one user, all of a user group, or everybody of a company. */
export type ManagerIdentity =
	| { type: 'account'; accountId: number }
	| { type: 'company'; companyId: number }
	| { type: 'usergroup'; usergroupId: number };

/** A manager of one device or one device group; its id is a GUID of its own, not the user's. */
export type Manager = ManagerIdentity & {
	id: string;
	name?: string;
	permissions: ManagerPermission[];
};

/** Whether both are the same user, user group or company. */
export function isSame(one: ManagerIdentity, other: ManagerIdentity): boolean {
	return keyOf(one) === keyOf(other);
}

function keyOf(identity: ManagerIdentity): string {
	switch (identity.type) {
		case 'account':
			return `account ${identity.accountId}`;
		case 'company':
			return `company ${identity.companyId}`;
		case 'usergroup':
			return `usergroup ${identity.usergroupId}`;
	}
}

/** Who a manager is, for people. The API names no user group among managers; the console does. */
export function managerName(
	manager: Manager,
	userGroups: ReadonlyArray<{ id: number; name: string }>,
): string | undefined {
	return manager.type === 'usergroup'
		? userGroups.find(({ id }) => id === manager.usergroupId)?.name
		: manager.name;
}

/** Nothing can be left without anybody who may name managers. */
export function keepsAnAdministrator(managers: readonly Manager[]): boolean {
	return managers.some(({ permissions }) => permissions.includes('ManagerAdministration'));
}
