import { list, LISTING, onePage } from '../../execution/listing';
import { operation } from '../../execution/operation';
import { filters } from '../../fields/collection';
import { ONLINE_STATE } from '../../fields/filters/onlineState';
import { groupLocator } from '../../fields/locators/group';
import { text } from '../../fields/text';
import { toggle } from '../../fields/toggle';
import { listContacts } from '../../teamviewer/contacts';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get contacts',
	description:
		'Get the people of the Computers & Contacts list with their online state; needs a user token',
	fields: {
		...LISTING,
		filters: filters({
			email: text({
				displayName: 'Email',
				apiName: 'email',
				placeholder: 'e.g. nathan@example.com',
				description: 'Only the contact with this email address',
			}),
			group: groupLocator({ displayName: 'Group', description: 'Only contacts of this group' }),
			includeInvitations: toggle({
				displayName: 'Include Invitations',
				apiName: 'include_invitations',
				default: true,
				description:
					'Whether to also get invitations that nobody has answered yet, after the contacts',
			}),
			name: text({
				displayName: 'Name',
				apiName: 'name',
				placeholder: 'e.g. Nathan Smith',
				description: 'Only contacts with this in their name',
			}),
			onlineState: ONLINE_STATE,
		}),
	},
	async run({ filters: chosen, ...wanted }, context) {
		const query = {
			email: chosen.email,
			groupid: chosen.group,
			include_invitations: chosen.includeInvitations,
			name: chosen.name,
			online_state: chosen.onlineState,
		};
		const pages = onePage(() => listContacts(context.teamviewer, query));
		return await list(context, wanted, pages, { things: 'contacts' });
	},
});
