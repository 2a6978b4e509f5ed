import { list, LISTING } from '../../execution/listing';
import { operation } from '../../execution/operation';
import { userGroupPages } from '../../teamviewer/userGroups';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get user groups',
	description: 'Get the user groups of the company',
	fields: LISTING,
	async run(wanted, context) {
		return await list(context, wanted, userGroupPages(context.teamviewer), {
			things: 'user groups',
		});
	},
});
