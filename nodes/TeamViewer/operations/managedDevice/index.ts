import type { Resource } from '../operation';
import { getAll } from './getAll';

export const managedDevice: Resource = { name: 'Managed Device', operations: { getAll } };
