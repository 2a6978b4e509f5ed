import type { Resource } from '../../execution/operation';
import { getAll } from './getAll';

export const auditEvent: Resource = {
	name: 'Audit Event',
	description: "The company's event log: who changed or did what, and when",
	operations: { getAll },
};
