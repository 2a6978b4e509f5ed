import { list, LISTING } from '../../execution/listing';
import { operation } from '../../execution/operation';
import { withDefault } from '../../fields/field';
import { toggle } from '../../fields/toggle';
import { devicePagesOfGroup } from '../../teamviewer/deviceGroups';
import { DEVICE_GROUP } from './fields';

export const getDevices = operation({
	name: 'Get Devices',
	action: 'Get devices of device group',
	description:
		'Get the managed devices in a device group, or those that are about to join or leave',
	fields: {
		deviceGroup: DEVICE_GROUP,
		pending: withDefault(
			toggle({
				displayName: 'Pending',
				default: false,
				description:
					'Whether to get the devices that are offline and join or leave the group when they are online again, instead of those in it',
			}),
		),
		...LISTING,
	},
	async run({ deviceGroup, pending, ...wanted }, context) {
		const pages = devicePagesOfGroup(context.teamviewer, deviceGroup, pending);
		return await list(context, wanted, pages, { things: pending ? 'pending devices' : 'devices' });
	},
});
