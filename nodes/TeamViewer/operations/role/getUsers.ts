import { list, LISTING } from '../../execution/listing';
import { operation } from '../../execution/operation';
import { roleUserPages } from '../../teamviewer/roles';
import { ROLE } from './fields';

export const getUsers = operation({
	name: 'Get Users',
	action: 'Get users of role',
	description: 'Get the IDs of the users who have a role',
	fields: { role: ROLE, ...LISTING },
	async run({ role, ...wanted }, context) {
		const pages = roleUserPages(context.teamviewer, role);
		return await list(context, wanted, pages, { things: 'users' });
	},
});
