import { listDevices } from '../../teamviewer/devices';
import type { Field, Wording } from '../field';
import { byName, entries, parts, slice } from './entries';
import { checkId, DEVICE_ID } from './idForm';
import { byId, fromList, locator } from './locator';
import type { Search } from './search';

/** Chooses a device of the Computers & Contacts list. */
export function deviceLocator(wording: Wording): Field<string | undefined> {
	return locator({ whenEmpty: 'Choose a device, or give its ID, e.g. d12345.', ...wording }, [
		fromList('searchDevices', 'Select a device...', (value, label) =>
			checkId(value, label, DEVICE_ID),
		),
		byId(DEVICE_ID, 'The device ID starts with d; it is not the TeamViewer ID'),
	]);
}

/** The devices of the Computers & Contacts list by name: `FRONTDESK-01 · Online`. */
export const searchDevices: Search = async (client, filter, paginationToken) => {
	const devices = await listDevices(client);
	const found = entries(devices, 'device_id', ({ alias, online_state }) =>
		parts(alias, online_state),
	).sort(byName);
	return slice(found, filter, paginationToken);
};
