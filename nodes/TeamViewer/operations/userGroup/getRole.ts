import { operation } from '../../execution/operation';
import { getUserGroupRole } from '../../teamviewer/userGroups';
import { USER_GROUP } from './fields';

export const getRole = operation({
	name: 'Get Role',
	action: 'Get role of user group',
	description: 'Get the ID of the role that a user group has; null where it has none',
	fields: { userGroup: USER_GROUP },
	async run({ userGroup }, { teamviewer, output }) {
		return [output({ roleId: await getUserGroupRole(teamviewer, userGroup) })];
	},
});
