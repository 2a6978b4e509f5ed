import { toNodeError } from '../nodeError';
import { searchDevices } from './searches/devices';
import { searchGroups } from './searches/groups';
import { searchReports } from './searches/reports';
import type { Search } from './searches/search';
import { searchSessions } from './searches/sessions';
import { searchAssignees, searchUsers } from './searches/users';

/** The searches behind From List, by the names that the pickers use. */
export const listSearch = {
	searchAssignees: orElse('By ID', searchAssignees),
	searchDevices: orElse('By ID', searchDevices),
	searchGroups: orElse('By ID', searchGroups),
	searchReports: orElse('By ID', searchReports),
	searchSessions: orElse('By Code', searchSessions),
	searchUsers: orElse('By ID', searchUsers),
};

/** A list that fails says why, and that there is another way to choose. */
function orElse(mode: string, search: Search): Search {
	return async function (filter, paginationToken) {
		return await search.call(this, filter, paginationToken).catch((thrown: unknown) => {
			const error = toNodeError(this.getNode(), thrown);
			error.description =
				`Without the list you can still choose ${mode}. ${error.description ?? ''}`.trim();
			throw error;
		});
	};
}
