import type { Resource } from '../../execution/operation';
import { getAll } from './getAll';

export const auditEvent: Resource = {
	name: 'Audit Event',
	description: 'Who changed or did what in the company, and when',
	operations: { getAll },
};
