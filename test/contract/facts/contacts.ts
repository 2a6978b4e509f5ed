import { contradiction, type Fact } from '../fact';
import { first } from '../api';
import { shaped } from '../shape';

export const contacts: Fact[] = [
	{
		claim: 'Contacts come without their email unless the list is filtered by it',
		source: 'API manual',
		check: async (api) =>
			contradiction(
				await api.list('/contacts', 'contacts'),
				({ email }) => email === undefined,
				() => 'a contact with an email',
			),
	},
	{
		claim: 'One contact comes as a list of one',
		source: 'OpenAPI document',
		check: async (api) => {
			const { contact_id } = first(await api.list('/contacts', 'contacts'), 'contact');
			const one = await api.list(`/contacts/${String(contact_id)}`, 'contacts');
			return one.length === 1 ? undefined : `${one.length} contacts`;
		},
	},
	shaped(
		'Open invitations tell the email and the group',
		'OpenAPI document',
		async (api) => await api.list('/contacts', 'invitations', { include_invitations: 'true' }),
		{ email: 'text', groupid: 'text' },
	),
];
