import type { Resource } from '../../execution/operation';
import { getAll } from './getAll';

export const auditEvent: Resource = { name: 'Audit Event', operations: { getAll } };
