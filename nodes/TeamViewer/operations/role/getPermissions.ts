import { operation } from '../../execution/operation';
import { listRolePermissions } from '../../teamviewer/roles';

export const getPermissions = operation({
	name: 'Get Permissions',
	action: 'Get role permissions',
	description: 'Get the name of every permission that a role can have',
	fields: {},
	async run(_, { teamviewer, output }) {
		const permissions = await listRolePermissions(teamviewer);
		return permissions.map((permission) => output({ permission }));
	},
});
