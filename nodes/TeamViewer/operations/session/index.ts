import type { Resource } from '../../execution/operation';
import { close } from './close';
import { create } from './create';
import { get } from './get';
import { getAll } from './getAll';
import { update } from './update';

export const session: Resource = {
	name: 'Session',
	description: 'Support sessions: a code and links that customer and supporter meet by',
	operations: { close, create, get, getAll, update },
};
