import { operation } from '../../execution/operation';
import { POLICY_TYPES } from '../../fields/policyTypes';
import { removePoliciesOfGroup } from '../../teamviewer/deviceGroups';
import { DEVICE_GROUP } from './fields';

export const removePolicy = operation({
	name: 'Remove Policy',
	action: 'Remove policy from device group',
	description:
		'Take policies away from a device group; the policies themselves stay and can be set again',
	changes: true,
	fields: { deviceGroup: DEVICE_GROUP, policyTypes: POLICY_TYPES },
	async run({ deviceGroup, policyTypes }, { teamviewer, output }) {
		await removePoliciesOfGroup(teamviewer, deviceGroup, policyTypes);
		return [output({ deleted: true })];
	},
});
