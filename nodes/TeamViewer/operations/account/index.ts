import type { Resource } from '../../execution/operation';
import { get } from './get';
import { getPermissions } from './getPermissions';
import { update } from './update';

export const account: Resource = {
	name: 'Account',
	description: 'The TeamViewer account of the credential: who is connected, what it may do',
	operations: { get, getPermissions, update },
};
