import { operation } from '../../execution/operation';
import { deleteManagedDevice } from '../../teamviewer/managedDevices';
import { MANAGED_DEVICE } from './fields';

export const stopManaging = operation({
	name: 'Stop Managing',
	action: 'Stop managing device',
	description:
		'Stop managing a device: managers, groups and policies are lost for good; it must be assigned anew',
	changes: true,
	fields: { managedDevice: MANAGED_DEVICE },
	async run({ managedDevice }, { teamviewer, output }) {
		await deleteManagedDevice(teamviewer, managedDevice);
		return [output({ deleted: true })];
	},
});
