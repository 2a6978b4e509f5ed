import { TeamViewerClient } from '../../teamviewer/client';
import { listDevices } from '../../teamviewer/devices';
import { byName, entries, parts, slice } from './entries';
import type { Search } from './search';

/** The devices of the Computers & Contacts list by name: `FRONTDESK-01 · Online`. */
export const searchDevices: Search = async function (filter, paginationToken) {
	const devices = await listDevices(new TeamViewerClient(this));
	const found = entries(devices, 'device_id', ({ alias, online_state }) =>
		parts(alias, online_state),
	).sort(byName);
	return slice(found, filter, paginationToken);
};
