import { list } from '../../execution/listing';
import { LISTING } from '../../fields/listing';
import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../fields/simplify';
import { filters } from '../../fields/collection';
import { MANAGED_SCOPE } from '../../fields/filters/managedDevice';
import { managedDevicePages } from '../../teamviewer/managedDevices';
import { simplifyManagedDevice } from '../../teamviewer/simplify/managedDevice';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get managed devices',
	description: 'Get the devices that you or your company manage, and whether they are online',
	fields: {
		...LISTING,
		simplify: SIMPLIFY,
		filters: filters({ scope: MANAGED_SCOPE }),
	},
	async run({ simplify, filters: { scope = 'own' }, ...wanted }, context) {
		const pages = managedDevicePages(context.teamviewer, scope);
		return await list(context, wanted, pages, {
			things: 'managed devices',
			toJson: simplify ? simplifyManagedDevice : undefined,
		});
	},
});
