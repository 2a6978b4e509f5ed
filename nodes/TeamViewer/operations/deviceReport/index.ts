import type { Resource } from '../../execution/operation';
import { getAll } from './getAll';

export const deviceReport: Resource = { name: 'Device Report', operations: { getAll } };
