import type { Resource } from '../../execution/operation';
import { add } from './add';
import { getAll } from './getAll';
import { remove } from './remove';
import { update } from './update';

export const manager: Resource = {
	name: 'Manager',
	description: 'Who may manage or access a managed device',
	operations: { add, getAll, remove, update },
};
