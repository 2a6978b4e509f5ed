import { userGroupPage } from '../../teamviewer/userGroups';
import type { Field, Wording } from '../field';
import { entries, matching, parts, searchPages } from './entries';
import { checkId, USER_GROUP_ID } from './idForm';
import { byId, fromList, locator } from './locator';
import type { Search } from './search';

/** Chooses a user group. */
export function userGroupLocator(wording: Wording): Field<string | undefined> {
	return locator({ whenEmpty: 'Choose a user group, or give its ID, e.g. 12345.', ...wording }, [
		fromList('searchUserGroups', 'Select a user group...', (value, label) =>
			checkId(value, label, USER_GROUP_ID),
		),
		byId(USER_GROUP_ID),
	]);
}

/** The user groups in TeamViewer's order, a page of TeamViewer's at a time. */
export const searchUserGroups: Search = async (client, filter, paginationToken) =>
	await searchPages(
		(token) => userGroupPage(client, token),
		(groups) =>
			matching(
				entries(
					groups.map(({ id, name }) => ({ id: String(id), name })),
					'id',
					({ name }) => parts(name),
				),
				filter,
			),
		paginationToken,
	);
