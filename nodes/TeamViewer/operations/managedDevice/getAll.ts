import { list, LISTING } from '../../execution/listing';
import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../execution/simplify';
import { choice } from '../../fields/choice';
import { filters } from '../../fields/collection';
import { managedDevicePages } from '../../teamviewer/managedDevices';
import { simplifyManagedDevice } from '../../teamviewer/simplify/managedDevice';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get managed devices',
	description: 'Get the devices that you or your company manage, and whether they are online',
	fields: {
		...LISTING,
		simplify: SIMPLIFY,
		filters: filters({
			scope: choice({
				displayName: 'Scope',
				options: [
					{
						name: 'Company',
						value: 'company',
						description: 'All devices of the company; needs a company administrator',
					},
					{
						name: 'Own',
						value: 'own',
						description:
							"Devices that the token's user manages in person, not through a device group",
					},
				],
				default: 'own',
				description: 'Whose devices to get',
			}),
		}),
	},
	async run({ simplify, filters: { scope = 'own' }, ...wanted }, context) {
		const pages = managedDevicePages(context.teamviewer, scope);
		return await list(context, wanted, pages, {
			things: 'managed devices',
			toJson: simplify ? simplifyManagedDevice : undefined,
		});
	},
});
