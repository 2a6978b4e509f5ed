import type { Resource } from '../../execution/operation';
import { create } from './create';
import { deletePolicy } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

export const policy: Resource = {
	name: 'Policy',
	description: 'Which TeamViewer settings devices have to obey',
	operations: { create, delete: deletePolicy, get, getAll, update },
};
