import type { IDataObject } from 'n8n-workflow';

import { simplifyUser } from '../../teamviewer/simplify/user';
import type { User } from '../../teamviewer/types';
import { listUsers } from '../../teamviewer/users';
import { SnapshotEngine } from '../engine/snapshot/snapshotEngine';
import { COMMON_OPTIONS, triggerEvent } from '../event';

/** Users that join the company, whether they were created or came with an account of their own. */
export const userAdded = triggerEvent({
	name: 'User Added',
	description: 'When a user joins the company; not if the user leaves again before the next poll',
	filters: {},
	options: COMMON_OPTIONS,
	query: () => ({}),
	engine: ({ client, means, simplify }) =>
		new SnapshotEngine<User>(
			{
				page: async () => ({ records: await listUsers(client, { full_list: true }) }),
				id: ({ id }) => (typeof id === 'string' && id !== '' ? id : undefined),
				item: (user) => (simplify ? simplifyUser(user) : user) as IDataObject,
				emptyMessage: 'There is no user to show',
				emptyRemedy: 'Create a user in TeamViewer.',
			},
			means,
		),
});
