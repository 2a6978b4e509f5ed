import { toNodeError } from '../../errors/toNodeError';
import { TeamViewerClient } from '../../teamviewer/client';
import { reasonOf } from '../../teamviewer/teamViewerError';
import { searchReports } from './connectionReport';
import { searchDevices } from './device';
import { searchGroups } from './group';
import type { ListSearch, Search, SearchName } from './search';
import { searchSessions } from './session';
import { searchAssignees, searchUsers } from './user';

/** So long a drop-down may take until it shows entries or says why not. Milliseconds; a second is n8n's own. */
const LONGEST_SEARCH = 19_000;

/** Nothing can be chosen, nor run, before the credential works. */
const WITHOUT_ACCESS = new Set([
	'n8n',
	'refreshRefused',
	'tokenExpired',
	'tokenRefused',
	'unconnected',
]);

/** The searches behind From List, by the names that the locators use. */
export const listSearch: Record<SearchName, ListSearch> = {
	searchAssignees: orElse('By ID', searchAssignees),
	searchDevices: orElse('By ID', searchDevices),
	searchGroups: orElse('By ID', searchGroups),
	searchReports: orElse('By ID', searchReports),
	searchSessions: orElse('By Code', searchSessions),
	searchUsers: orElse('By ID', searchUsers),
};

/**
 * A list that fails says why, and that there is another way to choose. n8n shows four lines of it, so TeamViewer's own
 * words are left out: they would push what to do out of sight.
 */
function orElse(mode: string, search: Search): ListSearch {
	return async function (filter, paginationToken) {
		const client = new TeamViewerClient(this, { deadline: Date.now() + LONGEST_SEARCH });
		return await search(client, filter, paginationToken).catch((error: unknown) => {
			throw toNodeError(this.getNode(), error, {
				isBrief: true,
				advice: (remedy) =>
					WITHOUT_ACCESS.has(reasonOf(error) ?? '')
						? remedy
						: `You can still choose ${mode}. ${remedy}`.trim(),
			});
		});
	};
}
