import { required } from '../../fields/field';
import { managedDeviceLocator } from '../../fields/locators/managedDevice';
import { simplifyManagedDevice } from '../../teamviewer/simplify/managedDevice';
import type { ManagedDevice } from '../../teamviewer/types';

/** Which managed device; shared by everything that works on one. */
export const MANAGED_DEVICE = required(
	managedDeviceLocator({
		displayName: 'Managed Device',
		description: 'The device under management',
	}),
);

/** A managed device as the user wants to see it. */
export function shown(device: ManagedDevice, simplify: boolean): object {
	return simplify ? simplifyManagedDevice(device) : device;
}
