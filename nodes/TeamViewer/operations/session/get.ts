import { requireSessionCode } from '../../pickers/session';
import { getSession } from '../../teamviewer/sessions';
import { SIMPLIFY_FIELD } from '../fields';
import type { Operation } from '../operation';
import { SESSION_FIELD } from './fields';
import { sessionOutput } from './output';

export const get: Operation = {
	name: 'Get',
	action: 'Get session',
	description: 'Get one support session by its code, with its state and links',
	fields: [SESSION_FIELD, SIMPLIFY_FIELD],
	async run(item) {
		const code = requireSessionCode(item.parameter('session'), 'Session');
		return [sessionOutput(item, await getSession(item.client, code))];
	},
};
