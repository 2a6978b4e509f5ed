import { operation } from '../../execution/operation';
import { getUserGroup } from '../../teamviewer/userGroups';
import { USER_GROUP } from './fields';

export const get = operation({
	name: 'Get',
	action: 'Get user group',
	description: 'Get one user group; its members are read with Get Members',
	fields: { userGroup: USER_GROUP },
	async run({ userGroup }, { teamviewer, output }) {
		return [output(await getUserGroup(teamviewer, userGroup))];
	},
});
