import type { Resource } from '../../execution/operation';
import { get } from './get';
import { getLicenses } from './getLicenses';
import { update } from './update';

export const company: Resource = {
	name: 'Company',
	description: "The company's name, and which licenses it has",
	operations: { get, getLicenses, update },
};
