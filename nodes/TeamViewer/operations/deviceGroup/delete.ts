import { operation } from '../../execution/operation';
import { deleteDeviceGroup } from '../../teamviewer/deviceGroups';
import { DEVICE_GROUP } from './fields';

export const deleteGroup = operation({
	name: 'Delete',
	action: 'Delete device group',
	description:
		'Delete a device group permanently: its managers and its policy setting are lost, and who reached devices through it no longer does. The devices stay under management; those that are offline leave when they are online again.',
	changes: true,
	fields: { deviceGroup: DEVICE_GROUP },
	async run({ deviceGroup }, { teamviewer, output }) {
		await deleteDeviceGroup(teamviewer, deviceGroup);
		return [output({ deleted: true })];
	},
});
