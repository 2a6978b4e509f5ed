import { readList, readOption } from '../../inputs/text';
import { groupField, readGroupId } from '../../pickers/group';
import { assigneeField, readUserId } from '../../pickers/user';
import { sessionPages } from '../../teamviewer/sessions';
import { filtersField, LISTING_FIELDS, SIMPLIFY_FIELD } from '../fields';
import { list } from '../listing';
import type { Operation } from '../operation';
import { simplifySession } from './simplify';

const STATES = ['open', 'closed'] as const;

export const getAll: Operation = {
	name: 'Get Many',
	action: 'Get sessions',
	description: 'Get support sessions, newest first; open ones unless another state is chosen',
	fields: [
		...LISTING_FIELDS,
		SIMPLIFY_FIELD,
		filtersField([
			assigneeField({
				name: 'assignedUser',
				displayName: 'Assigned User',
				description: 'Only sessions that are assigned to this user',
			}),
			groupField({
				name: 'group',
				displayName: 'Group',
				description: 'Only sessions of this group',
			}),
			{
				displayName: 'State',
				name: 'state',
				type: 'multiOptions',
				options: [
					{ name: 'Closed', value: 'closed' },
					{ name: 'Open', value: 'open' },
				],
				default: ['open'],
				description: 'Only sessions in these states',
			},
		]),
	],
	async run(item) {
		const filters = item.collection('filters');
		const states = readList(filters.state, 'State')?.map(
			(state) => readOption(state, 'State', STATES) as string,
		);
		const pages = sessionPages(item.client, {
			assigned_userid: readUserId(filters.assignedUser, 'Assigned User'),
			groupid: readGroupId(filters.group, 'Group'),
			state: states?.join(','),
		});
		return await list(item, pages, {
			things: 'sessions',
			toJson: item.simplify ? simplifySession : undefined,
		});
	},
};
