import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../fields/simplify';
import { getSession } from '../../teamviewer/sessions';
import { SESSION } from './fields';
import { shown } from './shown';

export const get = operation({
	name: 'Get',
	action: 'Get session',
	description: 'Get one support session by its code, with its state and links',
	fields: { session: SESSION, simplify: SIMPLIFY },
	async run({ session: code, simplify }, { teamviewer, output }) {
		return [output(shown(await getSession(teamviewer, code), simplify))];
	},
});
