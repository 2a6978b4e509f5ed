import { answered } from '../../execution/answered';
import { operation } from '../../execution/operation';
import { addDeviceToGroup } from '../../teamviewer/deviceGroups';
import { DEVICE_GROUP, MANAGED_DEVICE } from './fields';

export const addDevice = operation({
	name: 'Add Device',
	action: 'Add device to device group',
	description:
		'Put a managed device into a device group; one that is offline is pending until it is online',
	changes: true,
	fields: { deviceGroup: DEVICE_GROUP, managedDevice: MANAGED_DEVICE },
	async run({ deviceGroup, managedDevice }, { teamviewer, output }) {
		return [output(answered(await addDeviceToGroup(teamviewer, deviceGroup, managedDevice)))];
	},
});
