import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../execution/simplify';
import { getManagedDevice } from '../../teamviewer/managedDevices';
import { MANAGED_DEVICE, shown } from './fields';

export const get = operation({
	name: 'Get',
	action: 'Get managed device',
	description:
		'Get one managed device with its online state, description, policy and TeamViewer version',
	fields: { managedDevice: MANAGED_DEVICE, simplify: SIMPLIFY },
	async run({ managedDevice: id, simplify }, { teamviewer, output }) {
		return [output(shown(await getManagedDevice(teamviewer, id), simplify))];
	},
});
