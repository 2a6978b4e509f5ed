import { operation } from '../../execution/operation';
import { deleteContact as sendDelete } from '../../teamviewer/contacts';
import { CONTACT } from './contact';

export const deleteContact = operation({
	name: 'Delete',
	action: 'Delete contact',
	description:
		'Delete a contact and its description; it can be added again. Not with a company token.',
	changes: true,
	fields: { contact: CONTACT },
	async run({ contact }, { teamviewer, output }) {
		await sendDelete(teamviewer, contact);
		return [output({ deleted: true })];
	},
});
