import type { Resource } from '../../execution/operation';
import { changeGroups } from './changeGroups';
import { stopManaging } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { removePolicy } from './removePolicy';
import { update } from './update';

export const managedDevice: Resource = {
	name: 'Managed Device',
	description: 'Which devices are under management, and online',
	operations: { changeGroups, delete: stopManaging, get, getAll, removePolicy, update },
};
