import { list, onePage } from '../../execution/listing';
import { LISTING } from '../../fields/listing';
import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../fields/simplify';
import { filters } from '../../fields/collection';
import { ONLINE_STATE } from '../../fields/filters/onlineState';
import { groupLocator } from '../../fields/locators/group';
import { checkRemoteControlId } from '../../fields/teamViewerId';
import { nameFilter } from '../../fields/filters/nameFilter';
import { text } from '../../fields/text';
import { listDevices } from '../../teamviewer/devices';
import { simplifyDevice } from '../../teamviewer/simplify/device';

const NAME = nameFilter({
	displayName: 'Name',
	apiName: 'name',
	placeholder: 'e.g. FRONTDESK-01',
	isPartEnough: 'unknown',
	description: 'Only devices of this name',
});

export const getAll = operation({
	name: 'Get Many',
	action: 'Get devices',
	description:
		'Get the devices of the Computers & Contacts list with their online state; not with a company token',
	fields: {
		...LISTING,
		simplify: SIMPLIFY,
		filters: filters({
			group: groupLocator({ displayName: 'Group', description: 'Only devices of this group' }),
			name: NAME,
			onlineState: ONLINE_STATE,
			remoteControlId: text({
				displayName: 'TeamViewer ID',
				apiName: 'remotecontrol_id',
				placeholder: 'e.g. 123 456 789',
				check: checkRemoteControlId,
				description: 'Only the device with this TeamViewer ID, or with this remote control ID',
			}),
		}),
	},
	async run({ simplify, filters: chosen, ...wanted }, context) {
		const query = {
			groupid: chosen.group,
			name: chosen.name,
			online_state: chosen.onlineState,
			remotecontrol_id: chosen.remoteControlId,
		};
		const pages = onePage(() => listDevices(context.teamviewer, query));
		return await list(context, wanted, pages, {
			things: 'devices',
			toJson: simplify ? simplifyDevice : undefined,
			whenEmpty: NAME.whenNothingFits(chosen.name),
		});
	},
});
