import type { Resource } from '../../execution/operation';
import { get } from './get';
import { getLicenses } from './getLicenses';
import { update } from './update';

export const company: Resource = {
	name: 'Company',
	description: 'The TeamViewer company: its name, which licenses it has and uses',
	operations: { get, getLicenses, update },
};
