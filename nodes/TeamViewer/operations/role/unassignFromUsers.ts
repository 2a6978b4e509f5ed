import { operation } from '../../execution/operation';
import { unassignRoleFromUsers } from '../../teamviewer/roles';
import { ROLE, USERS } from './fields';

export const unassignFromUsers = operation({
	name: 'Unassign From Users',
	action: 'Unassign role from users',
	description:
		'Take a role away from one or more users: they lose what only that role permits, until it is assigned again',
	changes: true,
	fields: { role: ROLE, users: USERS },
	async run({ role, users }, { teamviewer, output }) {
		await unassignRoleFromUsers(teamviewer, role, users);
		return [output({ success: true })];
	},
});
