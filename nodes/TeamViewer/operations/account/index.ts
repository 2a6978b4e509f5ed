import type { Resource } from '../../execution/operation';
import { get } from './get';
import { getPermissions } from './getPermissions';
import { update } from './update';

export const account: Resource = {
	name: 'Account',
	operations: { get, getPermissions, update },
};
