import type { Resource } from '../../execution/operation';
import { assign } from './assign';
import { create } from './create';
import { deleteEntry } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

export const device: Resource = {
	name: 'Device',
	description: 'Which devices stand in Computers & Contacts',
	operations: { assign, create, delete: deleteEntry, get, getAll, update },
};
