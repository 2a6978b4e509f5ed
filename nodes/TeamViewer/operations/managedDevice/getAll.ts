import { list, LISTING } from '../../execution/listing';
import { operation } from '../../execution/operation';
import { choice } from '../../fields/choice';
import { filters } from '../../fields/collection';
import { managedDevicePages } from '../../teamviewer/managedDevices';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get managed devices',
	description: 'Get the devices that you or your company manage, and whether they are online',
	fields: {
		...LISTING,
		filters: filters({
			scope: choice({
				displayName: 'Scope',
				options: [
					{ name: 'Company', value: 'company', description: 'All devices of the company' },
					{ name: 'Own', value: 'own', description: "Devices that the token's user manages" },
				],
				default: 'own',
				description: 'Whose devices to get',
			}),
		}),
	},
	async run({ filters: { scope = 'own' }, ...wanted }, context) {
		const pages = managedDevicePages(context.teamviewer, scope);
		return await list(context, wanted, pages, { things: 'managed devices' });
	},
});
