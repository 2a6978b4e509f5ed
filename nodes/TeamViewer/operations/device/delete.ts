import { operation } from '../../execution/operation';
import { deleteDevice } from '../../teamviewer/devices';
import { DEVICE } from './fields';

export const deleteEntry = operation({
	name: 'Delete',
	action: 'Delete device',
	description:
		"Delete a device's entry with alias, description and password; it can be added again. Not with a company token.",
	changes: true,
	fields: { device: DEVICE },
	async run({ device }, { teamviewer, output }) {
		await deleteDevice(teamviewer, device);
		return [output({ deleted: true })];
	},
});
