import type { INodeListSearchItems } from 'n8n-workflow';

import { InvalidInput } from '../../errors/invalidInput';
import { quoted } from '../../errors/quoted';
import type { TeamViewerClient } from '../../teamviewer/client';
import type { User } from '../../teamviewer/types';
import { listUsers, userIdOf } from '../../teamviewer/users';
import type { Field, Wording } from '../field';
import { LookUp } from '../lookUp';
import { checkEmail } from '../text';
import { byName, entries, parts, slice } from './entries';
import { ASSIGNEE_ID, checkId, USER_ID } from './idForm';
import { byId, fromList, locator, typed, validation, type Mode } from './locator';
import type { Search } from './search';

const read: Mode<string>['read'] = (value, label) => checkId(value, label, USER_ID);

const USER = {
	apiName: 'userid',
	whenEmpty: 'Choose a user from the list, or give an ID, e.g. u12345.',
};

/** So many email addresses fit into an address line that every proxy takes. */
const MOST_EMAILS = 50;

const ASSIGNEE = {
	apiName: 'assigned_userid',
	whenEmpty: 'Choose Nobody to take the user away.',
};

const USER_FROM_LIST = fromList('searchUsers', 'Select a user...', read);
const ASSIGNEE_FROM_LIST = fromList('searchAssignees', 'Select a user...', (value, label) =>
	checkId(value, label, ASSIGNEE_ID),
);
const ASSIGNEE_BY_ID = byId(ASSIGNEE_ID, 'u0 means nobody');

/** What forms and HR systems know of a user; costs one call for all items with the same address. */
const BY_EMAIL = typed<string>(
	{ name: 'email', displayName: 'By Email', placeholder: 'e.g. nathan@example.com' },
	(value, label) => userByEmail(checkEmail(value, label), label),
);

/** Chooses a user of the company. */
export function userLocator(wording: Wording): Field<string | undefined> {
	return locator({ ...USER, ...wording }, [USER_FROM_LIST, byId(USER_ID), BY_EMAIL]);
}

/** The same for what is read again and again, as a trigger's filter is: an email would be looked up each time. */
export function watchedUserLocator(wording: Wording): Field<string | undefined> {
	return locator({ ...USER, ...wording }, [USER_FROM_LIST, byId(USER_ID)]);
}

/** Chooses whom a session is assigned to; `u0` is nobody. */
export function assigneeLocator(wording: Wording): Field<string | undefined> {
	return locator({ ...ASSIGNEE, ...wording }, [ASSIGNEE_FROM_LIST, ASSIGNEE_BY_ID, BY_EMAIL]);
}

/** The same for what is read again and again. */
export function watchedAssigneeLocator(wording: Wording): Field<string | undefined> {
	return locator({ ...ASSIGNEE, ...wording }, [ASSIGNEE_FROM_LIST, ASSIGNEE_BY_ID]);
}

/** Chooses users of the company, each once: one from the list, or several by their IDs or email addresses. */
export function usersLocator(wording: Wording): Field<string[] | undefined> {
	return locator<string[]>({ ...USER, ...wording }, [
		fromList('searchUsers', 'Select a user...', (value, label) => [read(value, label) as string]),
		typed(
			{
				...{ displayName: 'By ID', name: 'id', placeholder: `e.g. ${USER_ID.example}, u67890` },
				hint: 'Separate several by commas, or give a list by an expression',
				validation: validation(
					// Commas with nothing between them are read over.
					`[\\s,]*(?:${USER_ID.accepted})(?:\\s*,[\\s,]*(?:${USER_ID.accepted}))*[\\s,]*`,
					`IDs look like ${USER_ID.example}; separate several by commas`,
				),
			},
			(value, label) => unique(separated(value, label).map((id) => checkId(id, label, USER_ID))),
		),
		typed(
			{
				...{ displayName: 'By Email', name: 'email' },
				placeholder: 'e.g. nathan@example.com, ada@example.com',
				hint: 'Separate several by commas, or give a list by an expression',
			},
			(value, label) =>
				usersByEmail(
					separated(value, label).map((email) => checkEmail(email, label)),
					label,
				),
		),
	]);
}

/** @throws {InvalidInput} when there is nothing between the commas. */
function separated(value: string, label: string): string[] {
	const parts = value.split(',').map((part) => part.trim());
	const given = parts.filter(Boolean);
	if (given.length > 0) return given;
	throw new InvalidInput(`'${label}' is empty`, USER.whenEmpty);
}

function unique(texts: string[]): string[] {
	return [...new Set(texts)];
}

/** Finds a user by the exact email address. @throws {InvalidInput} when it is not exactly one. */
function userByEmail(email: string, label: string): LookUp<string> {
	return new LookUp(`user by email ${email.toLowerCase()}`, async (client) =>
		onlyUser(await listUsers(client, { email }), email, label),
	);
}

/** The same for several addresses, of which TeamViewer takes many in one call. */
function usersByEmail(emails: string[], label: string): LookUp<string[]> {
	const wanted = unique(emails.map((email) => email.toLowerCase()));
	return new LookUp(`users by email ${wanted.join()}`, async (client) => {
		const users: User[] = [];
		for (let start = 0; start < wanted.length; start += MOST_EMAILS) {
			const email = wanted.slice(start, start + MOST_EMAILS).join();
			users.push(...(await listUsers(client, { email })));
		}
		return unique(wanted.map((email) => onlyUser(users, email, label)));
	});
}

/** Whoever is found may be deleted: a list that was not narrowed down must not pass for a match. */
function onlyUser(users: User[], email: string, label: string): string {
	const owners = users.filter((user) => user.email?.trim().toLowerCase() === email.toLowerCase());
	const [user, another] = owners;
	if (user && !another) return userIdOf(user);
	throw new InvalidInput(
		`'${label}' is ${quoted(email)}, which ${another ? `${owners.length} users have` : 'no user of the company has'}`,
		'Check the address, or choose the user from the list.',
	);
}

/** The users of the company by name. */
export const searchUsers: Search = async (client, filter, paginationToken) =>
	slice(await userEntries(client), filter, paginationToken);

/** The same for those who take care of a session: it may also be nobody, which TeamViewer writes `u0`. */
export const searchAssignees: Search = async (client, filter, paginationToken) =>
	slice([{ name: 'Nobody', value: 'u0' }, ...(await userEntries(client))], filter, paginationToken);

async function userEntries(client: TeamViewerClient): Promise<INodeListSearchItems[]> {
	return entries(await listUsers(client), 'id', describe).sort(byName);
}

/** `Ada Example (ada@example.com)` */
function describe({ name, email }: User): string {
	const mail = parts(email);
	return parts(name) && mail ? `${parts(name)} (${mail})` : parts(name, mail);
}
