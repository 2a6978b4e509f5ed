import { readText } from '../../inputs/text';
import { listUsers } from '../../teamviewer/users';
import { filtersField, LISTING_FIELDS, SIMPLIFY_FIELD } from '../fields';
import { list, onePage } from '../listing';
import type { Operation } from '../operation';
import { simplifyUser } from './simplify';

export const getAll: Operation = {
	name: 'Get Many',
	action: 'Get users',
	description: 'Get the users of the TeamViewer company',
	fields: [
		...LISTING_FIELDS,
		SIMPLIFY_FIELD,
		filtersField([
			{
				displayName: 'Email',
				name: 'email',
				type: 'string',
				default: '',
				placeholder: 'e.g. nathan@example.com',
				description: 'Only the user with this email address',
			},
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. Nathan Smith',
				description: 'Only users with this in their name',
			},
		]),
	],
	async run(item) {
		const filters = item.collection('filters');
		const query = {
			email: readText(filters.email, 'Email'),
			name: readText(filters.name, 'Name'),
			full_list: 'true',
		} as const;
		return await list(
			item,
			onePage(() => listUsers(item.client, query)),
			{ things: 'users', toJson: item.simplify ? simplifyUser : undefined },
		);
	},
};
