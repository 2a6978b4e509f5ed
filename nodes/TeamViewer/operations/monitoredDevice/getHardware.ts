import { operation } from '../../execution/operation';
import { listHardware } from '../../teamviewer/monitoredDevices';
import { MONITORED_DEVICE } from './monitoredDevice';

export const getHardware = operation({
	name: 'Get Hardware',
	action: 'Get hardware of monitored device',
	description:
		'Get what is built into a device under monitoring, one item a component; not with a company token',
	fields: { monitoredDevice: MONITORED_DEVICE },
	async run({ monitoredDevice }, { teamviewer, output }) {
		return (await listHardware(teamviewer, monitoredDevice)).map((entry) => output(entry));
	},
});
