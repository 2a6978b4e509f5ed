import { InvalidInput } from '../../errors/invalidInput';
import { operation } from '../../execution/operation';
import { CHANGE_OPTIONS, updated } from '../../execution/returnUpdated';
import { SIMPLIFY } from '../../execution/simplify';
import { then, updateFields } from '../../fields/collection';
import { deviceGroupLocator } from '../../fields/locators/deviceGroup';
import { policyLocator } from '../../fields/locators/policy';
import { freeText, text } from '../../fields/text';
import { updateManagedDevice } from '../../teamviewer/managedDevices';
import { MANAGED_DEVICE, shown } from './fields';

const CHANGES = updateFields({
	description: freeText({
		displayName: 'Description',
		apiName: 'deviceDescription',
		rows: 3,
		placeholder: 'e.g. Till at the entrance',
		cleared: '',
		description:
			'Replaces the description of the device; empty clears it. Together with other fields it costs one more call.',
	}),
	name: text({
		displayName: 'Name',
		apiName: 'name',
		placeholder: 'e.g. FRONTDESK-01',
		minLength: 1,
		maxLength: 100,
		description: 'The new name of the device, up to 100 characters',
		whenEmpty: 'Give a name.',
	}),
	policy: policyLocator({
		displayName: 'Policy',
		apiName: 'teamviewerPolicyId',
		description: 'The TeamViewer policy of the device',
		whenEmpty: 'Choose a policy. The operation Remove Policy takes it away.',
	}),
	policyFromGroup: deviceGroupLocator({
		displayName: 'Policy From Group',
		apiName: 'managedGroupId',
		description:
			'A device group that the device is in: the device takes over its TeamViewer policy. It does not move the device; Change Groups does.',
		whenEmpty: 'Choose a device group that the device is in.',
	}),
});

export const update = operation({
	name: 'Update',
	action: 'Update managed device',
	description:
		'Rename or describe a managed device, or set its TeamViewer policy. Change Groups moves it.',
	changes: true,
	fields: {
		managedDevice: MANAGED_DEVICE,
		simplify: SIMPLIFY,
		updateFields: then(CHANGES, (changed) => {
			const { description, name, policy: policyId, policyFromGroup } = changed;
			if (policyId !== undefined && policyFromGroup !== undefined) {
				throw new InvalidInput(
					"'Policy' and 'Policy From Group' cannot be used together",
					'Remove one of the two fields.',
				);
			}
			return { description, name, policyId, policyFromGroup };
		}),
		options: CHANGE_OPTIONS,
	},
	async run({ managedDevice: id, simplify, updateFields: input, options }, context) {
		const { teamviewer, output } = context;
		const isRead = options.returnUpdated !== false;
		const device = await updateManagedDevice(teamviewer, id, input, isRead);
		return [output(device ? shown(device, simplify) : updated({ id }))];
	},
});
