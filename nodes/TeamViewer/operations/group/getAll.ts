import { list, onePage } from '../../execution/listing';
import { LISTING } from '../../fields/listing';
import { operation } from '../../execution/operation';
import { filters } from '../../fields/collection';
import { nameFilter } from '../../fields/filters/nameFilter';
import { OWNER } from '../../fields/groupOwner';
import { choice } from '../../fields/choice';
import { listGroups } from '../../teamviewer/groups';

const NAME = nameFilter({
	displayName: 'Name',
	apiName: 'name',
	placeholder: 'e.g. Customers',
	isPartEnough: true,
	description: 'Only groups of this name',
});

export const getAll = operation({
	name: 'Get Many',
	action: 'Get groups',
	description: 'Get the groups that devices, contacts and sessions are sorted into',
	fields: {
		...LISTING,
		filters: filters({
			name: NAME,
			owner: OWNER,
			shared: choice({
				displayName: 'Shared',
				apiName: 'shared',
				options: [
					{ name: 'Own Groups', value: false, description: "The user's own, shared or not" },
					{
						name: 'Shared by Others',
						value: true,
						description: 'Those that others share with the user',
					},
				],
				default: true,
				description: 'Whose groups to get',
			}),
		}),
	},
	async run({ filters: { name, owner, shared }, ...wanted }, context) {
		const pages = onePage(() => listGroups(context.teamviewer, { name, shared }, owner));
		return await list(context, wanted, pages, {
			things: 'groups',
			whenEmpty: NAME.whenNothingFits(name),
		});
	},
});
