import type { Resource } from '../../execution/operation';
import { getAll } from './getAll';

export const alarm: Resource = { name: 'Alarm', operations: { getAll } };
