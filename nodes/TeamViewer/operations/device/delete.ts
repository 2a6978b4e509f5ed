import { operation } from '../../execution/operation';
import { deleteDevice } from '../../teamviewer/devices';
import { DEVICE } from './fields';

export const deleteEntry = operation({
	name: 'Delete',
	action: 'Delete device',
	description:
		'Delete a device from the Computers & Contacts list: its alias, description and saved password are lost. The device itself stays as it is and can be added again under a new ID. Needs a user token.',
	changes: true,
	fields: { device: DEVICE },
	async run({ device }, { teamviewer, output }) {
		await deleteDevice(teamviewer, device);
		return [output({ deleted: true })];
	},
});
