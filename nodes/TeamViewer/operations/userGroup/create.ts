import { operation } from '../../execution/operation';
import { createUserGroup } from '../../teamviewer/userGroups';
import { NAME } from './fields';

export const create = operation({
	name: 'Create',
	action: 'Create user group',
	description: 'Create a group of users, still without members',
	changes: true,
	fields: { name: NAME },
	async run({ name }, { teamviewer, output }) {
		return [output(await createUserGroup(teamviewer, name))];
	},
});
