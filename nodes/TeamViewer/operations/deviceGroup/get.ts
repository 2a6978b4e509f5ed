import { operation } from '../../execution/operation';
import { getDeviceGroup } from '../../teamviewer/deviceGroups';
import { DEVICE_GROUP } from './fields';

export const get = operation({
	name: 'Get',
	action: 'Get device group',
	description: 'Get the name of one device group, and its policy where TeamViewer tells it',
	fields: { deviceGroup: DEVICE_GROUP },
	async run({ deviceGroup }, { teamviewer, output }) {
		return [output(await getDeviceGroup(teamviewer, deviceGroup))];
	},
});
