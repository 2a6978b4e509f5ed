import { InvalidInput } from '../../errors/invalidInput';
import { quoted } from '../../errors/quoted';
import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../fields/simplify';
import { additionalFields } from '../../fields/collection';
import { required } from '../../fields/field';
import { groupLocator } from '../../fields/locators/group';
import { checkRemoteControlId } from '../../fields/teamViewerId';
import { text } from '../../fields/text';
import type { TeamViewerClient } from '../../teamviewer/client';
import { createDevice, listDevices } from '../../teamviewer/devices';
import { reasonOf } from '../../teamviewer/teamViewerError';
import { withoutUndefined } from '../../teamviewer/withoutUndefined';
import { DETAILS, shown } from './fields';

const REMOTE_CONTROL_ID = text({
	displayName: 'TeamViewer ID',
	apiName: 'remotecontrol_id',
	placeholder: 'e.g. 123 456 789',
	check: checkRemoteControlId,
	description: 'The number that people connect to, or the remote control ID, e.g. r123456789',
	whenEmpty: 'Give the TeamViewer ID of the device, e.g. 123 456 789.',
});

export const create = operation({
	name: 'Create',
	action: 'Create device',
	description:
		'Add a device to the Computers & Contacts list by its TeamViewer ID; not with a company token',
	changes: true,
	fields: {
		remoteControlId: required(REMOTE_CONTROL_ID),
		group: required(
			groupLocator({
				displayName: 'Group',
				description: 'The group that the device is listed in',
				whenEmpty: 'Choose a group, or give its ID, e.g. g12345.',
			}),
		),
		simplify: SIMPLIFY,
		additionalFields: additionalFields(DETAILS),
	},
	async run({ remoteControlId, group, simplify, additionalFields: details }, context) {
		const { teamviewer, output } = context;
		const { alias, description, password } = details;
		const input = withoutUndefined({
			remotecontrol_id: remoteControlId,
			groupid: group,
			...{ alias, description, password },
		});
		const device = await createDevice(teamviewer, input).catch(async (error: unknown) => {
			if (reasonOf(error) === 'refused') await refuseListed(teamviewer, remoteControlId);
			throw error;
		});
		return [output(shown(device, simplify))];
	},
});

/**
 * TeamViewer refuses a device that is listed already; how it says so is not known, so it is looked up then.
 *
 * @throws {InvalidInput} naming the entry.
 */
async function refuseListed(client: TeamViewerClient, remoteControlId: string): Promise<void> {
	const listed = await listDevices(client, { remotecontrol_id: remoteControlId }).catch(() => []);
	const device = listed.find(({ remotecontrol_id }) => remotecontrol_id === remoteControlId);
	if (!device) return;
	throw new InvalidInput(
		`'${REMOTE_CONTROL_ID.label}' is ${quoted(remoteControlId)}, which is in the Computers & Contacts list already: device ${device.device_id} in group ${device.groupid}`,
		'Use the operation Update to change or move it.',
	);
}
