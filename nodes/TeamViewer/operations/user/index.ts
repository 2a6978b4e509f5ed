import type { Resource } from '../../execution/operation';
import { create } from './create';
import { deleteUser } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getRoles } from './getRoles';
import { resetTfa } from './resetTfa';
import { update } from './update';

export const user: Resource = {
	name: 'User',
	description: 'Who is in the company, with which settings',
	operations: { create, delete: deleteUser, get, getAll, getRoles, resetTfa, update },
};
