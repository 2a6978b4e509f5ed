import { required } from '../../fields/field';
import { deviceGroupLocator } from '../../fields/locators/deviceGroup';
import { managedDeviceLocator } from '../../fields/locators/managedDevice';
import { text } from '../../fields/text';

/** Which device group; shared by everything that works on one. */
export const DEVICE_GROUP = required(
	deviceGroupLocator({ displayName: 'Device Group', description: 'The group of managed devices' }),
);

/** Which device joins or leaves. */
export const MANAGED_DEVICE = required(
	managedDeviceLocator({
		displayName: 'Managed Device',
		description: 'A device that you manage directly, not only through a device group',
	}),
);

/** Source of the limits: TeamViewer's OpenAPI document. */
export const NAME = text({
	displayName: 'Name',
	apiName: 'name',
	placeholder: 'e.g. Shops North',
	minLength: 1,
	maxLength: 100,
	description: 'The name of the device group, up to 100 characters',
	whenEmpty: 'Give a name.',
});
