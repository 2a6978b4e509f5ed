import type { ManagedTarget } from '../teamviewer/managers';
import { choice } from './choice';
import { required, shownWhen, withDefault } from './field';
import { deviceGroupLocator } from './locators/deviceGroup';
import { managedDeviceLocator } from './locators/managedDevice';

/** What managers are asked of. */
export type Target = 'managedDevice' | 'deviceGroup';

/** Whose managers: those of one managed device, or of one device group. */
export const MANAGED_TARGET = {
	target: withDefault(
		choice({
			displayName: 'Target',
			options: [
				{ name: 'Device Group', value: 'deviceGroup' },
				{ name: 'Managed Device', value: 'managedDevice' },
			],
			default: 'managedDevice',
			description: 'Whether it is about the managers of a device or of a device group',
		}),
	),
	managedDevice: shownWhen(
		{ target: ['managedDevice'] },
		required(
			managedDeviceLocator({
				displayName: 'Managed Device',
				description: 'The device whose managers are meant',
			}),
		),
	),
	deviceGroup: shownWhen(
		{ target: ['deviceGroup'] },
		required(
			deviceGroupLocator({
				displayName: 'Device Group',
				description: 'The device group whose managers are meant',
			}),
		),
	),
};

/** The target of an item; the one that is not shown was not read. */
export function managedTarget(given: {
	target: Target;
	managedDevice?: string;
	deviceGroup?: string;
}): ManagedTarget {
	const { target, managedDevice = '', deviceGroup = '' } = given;
	return target === 'deviceGroup' ? { deviceGroup } : { managedDevice };
}
