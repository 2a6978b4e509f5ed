import { requireSessionCode } from '../../pickers/session';
import { updateSession } from '../../teamviewer/sessions';
import { SIMPLIFY_FIELD } from '../fields';
import type { Operation } from '../operation';
import { SESSION_FIELD } from './fields';
import { changedSession } from './output';

export const close: Operation = {
	name: 'Close',
	action: 'Close session',
	description: 'Close a support session; its links stop working',
	fields: [SESSION_FIELD, SIMPLIFY_FIELD],
	async run(item) {
		const code = requireSessionCode(item.parameter('session'), 'Session');
		await updateSession(item.client, code, { state: 'closed' });
		return [await changedSession(item, code, 'The session was closed')];
	},
};
