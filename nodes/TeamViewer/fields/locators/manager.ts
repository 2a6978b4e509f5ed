import { spelled } from '../../teamviewer/keyCase';
import { managerPages, type ManagerReference } from '../../teamviewer/managers';
import { recordsOfPages } from '../../teamviewer/pages';
import type { Wording, Field } from '../field';
import { managedTarget, MANAGED_TARGET } from '../managedTarget';
import { readValues } from '../readValues';
import { byName, entries, parts, slice } from './entries';
import { checkId, MANAGER_ID, USER_ID } from './idForm';
import { byId, fromList, locator, typed, validation, type Mode } from './locator';
import type { Search } from './search';

/** What a manager is, in words for people; the OpenAPI document numbers them. */
const TYPES: Record<string, string | undefined> = {
	...{ account: 'User', company: 'Company', usergroup: 'User group' },
	...{ 0: 'User', 1: 'Company', 2: 'User group' },
};

/** Chooses a manager of the chosen device or device group. */
export function managerLocator(wording: Wording): Field<ManagerReference | undefined> {
	const read: Mode<ManagerReference>['read'] = (value, label) => ({
		id: checkId(value, label, MANAGER_ID),
	});
	const one = locator<ManagerReference>(
		{ whenEmpty: 'Choose a manager, or give an ID.', ...wording },
		[
			fromList('searchManagers', 'Select a manager...', read),
			{ ...byId(MANAGER_ID, "The manager's own ID; it is not the ID of the user"), read },
			typed(
				{
					...{ displayName: 'By User', name: 'user', placeholder: `e.g. ${USER_ID.example}` },
					hint: 'The ID of the user who is the manager',
					validation: validation(
						USER_ID.accepted,
						`The ID of ${USER_ID.thing} looks like ${USER_ID.example}`,
					),
				},
				(value, label) => ({ userId: checkId(value, label, USER_ID) }),
			),
		],
	);
	return {
		...one,
		// Another device has other managers: n8n then forgets the one that was chosen.
		property: (name) => ({
			...one.property(name),
			typeOptions: { loadOptionsDependsOn: ['target', 'managedDevice.value', 'deviceGroup.value'] },
		}),
	};
}

/**
 * The managers of what is chosen beside it, by name. That is read as a run reads it: a device chosen By TeamViewer ID is
 * looked up, and whoever has chosen none is told so.
 */
export const searchManagers: Search = async (client, filter, paginationToken, chosen) => {
	// Neither of the fields holds a time.
	const values = readValues(MANAGED_TARGET, chosen, { timezone: 'UTC' });
	const target = managedTarget(await values.complete(client, new Map()));
	const managers = await recordsOfPages(managerPages(client, target));
	const readable = managers.map((one) => spelled(one, ['id', 'name', 'type', 'usergroupId']));
	const found = entries(readable, 'id', ({ name, type, usergroupId }) =>
		parts(name, TYPES[String(type)] ?? type, usergroupId && !name && String(usergroupId)),
	).sort(byName);
	return slice(found, filter, paginationToken);
};
