import type { Resource } from '../../execution/operation';
import { get } from './get';

export const account: Resource = { name: 'Account', operations: { get } };
