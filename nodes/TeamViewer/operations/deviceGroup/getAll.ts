import { list, LISTING } from '../../execution/listing';
import { operation } from '../../execution/operation';
import { filters } from '../../fields/collection';
import { managedDeviceLocator } from '../../fields/locators/managedDevice';
import { deviceGroupPages, groupPagesOfDevice } from '../../teamviewer/deviceGroups';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get device groups',
	description: 'Get the device groups that you manage, or those that one managed device is in',
	fields: {
		...LISTING,
		filters: filters({
			managedDevice: managedDeviceLocator({
				displayName: 'Managed Device',
				description: 'Only the groups that this device is in',
			}),
		}),
	},
	async run({ filters: { managedDevice }, ...wanted }, context) {
		const pages =
			managedDevice === undefined
				? deviceGroupPages(context.teamviewer)
				: groupPagesOfDevice(context.teamviewer, managedDevice);
		return await list(context, wanted, pages, { things: 'device groups' });
	},
});
