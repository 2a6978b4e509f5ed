import { answered } from '../../execution/answered';
import { operation } from '../../execution/operation';
import { choice } from '../../fields/choice';
import { required, withDefault } from '../../fields/field';
import { userLocator } from '../../fields/locators/user';
import { OWNER_OPTION } from '../../fields/groupOwner';
import { shareGroup } from '../../teamviewer/groups';
import { GROUP } from './fields';

export const share = operation({
	name: 'Share',
	action: 'Share group',
	description:
		'Share a group with a user, who has to accept it, or change what that user may do; others keep theirs',
	changes: true,
	fields: {
		group: GROUP,
		user: required(
			userLocator({ displayName: 'User', description: 'The user to share the group with' }),
		),
		permission: withDefault(
			choice({
				displayName: 'Permission',
				apiName: 'permissions',
				options: [
					{ name: 'Read', value: 'read', description: 'See the entries and connect to them' },
					{ name: 'Read and Write', value: 'readwrite', description: 'Change the entries too' },
				],
				default: 'read',
				description: 'What the user may do in the group',
			}),
		),
		options: OWNER_OPTION,
	},
	async run({ group, user, permission, options: { owner } }, { teamviewer, output }) {
		const shared = { userid: user, permissions: permission };
		return [output(answered(await shareGroup(teamviewer, group, shared, owner)))];
	},
});
