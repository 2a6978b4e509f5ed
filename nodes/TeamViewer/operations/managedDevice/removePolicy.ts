import { operation } from '../../execution/operation';
import { POLICY_TYPES } from '../../fields/policyTypes';
import { removePoliciesOfDevice } from '../../teamviewer/managedDevices';
import { MANAGED_DEVICE } from './fields';

export const removePolicy = operation({
	name: 'Remove Policy',
	action: 'Remove policy from managed device',
	description:
		'Take policies away from a managed device; the policies themselves stay and can be set again',
	changes: true,
	fields: { managedDevice: MANAGED_DEVICE, policyTypes: POLICY_TYPES },
	async run({ managedDevice, policyTypes }, { teamviewer, output }) {
		await removePoliciesOfDevice(teamviewer, managedDevice, policyTypes);
		return [output({ deleted: true })];
	},
});
