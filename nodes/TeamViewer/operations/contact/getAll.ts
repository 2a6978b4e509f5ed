import { readSwitch, readText } from '../../inputs/text';
import { groupField, readGroupId } from '../../pickers/group';
import { listContacts } from '../../teamviewer/contacts';
import { filtersField, LISTING_FIELDS } from '../fields';
import { list, onePage } from '../listing';
import { ONLINE_STATE_FILTER, readOnlineState } from '../onlineState';
import type { Operation } from '../operation';

export const getAll: Operation = {
	name: 'Get Many',
	action: 'Get contacts',
	description:
		'Get the people of the Computers & Contacts list with their online state; needs a user token',
	fields: [
		...LISTING_FIELDS,
		filtersField([
			{
				displayName: 'Email',
				name: 'email',
				type: 'string',
				default: '',
				placeholder: 'e.g. nathan@example.com',
				description: 'Only the contact with this email address',
			},
			groupField({
				name: 'group',
				displayName: 'Group',
				description: 'Only contacts of this group',
			}),
			{
				displayName: 'Include Invitations',
				name: 'includeInvitations',
				type: 'boolean',
				default: true,
				description:
					'Whether to also get invitations that nobody has answered yet, after the contacts',
			},
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. Nathan Smith',
				description: 'Only contacts with this in their name',
			},
			ONLINE_STATE_FILTER,
		]),
	],
	async run(item) {
		const filters = item.collection('filters');
		const query = {
			email: readText(filters.email, 'Email'),
			groupid: readGroupId(filters.group, 'Group'),
			include_invitations: readSwitch(filters.includeInvitations, 'Include Invitations'),
			name: readText(filters.name, 'Name'),
			online_state: readOnlineState(filters.onlineState),
		};
		return await list(
			item,
			onePage(() => listContacts(item.client, query)),
			{ things: 'contacts' },
		);
	},
};
