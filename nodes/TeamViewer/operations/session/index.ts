import type { Resource } from '../../execution/operation';
import { close } from './close';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

export const session: Resource = {
	name: 'Session',
	description: 'A code and links by which customer and supporter meet',
	operations: { close, create, get, getAll, update },
};
