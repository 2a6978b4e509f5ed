import { operation } from '../../execution/operation';
import { required } from '../../fields/field';
import { createRole } from '../../teamviewer/roles';
import { NAME, PERMISSIONS } from './fields';

export const create = operation({
	name: 'Create',
	action: 'Create role',
	description: 'Create a role that users can be given; a company has 100 roles at most',
	changes: true,
	fields: { name: required(NAME), permissions: PERMISSIONS },
	async run({ name, permissions = [] }, { teamviewer, output }) {
		return [output(await createRole(teamviewer, name, permissions))];
	},
});
