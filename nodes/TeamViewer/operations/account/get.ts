import type { IDataObject } from 'n8n-workflow';

import { getAccount } from '../../teamviewer/account';
import type { Operation } from '../operation';

export const get: Operation = {
	name: 'Get',
	action: 'Get account',
	description:
		'Get the TeamViewer account that the credential belongs to: user ID, name, email and company',
	fields: [],
	run: async ({ client }) => [{ json: (await getAccount(client)) as IDataObject }],
};
