import type { Resource } from '../operation';
import { getAll } from './getAll';

export const contact: Resource = { name: 'Contact', operations: { getAll } };
