import type { Resource } from '../operation';
import { get } from './get';
import { getAll } from './getAll';

export const connectionReport: Resource = {
	name: 'Connection Report',
	operations: { get, getAll },
};
