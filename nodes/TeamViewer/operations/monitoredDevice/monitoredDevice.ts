import { required } from '../../fields/field';
import { monitoredDeviceLocator } from '../../fields/locators/monitoredDevice';

/** Which device; shared by everything that tells of one. */
export const MONITORED_DEVICE = required(
	monitoredDeviceLocator({
		displayName: 'Monitored Device',
		description: 'The device under monitoring',
	}),
);
