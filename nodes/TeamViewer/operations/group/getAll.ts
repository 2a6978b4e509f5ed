import { readSwitch, readText } from '../../inputs/text';
import { listGroups } from '../../teamviewer/groups';
import { filtersField, LISTING_FIELDS } from '../fields';
import { list, onePage } from '../listing';
import type { Operation } from '../operation';

export const getAll: Operation = {
	name: 'Get Many',
	action: 'Get groups',
	description: 'Get the groups that devices, contacts and sessions are sorted into',
	fields: [
		...LISTING_FIELDS,
		filtersField([
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. Customers',
				description: 'Only groups with this in their name',
			},
			{
				displayName: 'Shared',
				name: 'shared',
				type: 'boolean',
				default: true,
				description: 'Whether to get only shared groups, or (off) only those not shared',
			},
		]),
	],
	async run(item) {
		const filters = item.collection('filters');
		const query = {
			name: readText(filters.name, 'Name'),
			shared: readSwitch(filters.shared, 'Shared'),
		};
		return await list(
			item,
			onePage(() => listGroups(item.client, query)),
			{ things: 'groups' },
		);
	},
};
