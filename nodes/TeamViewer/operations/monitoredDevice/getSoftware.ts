import { operation } from '../../execution/operation';
import { listSoftware } from '../../teamviewer/monitoredDevices';
import { MONITORED_DEVICE } from './monitoredDevice';

export const getSoftware = operation({
	name: 'Get Software',
	action: 'Get software of monitored device',
	description:
		'Get what is installed on a device under monitoring, one item a program or update; not with a company token',
	fields: { monitoredDevice: MONITORED_DEVICE },
	async run({ monitoredDevice }, { teamviewer, output }) {
		return (await listSoftware(teamviewer, monitoredDevice)).map((entry) => output(entry));
	},
});
