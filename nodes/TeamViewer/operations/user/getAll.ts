import { list, LISTING, onePage } from '../../execution/listing';
import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../execution/simplify';
import { filters } from '../../fields/collection';
import { list as several } from '../../fields/list';
import { text } from '../../fields/text';
import { simplifyUser } from '../../teamviewer/simplify/user';
import { listUsers } from '../../teamviewer/users';

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
				description: 'Only the users with these email addresses, separated by commas',
			}),
			name: text({
				displayName: 'Name',
				apiName: 'name',
				placeholder: 'e.g. Nathan Smith',
				description: 'Only users with this in their name',
			}),
		}),
	},
	async run({ simplify, filters: { email, name }, ...wanted }, context) {
		const query = { email: email?.join(','), name, full_list: true } as const;
		const pages = onePage(() => listUsers(context.teamviewer, query));
		return await list(context, wanted, pages, {
			things: 'users',
			toJson: simplify ? simplifyUser : undefined,
		});
	},
});
