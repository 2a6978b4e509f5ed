import { list } from '../../execution/listing';
import { LISTING } from '../../fields/listing';
import { operation } from '../../execution/operation';
import { withDefault } from '../../fields/field';
import { choice } from '../../fields/choice';
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
			choice({
				displayName: 'Pending',
				options: [
					{ name: 'In the Group', value: false, description: 'The devices that are in it now' },
					{
						name: 'Joining or Leaving',
						value: true,
						description: 'Those that are offline: they join or leave when they are online again',
					},
				],
				default: false,
				description: 'Which devices to get',
			}),
		),
		...LISTING,
	},
	async run({ deviceGroup, pending, ...wanted }, context) {
		const pages = devicePagesOfGroup(context.teamviewer, deviceGroup, pending);
		return await list(context, wanted, pages, { things: pending ? 'pending devices' : 'devices' });
	},
});
