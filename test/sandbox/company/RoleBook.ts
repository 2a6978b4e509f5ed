import type { Random } from '../random';
import { accountNumber, guid } from './ids';
import type { User } from './types';
import type { UserGroup } from './userGroups';

/** Rights that a role can give; the names that TeamViewer's clients know of. */
export const ROLE_PERMISSIONS = [
	'AllowGroupSharing',
	'ManageAdmins',
	'ManageUsers',
	'ModifyConnections',
	'DeleteConnections',
	'AssignBackupPolicies',
] as const;

export interface Role {
	/** A GUID. */
	id: string;
	name: string;
	permissions: string[];
}

/** The company's roles and who has which. */
export class RoleBook {
	readonly roles: Role[] = [];
	/** The role that new users get, by its id. */
	predefined: string | undefined;
	/** Roles by user id. */
	readonly ofUser = new Map<string, Set<string>>();
	/** A user group has one role at most. */
	readonly ofUserGroup = new Map<number, string>();

	find(id: string): Role | undefined {
		return this.roles.find((role) => role.id === id.toLowerCase());
	}

	named(name: string): Role | undefined {
		return this.roles.find((role) => role.name.toLowerCase() === name.toLowerCase());
	}

	/** Ids of the roles that a user has, directly and through user groups. */
	idsOf(userId: string, userGroups: readonly UserGroup[]): string[] {
		const account = accountNumber(userId);
		const throughGroups = userGroups
			.filter(({ members }) => members.includes(account))
			.flatMap(({ id }) => this.ofUserGroup.get(id) ?? []);
		return [...new Set([...(this.ofUser.get(userId) ?? []), ...throughGroups])];
	}

	usersOf(roleId: string): string[] {
		return [...this.ofUser].filter(([, roles]) => roles.has(roleId)).map(([userId]) => userId);
	}

	userGroupsOf(roleId: string): number[] {
		return [...this.ofUserGroup].filter(([, role]) => role === roleId).map(([groupId]) => groupId);
	}

	assign(userId: string, roleId: string): void {
		this.ofUser.set(userId, (this.ofUser.get(userId) ?? new Set()).add(roleId));
	}

	unassign(userId: string, roleId: string): void {
		this.ofUser.get(userId)?.delete(roleId);
	}

	/** A deleted role is nobody's any more. */
	remove(roleId: string): void {
		this.roles.splice(
			this.roles.findIndex(({ id }) => id === roleId),
			1,
		);
		for (const roles of this.ofUser.values()) roles.delete(roleId);
		for (const groupId of this.userGroupsOf(roleId)) this.ofUserGroup.delete(groupId);
		if (this.predefined === roleId) this.predefined = undefined;
	}
}

/** Roles as a service company has them; the first user is the administrator. */
export function writeRoles(random: Random, users: User[], userGroups: UserGroup[]): RoleBook {
	const book = new RoleBook();
	const role = (name: string, permissions: string[]): Role => {
		const made = { id: guid(random).toLowerCase(), name, permissions };
		book.roles.push(made);
		return made;
	};
	const administrator = role('Administrator', [...ROLE_PERMISSIONS]);
	const supporter = role('Supporter', ['AllowGroupSharing', 'ModifyConnections']);
	const dispatcher = role('Dispatcher', ['AllowGroupSharing', 'ManageUsers']);
	role('Trainee', []);
	book.predefined = supporter.id;
	users.forEach((user, index) => {
		const { id } = index === 0 ? administrator : supporter;
		book.assign(user.id, id);
		user.userRoleId = id;
	});
	const [firstGroup] = userGroups;
	if (firstGroup !== undefined) book.ofUserGroup.set(firstGroup.id, dispatcher.id);
	return book;
}
