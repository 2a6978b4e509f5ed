import { operation } from '../../execution/operation';
import { deleteDeviceGroup } from '../../teamviewer/deviceGroups';
import { DEVICE_GROUP } from './fields';

export const deleteGroup = operation({
	name: 'Delete',
	action: 'Delete device group',
	description:
		'Delete a device group permanently, with its managers and policy; devices leave it when they come online',
	changes: true,
	fields: { deviceGroup: DEVICE_GROUP },
	async run({ deviceGroup }, { teamviewer, output }) {
		await deleteDeviceGroup(teamviewer, deviceGroup);
		return [output({ deleted: true })];
	},
});
