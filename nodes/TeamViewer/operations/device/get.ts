import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../execution/simplify';
import { required } from '../../fields/field';
import { deviceLocator } from '../../fields/locators/device';
import { getDevice } from '../../teamviewer/devices';
import { simplifyDevice } from '../../teamviewer/simplify/device';

export const get = operation({
	name: 'Get',
	action: 'Get device',
	description: 'Get one device of the Computers & Contacts list, with its online state',
	fields: {
		device: required(
			deviceLocator({
				displayName: 'Device',
				description: 'The device of the Computers & Contacts list',
			}),
		),
		simplify: SIMPLIFY,
	},
	async run({ device: id, simplify }, { teamviewer, output }) {
		const device = await getDevice(teamviewer, id);
		return [output(simplify ? simplifyDevice(device) : device)];
	},
});
