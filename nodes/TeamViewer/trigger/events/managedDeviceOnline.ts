import { isOnline, managedDeviceEvent } from './managedDevices';

/** Managed devices that come online. */
export const managedDeviceOnline = managedDeviceEvent({
	name: 'Managed Device Online',
	description:
		'When a managed device that was offline comes online; one that goes and comes back between two polls is not seen.',
	isInState: isOnline,
	emptyMessage: 'No managed device is online',
	emptyRemedy: 'Start TeamViewer on a managed device, or change the filters.',
});
