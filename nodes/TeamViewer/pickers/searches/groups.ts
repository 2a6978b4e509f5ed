import { TeamViewerClient } from '../../teamviewer/client';
import { listGroups } from '../../teamviewer/groups';
import { byName, entries, parts, slice } from './entries';
import type { Search } from './search';

/** The groups by name. */
export const searchGroups: Search = async function (filter, paginationToken) {
	const groups = await listGroups(new TeamViewerClient(this));
	const found = entries(groups, 'id', ({ name }) => parts(name)).sort(byName);
	return slice(found, filter, paginationToken);
};
