import { operation } from '../../execution/operation';
import { rolesOfUser } from '../../teamviewer/users';
import { USER } from './fields';

export const getRoles = operation({
	name: 'Get Roles',
	action: 'Get roles of user',
	description:
		'Get the IDs of the roles that a user has, directly and through user groups, one item a role',
	fields: { user: USER },
	run: async ({ user }, { teamviewer, output }) =>
		(await rolesOfUser(teamviewer, user)).map((role) => output(role)),
});
