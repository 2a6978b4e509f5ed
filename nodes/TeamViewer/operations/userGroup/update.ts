import { operation } from '../../execution/operation';
import { CHANGE_OPTIONS, updated } from '../../fields/returnUpdated';
import { idNumber } from '../../teamviewer/idNumber';
import { updateUserGroup } from '../../teamviewer/userGroups';
import { NAME, USER_GROUP } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update user group',
	description: 'Rename a user group',
	changes: true,
	fields: { userGroup: USER_GROUP, name: NAME, options: CHANGE_OPTIONS },
	async run({ userGroup: id, name, options }, { teamviewer, output }) {
		const group = await updateUserGroup(teamviewer, id, name, options.returnUpdated !== false);
		return [output(group ?? updated({ id: idNumber(id) }))];
	},
});
