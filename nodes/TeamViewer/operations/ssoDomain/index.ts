import type { Resource } from '../../execution/operation';
import { addEmails } from './addEmails';
import { get } from './get';
import { getAll } from './getAll';
import { getEmails } from './getEmails';
import { removeEmails } from './removeEmails';

export const ssoDomain: Resource = {
	name: 'SSO Domain',
	description: "Whose emails sign in through the company's provider",
	operations: { addEmails, get, getAll, getEmails, removeEmails },
};
