import { operation } from '../../execution/operation';
import { CHANGE_OPTIONS, updated } from '../../fields/returnUpdated';
import { SIMPLIFY } from '../../fields/simplify';
import { updateFields } from '../../fields/collection';
import { groupLocator } from '../../fields/locators/group';
import { devicePolicyLocator } from '../../fields/locators/policy';
import { updateDevice } from '../../teamviewer/devices';
import { withoutUndefined } from '../../teamviewer/withoutUndefined';
import { DETAILS, DEVICE, shown } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update device',
	description:
		'Rename, describe or move a device of the Computers & Contacts list, or set its policy; not with a company token',
	changes: true,
	fields: {
		device: DEVICE,
		simplify: SIMPLIFY,
		updateFields: updateFields({
			...DETAILS,
			group: groupLocator({
				displayName: 'Group',
				description: 'The group that the device moves to',
				whenEmpty: 'Choose a group, or give its ID, e.g. g12345.',
			}),
			policy: devicePolicyLocator({
				displayName: 'Policy',
				description:
					'The TeamViewer policy of the device. By ID also takes inherit, for the policy of its group, and none. Together with a group it costs one more call.',
				whenEmpty: 'Choose a policy, or give none By ID to take it away.',
			}),
		}),
		options: CHANGE_OPTIONS,
	},
	async run({ device: id, simplify, updateFields: changed, options }, { teamviewer, output }) {
		const { alias, description, password, group, policy } = changed;
		const input = withoutUndefined({
			...{ alias, description, password },
			groupid: group,
			policy_id: policy,
		});
		const isRead = options.returnUpdated !== false;
		const device = await updateDevice(teamviewer, id, input, isRead);
		return [output(device ? shown(device, simplify) : updated({ device_id: id }))];
	},
});
