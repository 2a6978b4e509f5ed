import { operation } from '../../execution/operation';
import { assignRoleToUserGroup } from '../../teamviewer/roles';
import { ROLE, USER_GROUP } from './fields';

export const assignToUserGroup = operation({
	name: 'Assign to User Group',
	action: 'Assign role to user group',
	description:
		'Give a role to everybody in a user group; it presumably replaces the role that the group had',
	changes: true,
	fields: { role: ROLE, userGroup: USER_GROUP },
	async run({ role, userGroup }, { teamviewer, output }) {
		await assignRoleToUserGroup(teamviewer, role, userGroup);
		return [output({ success: true })];
	},
});
