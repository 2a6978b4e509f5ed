import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../fields/simplify';
import { getContact } from '../../teamviewer/contacts';
import { CONTACT, shown } from './contact';

export const get = operation({
	name: 'Get',
	action: 'Get contact',
	description:
		'Get one person of the Computers & Contacts list, with online state; not with a company token',
	fields: { contact: CONTACT, simplify: SIMPLIFY },
	async run({ contact, simplify }, { teamviewer, output }) {
		return [output(shown(await getContact(teamviewer, contact), simplify))];
	},
});
