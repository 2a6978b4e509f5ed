import { InvalidInput } from '../../errors/invalidInput';
import { quoted } from '../../errors/quoted';
import { answered } from '../../execution/answered';
import { operation } from '../../execution/operation';
import { choicesFromList } from '../../fields/choicesFromList';
import { DEVICE_GROUP_ID } from '../../fields/locators/idForm';
import { changeGroupsOfDevice } from '../../teamviewer/managedDevices';
import { MANAGED_DEVICE } from './fields';

const ADD = 'Add to Groups';
const REMOVE = 'Remove From Groups';

export const changeGroups = operation({
	name: 'Change Groups',
	action: 'Change groups of managed device',
	description:
		'Move a managed device between device groups; one that is offline moves when it is online',
	changes: true,
	fields: {
		managedDevice: MANAGED_DEVICE,
		addToGroups: choicesFromList(
			{
				displayName: ADD,
				apiName: 'AddedChainIds',
				description: 'The device groups that the device joins',
			},
			'getDeviceGroups',
			DEVICE_GROUP_ID,
		),
		removeFromGroups: choicesFromList(
			{
				displayName: REMOVE,
				apiName: 'RemovedChainIds',
				description: 'The device groups that the device leaves; it stays under management',
			},
			'getDeviceGroups',
			DEVICE_GROUP_ID,
		),
	},
	check({ addToGroups = [], removeFromGroups = [] }) {
		if (addToGroups.length + removeFromGroups.length === 0) {
			throw new InvalidInput(
				`'${ADD}' and '${REMOVE}' are empty, so there is nothing to change`,
				'Choose at least one device group.',
			);
		}
		const removed = new Set(removeFromGroups.map((id) => id.toLowerCase()));
		const both = addToGroups.find((id) => removed.has(id.toLowerCase()));
		if (both === undefined) return;
		throw new InvalidInput(
			`The device group ${quoted(both)} is in '${ADD}' and in '${REMOVE}'`,
			'Remove it from one of the two fields.',
		);
	},
	async run({ managedDevice, addToGroups, removeFromGroups }, { teamviewer, output }) {
		const groups = { added: addToGroups, removed: removeFromGroups };
		return [output(answered(await changeGroupsOfDevice(teamviewer, managedDevice, groups)))];
	},
});
