import { list, LISTING } from '../../execution/listing';
import { operation } from '../../execution/operation';
import { userGroupMemberPages } from '../../teamviewer/userGroups';
import { USER_GROUP } from './fields';

export const getMembers = operation({
	name: 'Get Members',
	action: 'Get members of user group',
	description: 'Get the users in a user group, each with name and ID (without its u)',
	fields: { userGroup: USER_GROUP, ...LISTING },
	async run({ userGroup, ...wanted }, context) {
		const pages = userGroupMemberPages(context.teamviewer, userGroup);
		return await list(context, wanted, pages, { things: 'members' });
	},
});
