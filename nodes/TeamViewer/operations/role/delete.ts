import { operation } from '../../execution/operation';
import { deleteRole } from '../../teamviewer/roles';
import { ROLE } from './fields';

export const deleteOne = operation({
	name: 'Delete',
	action: 'Delete role',
	description: 'Delete a role permanently; what its users may do afterwards is not documented',
	changes: true,
	fields: { role: ROLE },
	async run({ role }, { teamviewer, output }) {
		await deleteRole(teamviewer, role);
		return [output({ deleted: true })];
	},
});
