import type { Resource } from '../../execution/operation';
import { getAll } from './getAll';

export const managedDevice: Resource = { name: 'Managed Device', operations: { getAll } };
