import { list, onePage } from '../../execution/listing';
import { LISTING } from '../../fields/listing';
import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../fields/simplify';
import { filters } from '../../fields/collection';
import { list as several } from '../../fields/list';
import { nameFilter } from '../../fields/filters/nameFilter';
import { simplifyUser } from '../../teamviewer/simplify/user';
import { listUsers } from '../../teamviewer/users';

const NAME = nameFilter({
	displayName: 'Name',
	apiName: 'name',
	placeholder: 'e.g. Nathan Smith',
	isPartEnough: true,
	description: 'Only users of this name',
});

export const getAll = operation({
	name: 'Get Many',
	action: 'Get users',
	description: 'Get the users of the TeamViewer company',
	fields: {
		...LISTING,
		simplify: SIMPLIFY,
		filters: filters({
			email: several({
				displayName: 'Email',
				apiName: 'email',
				placeholder: 'e.g. nathan@example.com, ada@example.com',
				description: 'Only the users with exactly these email addresses, separated by commas',
			}),
			name: NAME,
		}),
	},
	async run({ simplify, filters: { email, name }, ...wanted }, context) {
		const query = { email: email?.join(','), name, full_list: true } as const;
		const pages = onePage(() => listUsers(context.teamviewer, query));
		return await list(context, wanted, pages, {
			things: 'users',
			toJson: simplify ? simplifyUser : undefined,
			whenEmpty: NAME.whenNothingFits(name),
		});
	},
});
