import { operation } from '../../execution/operation';
import { removeUserGroupMembers } from '../../teamviewer/userGroups';
import { USER_GROUP, USERS } from './fields';

export const removeMembers = operation({
	name: 'Remove Members',
	action: 'Remove members from user group',
	description:
		'Take users out of a user group: they lose its role, stay in the company, and can be added again',
	changes: true,
	fields: { userGroup: USER_GROUP, users: USERS },
	async run({ userGroup, users }, { teamviewer, output }) {
		await removeUserGroupMembers(teamviewer, userGroup, users);
		return [output({ deleted: true })];
	},
});
