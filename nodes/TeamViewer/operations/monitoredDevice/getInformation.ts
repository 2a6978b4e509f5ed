import { operation } from '../../execution/operation';
import { getInformation as readInformation } from '../../teamviewer/monitoredDevices';
import { MONITORED_DEVICE } from './monitoredDevice';

export const getInformation = operation({
	name: 'Get Information',
	action: 'Get information about monitored device',
	description:
		'Get name, domain, IP addresses and operating system of a device under monitoring; not with a company token',
	fields: { monitoredDevice: MONITORED_DEVICE },
	run: async ({ monitoredDevice }, { teamviewer, output }) => [
		output(await readInformation(teamviewer, monitoredDevice)),
	],
});
