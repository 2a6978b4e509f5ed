import { operation } from '../../execution/operation';
import { CHANGE_OPTIONS, updated } from '../../execution/returnUpdated';
import { updateFields } from '../../fields/collection';
import { policyLocator } from '../../fields/locators/policy';
import { updateDeviceGroup } from '../../teamviewer/deviceGroups';
import { DEVICE_GROUP, NAME } from './fields';

export const update = operation({
	name: 'Update',
	action: 'Update device group',
	description: 'Rename a device group, or set the TeamViewer policy of its devices',
	changes: true,
	fields: {
		deviceGroup: DEVICE_GROUP,
		updateFields: updateFields({
			name: NAME,
			policy: policyLocator({
				displayName: 'Policy',
				description: 'The TeamViewer policy that devices of the group can take over',
				whenEmpty: 'Choose a policy. The operation Remove Policy takes it away.',
			}),
		}),
		options: CHANGE_OPTIONS,
	},
	async run({ deviceGroup: id, updateFields: changed, options }, { teamviewer, output }) {
		const input = { name: changed.name, policyId: changed.policy };
		const isRead = options.returnUpdated !== false;
		const group = await updateDeviceGroup(teamviewer, id, input, isRead);
		return [output(group ?? updated({ id }))];
	},
});
