import { operation } from '../../execution/operation';
import { deleteManagedDevice } from '../../teamviewer/managedDevices';
import { MANAGED_DEVICE } from './fields';

export const stopManaging = operation({
	name: 'Stop Managing',
	action: 'Stop managing device',
	description:
		'Stop managing a device: it loses all managers, device groups and policies, also those of other people. No call of TeamViewer brings it back; it has to be assigned again on the device.',
	changes: true,
	fields: { managedDevice: MANAGED_DEVICE },
	async run({ managedDevice }, { teamviewer, output }) {
		await deleteManagedDevice(teamviewer, managedDevice);
		return [output({ deleted: true })];
	},
});
