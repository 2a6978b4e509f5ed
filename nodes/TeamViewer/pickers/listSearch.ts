import { toNodeError } from '../nodeError';
import { reasonOf, remedyOf } from '../teamviewer/errors';
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

/** Nothing can be chosen, nor run, before the credential works. */
const WITHOUT_ACCESS = new Set(['refreshRefused', 'tokenExpired', 'tokenRefused', 'unconnected']);

/**
 * A list that fails says why, and that there is another way to choose. n8n shows four lines of it, so TeamViewer's own
 * words are left out: they would push what to do out of sight.
 */
function orElse(mode: string, search: Search): Search {
	return async function (filter, paginationToken) {
		return await search.call(this, filter, paginationToken).catch((thrown: unknown) => {
			const error = toNodeError(this.getNode(), thrown);
			const remedy = remedyOf(error) ?? error.description ?? '';
			error.description = WITHOUT_ACCESS.has(reasonOf(error) ?? '')
				? remedy
				: `You can still choose ${mode}. ${remedy}`.trim();
			throw error;
		});
	};
}
