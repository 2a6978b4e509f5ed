import { operation } from '../../execution/operation';
import { unassignRoleFromUserGroup } from '../../teamviewer/roles';
import { USER_GROUP } from './fields';

export const unassignFromUserGroup = operation({
	name: 'Unassign From User Group',
	action: 'Unassign role from user group',
	description:
		'Take its role away from a user group: everybody in it loses what only that role permits',
	changes: true,
	fields: { userGroup: USER_GROUP },
	async run({ userGroup }, { teamviewer, output }) {
		await unassignRoleFromUserGroup(teamviewer, userGroup);
		return [output({ success: true })];
	},
});
