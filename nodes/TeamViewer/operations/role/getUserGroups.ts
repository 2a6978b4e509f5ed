import { list, LISTING } from '../../execution/listing';
import { operation } from '../../execution/operation';
import { roleUserGroupPages } from '../../teamviewer/roles';
import { ROLE } from './fields';

export const getUserGroups = operation({
	name: 'Get User Groups',
	action: 'Get user groups of role',
	description: 'Get the IDs of the user groups that have a role',
	fields: { role: ROLE, ...LISTING },
	async run({ role, ...wanted }, context) {
		const pages = roleUserGroupPages(context.teamviewer, role);
		return await list(context, wanted, pages, { things: 'user groups' });
	},
});
