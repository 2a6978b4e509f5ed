import { operation } from '../../execution/operation';
import { deletePolicy as sendDelete } from '../../teamviewer/policies';
import { POLICY } from './policy';

export const deletePolicy = operation({
	name: 'Delete',
	action: 'Delete policy',
	description:
		'Delete a policy permanently, with all its settings, whatever it is assigned to; not with a company token',
	changes: true,
	fields: { policy: POLICY },
	async run({ policy }, { teamviewer, output }) {
		await sendDelete(teamviewer, policy);
		return [output({ deleted: true })];
	},
});
