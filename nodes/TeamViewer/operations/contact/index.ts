import type { Resource } from '../../execution/operation';
import { create } from './create';
import { deleteContact } from './delete';
import { get } from './get';
import { getAll } from './getAll';

export const contact: Resource = {
	name: 'Contact',
	description: 'Which people stand in Computers & Contacts',
	operations: { create, delete: deleteContact, get, getAll },
};
