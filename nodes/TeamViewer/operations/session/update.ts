import { readOption } from '../../inputs/text';
import { groupOrNameField, readGroup } from '../../pickers/group';
import { requireSessionCode } from '../../pickers/session';
import { updateSession } from '../../teamviewer/sessions';
import { requireChanges, SIMPLIFY_FIELD } from '../fields';
import type { Operation } from '../operation';
import { present } from '../present';
import { DETAIL_FIELDS, SESSION_FIELD } from './fields';
import { readDetails } from './input';
import { changedSession } from './output';

const STATES = ['open', 'closed'] as const;

export const update: Operation = {
	name: 'Update',
	action: 'Update session',
	description: 'Change, assign, close or reopen a support session',
	fields: [
		SESSION_FIELD,
		SIMPLIFY_FIELD,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				DETAIL_FIELDS.assignedUser,
				DETAIL_FIELDS.customApi,
				DETAIL_FIELDS.description,
				DETAIL_FIELDS.endCustomerEmail,
				DETAIL_FIELDS.endCustomerName,
				groupOrNameField({
					name: 'group',
					displayName: 'Group',
					description: 'The group that the session moves to',
				}),
				{
					displayName: 'State',
					name: 'state',
					type: 'options',
					options: [
						{ name: 'Closed', value: 'closed', description: 'Close the session' },
						{ name: 'Open', value: 'open', description: 'Reopen the session' },
					],
					default: 'closed',
					description: 'Whether the session can be used',
				},
				DETAIL_FIELDS.waitingMessage,
			],
		},
	],
	async run(item) {
		const code = requireSessionCode(item.parameter('session'), 'Session');
		const fields = item.collection('updateFields');
		const changes = {
			...readGroup(fields.group, 'Group'),
			...readDetails(fields),
			...present({ state: readOption(fields.state, 'State', STATES) }),
		};
		requireChanges(changes);
		await updateSession(item.client, code, changes);
		return [await changedSession(item, code, 'The session was changed')];
	},
};
