import { listRoles } from '../../teamviewer/roles';
import type { Field, Wording } from '../field';
import { byName, entries, parts, slice } from './entries';
import { checkId, ROLE_ID } from './idForm';
import { byId, fromList, locator } from './locator';
import type { Search } from './search';

/** Chooses a role. */
export function roleLocator(wording: Wording): Field<string | undefined> {
	return locator(
		{
			apiName: ['userRoleId', 'UserRoleId'],
			whenEmpty: 'Choose a role, or give its ID.',
			...wording,
		},
		[
			fromList('searchRoles', 'Select a role...', (value, label) => checkId(value, label, ROLE_ID)),
			byId(ROLE_ID),
		],
	);
}

/** The roles by name. */
export const searchRoles: Search = async (client, filter, paginationToken) => {
	const roles = await listRoles(client);
	return slice(
		entries(roles, 'Id', ({ Name }) => parts(Name)).sort(byName),
		filter,
		paginationToken,
	);
};
