import type { Resource } from '../../execution/operation';
import { addMembers } from './addMembers';
import { create } from './create';
import { deleteOne } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getMembers } from './getMembers';
import { getRole } from './getRole';
import { removeMembers } from './removeMembers';
import { update } from './update';

export const userGroup: Resource = {
	name: 'User Group',
	description: 'Which users belong together, and share a role',
	operations: {
		addMembers,
		create,
		delete: deleteOne,
		get,
		getAll,
		getMembers,
		getRole,
		removeMembers,
		update,
	},
};
