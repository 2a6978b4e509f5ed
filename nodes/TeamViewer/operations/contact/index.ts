import type { Resource } from '../../execution/operation';
import { getAll } from './getAll';

export const contact: Resource = { name: 'Contact', operations: { getAll } };
