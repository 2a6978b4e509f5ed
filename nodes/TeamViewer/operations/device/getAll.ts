import { checkRemoteControlId } from '../../inputs/ids';
import { readText } from '../../inputs/text';
import { groupField, readGroupId } from '../../pickers/group';
import { listDevices } from '../../teamviewer/devices';
import { filtersField, LISTING_FIELDS, SIMPLIFY_FIELD } from '../fields';
import { list, onePage } from '../listing';
import { ONLINE_STATE_FILTER, readOnlineState } from '../onlineState';
import type { Operation } from '../operation';
import { simplifyDevice } from './simplify';

export const getAll: Operation = {
	name: 'Get Many',
	action: 'Get devices',
	description:
		'Get the devices of the Computers & Contacts list with their online state; needs a user token',
	fields: [
		...LISTING_FIELDS,
		SIMPLIFY_FIELD,
		filtersField([
			groupField({
				name: 'group',
				displayName: 'Group',
				description: 'Only devices of this group',
			}),
			{
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. FRONTDESK',
				description: 'Only devices with this in their name',
			},
			ONLINE_STATE_FILTER,
			{
				displayName: 'Remote Control ID',
				name: 'remoteControlId',
				type: 'string',
				default: '',
				placeholder: 'e.g. r123456789',
				description: 'Only the device with this remote control ID or TeamViewer ID',
			},
		]),
	],
	async run(item) {
		const filters = item.collection('filters');
		const remoteControlId = readText(filters.remoteControlId, 'Remote Control ID');
		const query = {
			groupid: readGroupId(filters.group, 'Group'),
			name: readText(filters.name, 'Name'),
			online_state: readOnlineState(filters.onlineState),
			remotecontrol_id:
				remoteControlId === undefined
					? undefined
					: checkRemoteControlId(remoteControlId, 'Remote Control ID'),
		};
		return await list(
			item,
			onePage(() => listDevices(item.client, query)),
			{ things: 'devices', toJson: item.simplify ? simplifyDevice : undefined },
		);
	},
};
