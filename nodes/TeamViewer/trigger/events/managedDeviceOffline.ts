import { isOnline, managedDeviceEvent } from './managedDevices';

/** Managed devices that go offline. */
export const managedDeviceOffline = managedDeviceEvent({
	name: 'Managed Device Offline',
	description:
		'When a managed device that was online goes offline; one that goes and comes back between two polls is not seen.',
	isInState: (device) => {
		const isReached = isOnline(device);
		return isReached === undefined ? undefined : !isReached;
	},
	emptyMessage: 'No managed device is offline',
	emptyRemedy: 'Exit TeamViewer on a managed device, or change the filters.',
});
