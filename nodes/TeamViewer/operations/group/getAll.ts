import { list, onePage } from '../../execution/listing';
import { LISTING } from '../../fields/listing';
import { operation } from '../../execution/operation';
import { filters } from '../../fields/collection';
import { text } from '../../fields/text';
import { toggle } from '../../fields/toggle';
import { OWNER } from '../../fields/groupOwner';
import { listGroups } from '../../teamviewer/groups';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get groups',
	description: 'Get the groups that devices, contacts and sessions are sorted into',
	fields: {
		...LISTING,
		filters: filters({
			name: text({
				displayName: 'Name',
				apiName: 'name',
				placeholder: 'e.g. Customers',
				description: 'Only groups with this in their name',
			}),
			owner: OWNER,
			shared: toggle({
				displayName: 'Shared',
				apiName: 'shared',
				default: true,
				description:
					"Whether to get only groups that others share with the user, or (off) only the user's own",
			}),
		}),
	},
	async run({ filters: { name, owner, shared }, ...wanted }, context) {
		const pages = onePage(() => listGroups(context.teamviewer, { name, shared }, owner));
		return await list(context, wanted, pages, { things: 'groups' });
	},
});
