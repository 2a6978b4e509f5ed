import { managerPages, type ManagedTarget } from '../../teamviewer/managers';
import { recordsOfPages } from '../../teamviewer/pages';
import type { Field, Wording } from '../field';
import { byName, entries, parts, slice } from './entries';
import { checkId, MANAGER_ID, USER_ID } from './idForm';
import { byId, fromList, locator, typed, validation, type Mode } from './locator';
import type { Search } from './search';

/** A manager by the own ID, or by the user that the manager is. */
export type ManagerReference = { id: string } | { userId: string };

/** Chooses a manager of the chosen device or device group. */
export function managerLocator(wording: Wording): Field<ManagerReference | undefined> {
	const read: Mode<ManagerReference>['read'] = (value, label) => ({
		id: checkId(value, label, MANAGER_ID),
	});
	return locator<ManagerReference>({ whenEmpty: 'Choose a manager, or give an ID.', ...wording }, [
		fromList('searchManagers', 'Select a manager...', read),
		{ ...byId(MANAGER_ID, "The manager's own ID; it is not the ID of the user"), read },
		typed(
			{
				...{ displayName: 'By User', name: 'user', placeholder: `e.g. ${USER_ID.example}` },
				hint: 'The ID of the user who is the manager',
				validation: validation(USER_ID.accepted, `An ID looks like ${USER_ID.example}`),
			},
			(value, label) => ({ userId: checkId(value, label, USER_ID) }),
		),
	]);
}

/** The managers of what is chosen beside it, by name. */
export const searchManagers: Search = async (client, filter, paginationToken, chosen) => {
	const managers = await recordsOfPages(managerPages(client, chosenTarget(chosen)));
	const found = entries(managers, 'id', ({ name, type }) => parts(name, type)).sort(byName);
	return slice(found, filter, paginationToken);
};

function chosenTarget(chosen: (field: string) => unknown): ManagedTarget {
	return chosen('target') === 'deviceGroup'
		? { deviceGroup: String(chosen('deviceGroup') ?? '') }
		: { managedDevice: String(chosen('managedDevice') ?? '') };
}
