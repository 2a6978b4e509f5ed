import { operation } from '../../execution/operation';
import { deleteUserGroup } from '../../teamviewer/userGroups';
import { USER_GROUP } from './fields';

export const deleteOne = operation({
	name: 'Delete',
	action: 'Delete user group',
	description:
		'Delete a user group permanently; its users stay, but lose the role they had through it',
	changes: true,
	fields: { userGroup: USER_GROUP },
	async run({ userGroup }, { teamviewer, output }) {
		await deleteUserGroup(teamviewer, userGroup);
		return [output({ deleted: true })];
	},
});
