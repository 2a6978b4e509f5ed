import { operation } from '../../execution/operation';
import { assignRoleToUsers } from '../../teamviewer/roles';
import { ROLE, USERS } from './fields';

export const assignToUsers = operation({
	name: 'Assign to Users',
	action: 'Assign role to users',
	description: 'Give a role to one or more users of the company',
	changes: true,
	fields: { role: ROLE, users: USERS },
	async run({ role, users }, { teamviewer, output }) {
		await assignRoleToUsers(teamviewer, role, users);
		return [output({ success: true })];
	},
});
