import { listGroups } from '../../teamviewer/groups';
import { isRecord } from '../../teamviewer/isRecord';
import type { Reason } from '../../teamviewer/reason';
import type { Field, Wording } from '../field';
import { OWNER_OPTION } from '../groupOwner';
import { readValues } from '../readValues';
import { byName, entries, parts, slice } from './entries';
import { checkId, GROUP_ID } from './idForm';
import { byId, fromList, locator, typed, type Mode } from './locator';
import type { Chosen, Search } from './search';

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
				// n8n's place for it is too narrow for "By Name".
				displayName: 'Name',
				placeholder: 'e.g. Customers',
				hint: 'TeamViewer creates the group if there is none of this name; not with a company token',
			},
			(groupname) => ({ groupname }),
		),
	]);
}

/** The groups by name: those of the chosen owner, where the operation has one beside it. */
export const searchGroups: Search = async (client, filter, paginationToken, chosen) => {
	// Read as a run reads it: an owner chosen By Email is looked up. An owner is no time, so the zone does not count.
	const values = readValues({ options: OWNER_OPTION }, chosen, { timezone: 'UTC' });
	const { owner } = (await values.complete(client, new Map())).options;
	const groups = await listGroups(client, {}, owner);
	const found = entries(groups, 'id', ({ name }) => parts(name)).sort(byName);
	return slice(found, filter, paginationToken);
};

/**
 * What to do where TeamViewer does not give the list, short enough for n8n's drop-down. It refuses `/groups` to a company's
 * token, and no source tells in which words: it may look like a missing permission.
 */
export function groupsAdvice(reason: Reason | undefined, remedy: string, chosen: Chosen): string {
	if (reason !== 'permission' && reason !== 'userTokenNeeded') return remedy;
	const lacksPermission = reason === 'permission';
	if (chosen('resource') !== 'group') {
		if (!lacksPermission) return "Or use a user's credential.";
		return remedy.replace(/^(Create a script token .*)\.$/, '$1, not one of the company.');
	}
	const owner = chosen('options.owner');
	if (isRecord(owner) ? owner.value : owner) return remedy;
	const instead = lacksPermission
		? 'Else give the token this permission.'
		: "Or use a user's credential.";
	return `With a script token of the company, add 'Owner' under Options. ${instead}`;
}
