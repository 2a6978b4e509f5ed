import { isOnline, managedDeviceEvent } from './managedDevices';

/** Managed devices that go offline. */
export const managedDeviceOffline = managedDeviceEvent({
	name: 'Managed Device Offline',
	description: 'When a managed device goes offline; not if it is online again before the next poll',
	isInState: (device) => {
		const isReached = isOnline(device);
		return isReached === undefined ? undefined : !isReached;
	},
	emptyMessage: 'No managed device is offline',
	emptyRemedy: 'Exit TeamViewer on a managed device, or change the filters.',
});
