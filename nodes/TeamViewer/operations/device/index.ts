import type { Resource } from '../../execution/operation';
import { get } from './get';
import { getAll } from './getAll';

export const device: Resource = { name: 'Device', operations: { get, getAll } };
