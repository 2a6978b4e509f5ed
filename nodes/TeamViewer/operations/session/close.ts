import { operation } from '../../execution/operation';
import { CHANGE_OPTIONS, updated } from '../../fields/returnUpdated';
import { SIMPLIFY } from '../../fields/simplify';
import { closeSession } from '../../teamviewer/sessions';
import { SESSION } from './fields';
import { shown } from './shown';

export const close = operation({
	name: 'Close',
	action: 'Close session',
	description: 'Close a support session',
	changes: true,
	fields: { session: SESSION, simplify: SIMPLIFY, options: CHANGE_OPTIONS },
	async run({ session: code, simplify, options }, { teamviewer, output }) {
		const session = await closeSession(teamviewer, code, options.returnUpdated !== false);
		return [output(session ? shown(session, simplify) : updated({ code }))];
	},
});
