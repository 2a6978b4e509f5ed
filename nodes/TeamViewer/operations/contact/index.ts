import type { Resource } from '../../execution/operation';
import { create } from './create';
import { deleteContact } from './delete';
import { get } from './get';
import { getAll } from './getAll';

export const contact: Resource = {
	name: 'Contact',
	description: 'Entries of Computers & Contacts: which people are listed there',
	operations: { create, delete: deleteContact, get, getAll },
};
