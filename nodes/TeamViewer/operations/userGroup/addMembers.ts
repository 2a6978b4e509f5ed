import { operation } from '../../execution/operation';
import { addUserGroupMembers } from '../../teamviewer/userGroups';
import { USER_GROUP, USERS } from './fields';

export const addMembers = operation({
	name: 'Add Members',
	action: 'Add members to user group',
	description: 'Put users of the company into a user group; they also get the role that it has',
	changes: true,
	fields: { userGroup: USER_GROUP, users: USERS },
	async run({ userGroup, users }, { teamviewer, output }) {
		const members = await addUserGroupMembers(teamviewer, userGroup, users);
		return members.length > 0
			? members.map((member) => output(member))
			: [output({ success: true })];
	},
});
