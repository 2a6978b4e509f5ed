import { operation } from '../../execution/operation';
import { OWNER_OPTION } from '../../fields/groupOwner';
import { deleteGroup as sendDelete } from '../../teamviewer/groups';
import { GROUP } from './fields';

export const deleteGroup = operation({
	name: 'Delete',
	action: 'Delete group',
	description:
		'Delete a group permanently, perhaps with its devices and contacts; one only shared with you is just left',
	changes: true,
	fields: { group: GROUP, options: OWNER_OPTION },
	async run({ group, options: { owner } }, { teamviewer, output }) {
		await sendDelete(teamviewer, group, owner);
		return [output({ deleted: true })];
	},
});
