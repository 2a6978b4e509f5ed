import { deviceGroupPage, withIdAndName } from '../../teamviewer/deviceGroups';
import type { Field, Wording } from '../field';
import { entries, matching, parts, searchPages } from './entries';
import { checkId, DEVICE_GROUP_ID } from './idForm';
import { byId, fromList, locator } from './locator';
import type { Search } from './search';

/** Chooses a device group. */
export function deviceGroupLocator(wording: Wording): Field<string | undefined> {
	return locator({ whenEmpty: 'Choose a device group, or give its ID.', ...wording }, [
		fromList('searchDeviceGroups', 'Select a device group...', (value, label) =>
			checkId(value, label, DEVICE_GROUP_ID),
		),
		byId(DEVICE_GROUP_ID),
	]);
}

/** The device groups in TeamViewer's order, a page of TeamViewer's at a time. */
export const searchDeviceGroups: Search = async (client, filter, paginationToken) =>
	await searchPages(
		(token) => deviceGroupPage(client, token),
		(groups) =>
			matching(
				entries(groups.map(withIdAndName), 'id', ({ name }) => parts(name)),
				filter,
			),
		paginationToken,
	);
