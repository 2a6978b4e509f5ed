import type { IDataObject } from 'n8n-workflow';

import { deviceField, requireDeviceId } from '../../pickers/device';
import { getDevice } from '../../teamviewer/devices';
import { SIMPLIFY_FIELD } from '../fields';
import type { Operation } from '../operation';
import { simplifyDevice } from './simplify';

export const get: Operation = {
	name: 'Get',
	action: 'Get device',
	description: 'Get one device of the Computers & Contacts list, with its online state',
	fields: [
		deviceField({
			name: 'device',
			displayName: 'Device',
			description: 'The device of the Computers & Contacts list',
			required: true,
		}),
		SIMPLIFY_FIELD,
	],
	async run(item) {
		const id = requireDeviceId(item.parameter('device'), 'Device');
		const device = await getDevice(item.client, id);
		return [{ json: item.simplify ? simplifyDevice(device) : (device as unknown as IDataObject) }];
	},
};
