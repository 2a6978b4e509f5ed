import type { Resource } from '../../execution/operation';
import { addEmails } from './addEmails';
import { get } from './get';
import { getAll } from './getAll';
import { getEmails } from './getEmails';
import { removeEmails } from './removeEmails';

export const ssoDomain: Resource = {
	name: 'SSO Domain',
	description: 'Single sign-on: whose email addresses sign in through the company',
	operations: { addEmails, get, getAll, getEmails, removeEmails },
};
