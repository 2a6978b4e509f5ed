import type { Resource } from '../../execution/operation';
import { create } from './create';
import { deleteGroup } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { share } from './share';
import { unshare } from './unshare';
import { update } from './update';

export const group: Resource = {
	name: 'Group',
	description: 'How Computers & Contacts and sessions are sorted',
	operations: { create, delete: deleteGroup, get, getAll, share, unshare, update },
};
