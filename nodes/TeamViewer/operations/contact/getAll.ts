import { list, onePage } from '../../execution/listing';
import { LISTING } from '../../fields/listing';
import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../fields/simplify';
import { filters } from '../../fields/collection';
import { ONLINE_STATE } from '../../fields/filters/onlineState';
import { list as listOf } from '../../fields/list';
import { groupLocator } from '../../fields/locators/group';
import { nameFilter } from '../../fields/filters/nameFilter';
import { toggle } from '../../fields/toggle';
import { listContacts } from '../../teamviewer/contacts';
import { simplifyContact } from '../../teamviewer/simplify/contact';

const NAME = nameFilter({
	displayName: 'Name',
	apiName: 'name',
	placeholder: 'e.g. Nathan Smith',
	isPartEnough: 'unknown',
	description: 'Only contacts of this name',
});

export const getAll = operation({
	name: 'Get Many',
	action: 'Get contacts',
	description:
		'Get the people of the Computers & Contacts list with their online state; not with a company token',
	fields: {
		...LISTING,
		simplify: SIMPLIFY,
		filters: filters({
			email: listOf({
				displayName: 'Email',
				apiName: 'email',
				placeholder: 'e.g. nathan@example.com, ada@example.com',
				description:
					'Only contacts with these email addresses; separate several by commas. TeamViewer tells addresses only where this filter is set.',
			}),
			group: groupLocator({ displayName: 'Group', description: 'Only contacts of this group' }),
			includeInvitations: toggle({
				displayName: 'Include Invitations',
				apiName: 'include_invitations',
				default: true,
				description:
					'Whether to also get invitations that nobody has answered yet, after the contacts',
			}),
			name: NAME,
			onlineState: ONLINE_STATE,
		}),
	},
	async run({ simplify, filters: chosen, ...wanted }, context) {
		const query = {
			email: chosen.email?.join(','),
			groupid: chosen.group,
			include_invitations: chosen.includeInvitations,
			name: chosen.name,
			online_state: chosen.onlineState,
		};
		const pages = onePage(() => listContacts(context.teamviewer, query));
		return await list(context, wanted, pages, {
			things: 'contacts',
			toJson: simplify ? simplifyContact : undefined,
			whenEmpty: NAME.whenNothingFits(chosen.name),
		});
	},
});
