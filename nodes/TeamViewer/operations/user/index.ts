import type { Resource } from '../../execution/operation';
import { get } from './get';
import { getAll } from './getAll';

export const user: Resource = { name: 'User', operations: { get, getAll } };
