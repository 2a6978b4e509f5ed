import { required } from '../../fields/field';
import { deviceLocator } from '../../fields/locators/device';
import { secret } from '../../fields/secret';
import { freeText, text } from '../../fields/text';
import { simplifyDevice } from '../../teamviewer/simplify/device';
import type { Device } from '../../teamviewer/types';

/** Which device; shared by everything that works on one. */
export const DEVICE = required(
	deviceLocator({
		displayName: 'Device',
		description: 'The device of the Computers & Contacts list',
	}),
);

/** What can be said about a device both when it is added and later. Source of the limits: the API manual. */
export const DETAILS = {
	alias: text({
		displayName: 'Alias',
		apiName: 'alias',
		placeholder: 'e.g. FRONTDESK-01',
		maxLength: 50,
		description: 'The name of the device in the list, up to 50 characters',
		whenEmpty: 'Give a name.',
	}),
	description: freeText({
		displayName: 'Description',
		apiName: 'description',
		rows: 3,
		placeholder: 'e.g. Till at the entrance',
		maxLength: 2_048,
		cleared: '',
		description: 'Notes about the device, up to 2,048 characters',
	}),
	password: secret({
		displayName: 'Password',
		description: 'Password to connect to the device with, kept with its entry in the list',
		whenEmpty: 'Give a password.',
	}),
};

/** A device as the user wants to see it. */
export function shown(device: Device, simplify: boolean): object {
	return simplify ? simplifyDevice(device) : device;
}
