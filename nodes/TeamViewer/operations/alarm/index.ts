import type { Resource } from '../../execution/operation';
import { getAll } from './getAll';

export const alarm: Resource = {
	name: 'Alarm',
	description: 'Which device has a problem, and since when',
	operations: { getAll },
};
