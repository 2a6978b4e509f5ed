import { operation } from '../../execution/operation';
import { removeDeviceFromGroup } from '../../teamviewer/deviceGroups';
import { DEVICE_GROUP, MANAGED_DEVICE } from './fields';

export const removeDevice = operation({
	name: 'Remove Device',
	action: 'Remove device from device group',
	description:
		'Take a managed device out of a device group; one that is offline is pending until it is online',
	changes: true,
	fields: { deviceGroup: DEVICE_GROUP, managedDevice: MANAGED_DEVICE },
	async run({ deviceGroup, managedDevice }, { teamviewer, output }) {
		await removeDeviceFromGroup(teamviewer, deviceGroup, managedDevice);
		return [output({ deleted: true })];
	},
});
