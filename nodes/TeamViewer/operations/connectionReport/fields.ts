import type { INodeProperties } from 'n8n-workflow';

import { groupField } from '../../pickers/group';
import { reportField } from '../../pickers/report';
import { userField } from '../../pickers/user';

/** Which report; shared by everything that works on one. */
export const REPORT_FIELD: INodeProperties = reportField({
	name: 'report',
	displayName: 'Connection Report',
	description: 'The report of one connection',
	required: true,
});

/** What reports can be filtered by, in the list as in the trigger. */
export const REPORT_FILTERS = {
	connectionType: {
		displayName: 'Connection Type',
		name: 'connectionType',
		type: 'options',
		options: [
			{ name: 'Remote Connection', value: 1 },
			{ name: 'Remote Support', value: 2 },
			{ name: 'Remote Support (SDK)', value: 3 },
		],
		default: 1,
		description: 'Only connections of this type',
	},
	deviceId: {
		displayName: 'Device ID',
		name: 'deviceId',
		type: 'string',
		default: '',
		placeholder: 'e.g. 123 456 789',
		description: 'Only connections to the device with this TeamViewer ID',
	},
	deviceName: {
		displayName: 'Device Name',
		name: 'deviceName',
		type: 'string',
		default: '',
		placeholder: 'e.g. FRONTDESK-01',
		description: 'Only connections to devices of this name; needs a user token',
	},
	group: groupField({
		name: 'group',
		displayName: 'Group',
		description: 'Only connections to devices of this group; ID 0 means devices without a group',
	}),
	hasCode: {
		displayName: 'Has Session Code',
		name: 'hasCode',
		type: 'boolean',
		default: true,
		description:
			'Whether to get only connections made with a session code, or (off) only those made without',
	},
	sessionCode: {
		displayName: 'Session Code',
		name: 'sessionCode',
		type: 'string',
		default: '',
		placeholder: 'e.g. s123-456-789',
		description: 'Only connections of the session with this code or link',
	},
	user: userField({
		name: 'user',
		displayName: 'User',
		description: 'Only connections that this user started',
	}),
	username: {
		displayName: 'Username',
		name: 'username',
		type: 'string',
		default: '',
		placeholder: 'e.g. Nathan Smith',
		description: 'Only connections started by users of this name',
	},
} satisfies Record<string, INodeProperties>;
