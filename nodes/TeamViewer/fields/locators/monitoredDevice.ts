import { aliasOf, listMonitoredDevices, teamViewerIdOf } from '../../teamviewer/monitoredDevices';
import type { Field, Wording } from '../field';
import { byName, entries, parts, slice } from './entries';
import { checkId, TEAMVIEWER_ID } from './idForm';
import { byId, fromList, locator } from './locator';
import type { Search } from './search';

/** Chooses a device under monitoring, by its TeamViewer ID. */
export function monitoredDeviceLocator(wording: Wording): Field<string | undefined> {
	return locator(
		{ whenEmpty: 'Choose a monitored device, or give its TeamViewer ID.', ...wording },
		[
			fromList('searchMonitoredDevices', 'Select a monitored device...', (value, label) =>
				checkId(value, label, TEAMVIEWER_ID),
			),
			byId(TEAMVIEWER_ID, 'The TeamViewer ID, the number that people connect to'),
		],
	);
}

/** The monitored devices by name: `FRONTDESK-01 · 123456789`. */
export const searchMonitoredDevices: Search = async (client, filter, paginationToken) => {
	const devices = (await listMonitoredDevices(client)).map((device) => ({
		id: teamViewerIdOf(device),
		alias: aliasOf(device),
	}));
	const found = entries(devices, 'id', ({ alias, id }) => parts(alias, id)).sort(byName);
	return slice(found, filter, paginationToken);
};
