import { operation } from '../../execution/operation';
import { required } from '../../fields/field';
import { userLocator } from '../../fields/locators/user';
import { OWNER_OPTION } from '../../fields/groupOwner';
import { unshareGroup } from '../../teamviewer/groups';
import { GROUP } from './fields';

export const unshare = operation({
	name: 'Unshare',
	action: 'Unshare group',
	description:
		'Stop sharing a group with a user, who then no longer sees its entries; it can be shared again',
	changes: true,
	fields: {
		group: GROUP,
		user: required(
			userLocator({
				displayName: 'User',
				description: 'The user with whom the group is no longer shared',
			}),
		),
		options: OWNER_OPTION,
	},
	async run({ group, user, options: { owner } }, { teamviewer, output }) {
		await unshareGroup(teamviewer, group, user, owner);
		return [output({ deleted: true })];
	},
});
