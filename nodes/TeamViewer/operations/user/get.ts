import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../execution/simplify';
import { required } from '../../fields/field';
import { userLocator } from '../../fields/locators/user';
import { simplifyUser } from '../../teamviewer/simplify/user';
import { getUser } from '../../teamviewer/users';

export const get = operation({
	name: 'Get',
	action: 'Get user',
	description: 'Get one user of the TeamViewer company, with permissions and last access',
	fields: {
		user: required(userLocator({ displayName: 'User', description: 'The user of the company' })),
		simplify: SIMPLIFY,
	},
	async run({ user: id, simplify }, { teamviewer, output }) {
		const user = await getUser(teamviewer, id);
		return [output(simplify ? simplifyUser(user) : user)];
	},
});
