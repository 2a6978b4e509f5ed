import { operation } from '../../execution/operation';
import { listOwnPermissions } from '../../teamviewer/account';

export const getPermissions = operation({
	name: 'Get Permissions',
	action: 'Get permissions of account',
	description:
		"Get what the token's user may do in the company through roles, one item a permission; none if there is none",
	fields: {},
	run: async (_, { teamviewer, output }) =>
		(await listOwnPermissions(teamviewer)).map((permission) => output({ permission })),
});
