import type { IDataObject } from 'n8n-workflow';

import type { Operation } from '../operation';

export const get: Operation = {
	name: 'Get',
	action: 'Get account',
	description: 'Get the TeamViewer account that the credential belongs to',
	fields: [],
	run: async ({ client }) => [{ json: await client.get<IDataObject>('/account') }],
};
