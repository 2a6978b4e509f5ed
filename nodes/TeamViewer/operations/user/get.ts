import type { IDataObject } from 'n8n-workflow';

import { requireUserId, userField } from '../../pickers/user';
import { recordWith } from '../../teamviewer/answer';
import { getUser } from '../../teamviewer/users';
import { SIMPLIFY_FIELD } from '../fields';
import type { Operation } from '../operation';
import { simplifyUser } from './simplify';

export const get: Operation = {
	name: 'Get',
	action: 'Get user',
	description: 'Get one user of the TeamViewer company, with permissions and last access',
	fields: [
		userField({
			name: 'user',
			displayName: 'User',
			description: 'The user of the company',
			required: true,
		}),
		SIMPLIFY_FIELD,
	],
	async run(item) {
		const id = requireUserId(item.parameter('user'), 'User');
		const user = recordWith(await getUser(item.client, id), 'user', 'id');
		return [{ json: item.simplify ? simplifyUser(user) : (user as IDataObject) }];
	},
};
