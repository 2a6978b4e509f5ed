import { operation } from '../../execution/operation';
import { CHANGE_OPTIONS, updated } from '../../fields/returnUpdated';
import { updateFields } from '../../fields/collection';
import { updateRole } from '../../teamviewer/roles';
import { NAME, NEW_PERMISSIONS, ROLE } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update role',
	description: 'Replace what a role permits, or rename it',
	changes: true,
	fields: {
		role: ROLE,
		updateFields: updateFields({ name: NAME, permissions: NEW_PERMISSIONS }),
		options: CHANGE_OPTIONS,
	},
	async run({ role: id, updateFields: changes, options }, { teamviewer, output }) {
		const role = await updateRole(teamviewer, id, changes, options.returnUpdated !== false);
		return [output(role ?? updated({ Id: id }))];
	},
});
