import { managedDeviceEvent } from './managedDevices';

/** Devices that come under management, or into the device group. */
export const managedDeviceAdded = managedDeviceEvent({
	name: 'Managed Device Added',
	description:
		'When a device comes under management or into the device group; not if it leaves before the next poll',
	emptyMessage: 'There is no managed device to show',
	emptyRemedy:
		"Change the filters, or add a device to the management. 'Own' lists devices that you manage in person only.",
});
