import type { Resource } from '../../execution/operation';
import { get } from './get';
import { getPermissions } from './getPermissions';
import { update } from './update';

export const account: Resource = {
	name: 'Account',
	description: 'Who the credential belongs to, and what it may do',
	operations: { get, getPermissions, update },
};
