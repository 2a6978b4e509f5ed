import { isOnline, managedDeviceEvent } from './managedDevices';

/** Managed devices that come online. */
export const managedDeviceOnline = managedDeviceEvent({
	name: 'Managed Device Online',
	description:
		'When a managed device comes online; not if it is offline again before the next poll',
	isInState: isOnline,
	emptyMessage: 'No managed device is online',
	emptyRemedy: 'Start TeamViewer on a managed device, or change the filters.',
});
