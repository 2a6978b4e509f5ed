import { operation } from '../../execution/operation';
import { deleteGroup as sendDelete } from '../../teamviewer/groups';
import { GROUP, OWNER_OPTION } from './fields';

export const deleteGroup = operation({
	name: 'Delete',
	action: 'Delete group',
	description:
		'Delete a group permanently; its devices and contacts may go with it, so move them first. A group that is only shared with you is not deleted: you just leave it.',
	changes: true,
	fields: { group: GROUP, options: OWNER_OPTION },
	async run({ group, options: { owner } }, { teamviewer, output }) {
		await sendDelete(teamviewer, group, owner);
		return [output({ deleted: true })];
	},
});
