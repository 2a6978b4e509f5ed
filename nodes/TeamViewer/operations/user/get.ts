import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../execution/simplify';
import { getUser } from '../../teamviewer/users';
import { shown, USER } from './fields';

export const get = operation({
	name: 'Get',
	action: 'Get user',
	description: 'Get one user of the TeamViewer company, with role and last access',
	fields: { user: USER, simplify: SIMPLIFY },
	run: async ({ user, simplify }, { teamviewer, output }) => [
		output(shown(await getUser(teamviewer, user), simplify)),
	],
});
