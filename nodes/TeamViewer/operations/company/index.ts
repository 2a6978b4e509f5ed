import type { Resource } from '../../execution/operation';
import { get } from './get';
import { getLicenses } from './getLicenses';
import { update } from './update';

export const company: Resource = {
	name: 'Company',
	operations: { get, getLicenses, update },
};
