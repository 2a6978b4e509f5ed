import { operation } from '../../execution/operation';
import { OWNER_OPTION } from '../../fields/groupOwner';
import { getGroup } from '../../teamviewer/groups';
import { GROUP } from './fields';

export const get = operation({
	name: 'Get',
	action: 'Get group',
	description: 'Get one group: its name and policy, and with whom it is shared or whose it is',
	fields: { group: GROUP, options: OWNER_OPTION },
	run: async ({ group, options: { owner } }, { teamviewer, output }) => [
		output(await getGroup(teamviewer, group, owner)),
	],
});
