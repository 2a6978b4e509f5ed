import { listGroups } from '../../teamviewer/groups';
import type { Field, Wording } from '../field';
import { byName, entries, parts, slice } from './entries';
import { checkId, GROUP_ID } from './idForm';
import { byId, fromList, locator, typed, type Mode } from './locator';
import type { Search } from './search';

const API_NAMES = ['groupid', 'groupname'];
const WHEN_EMPTY = 'Choose a group from the list, give its ID, e.g. g12345, or a name.';

const FROM_LIST = fromList('searchGroups', 'Select a group...', (value, label) =>
	checkId(value, label, GROUP_ID),
);

/** Chooses a group that exists. */
export function groupLocator(wording: Wording): Field<string | undefined> {
	return locator({ apiName: API_NAMES, ...wording }, [FROM_LIST, byId(GROUP_ID)]);
}

/** Chooses a group to filter reports by: there `0` means connections without a group. */
export function reportGroupLocator(wording: Wording): Field<string | undefined> {
	const idOrNone = byId(GROUP_ID);
	const read: Mode<string>['read'] = (value, label) =>
		value === '0' ? '0' : checkId(value, label, GROUP_ID);
	return locator({ apiName: API_NAMES, ...wording }, [
		{ ...FROM_LIST, read },
		{ ...idOrNone, read },
	]);
}

/** A group as a session or a contact takes it. */
export type GroupOrName = { groupid: string } | { groupname: string };

/** Chooses a group, or names one that TeamViewer makes where it does not exist yet. */
export function groupOrNameLocator(wording: Wording): Field<GroupOrName | undefined> {
	const read: Mode<GroupOrName>['read'] = (value, label) => ({
		groupid: checkId(value, label, GROUP_ID),
	});
	return locator<GroupOrName>({ apiName: API_NAMES, whenEmpty: WHEN_EMPTY, ...wording }, [
		{ ...FROM_LIST, read },
		{ ...byId(GROUP_ID), read },
		typed(
			{
				name: 'name',
				displayName: 'By Name',
				placeholder: 'e.g. Customers',
				hint: 'TeamViewer creates the group if there is none of this name; needs a user token',
			},
			(groupname) => ({ groupname }),
		),
	]);
}

/** The groups by name. */
export const searchGroups: Search = async (client, filter, paginationToken) => {
	const groups = await listGroups(client);
	const found = entries(groups, 'id', ({ name }) => parts(name)).sort(byName);
	return slice(found, filter, paginationToken);
};
