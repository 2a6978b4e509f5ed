import type { Reason } from '../../teamviewer/reason';
import { withExcuse } from '../dropDown';
import { searchReports } from './connectionReport';
import { searchContacts } from './contact';
import { searchDevices } from './device';
import { searchDeviceGroups } from './deviceGroup';
import { searchDeviceReports } from './deviceReport';
import { groupsAdvice, searchGroups } from './group';
import { searchManagedDevices } from './managedDevice';
import { searchManagers } from './manager';
import { searchMonitoredDevices } from './monitoredDevice';
import { searchPolicies } from './policy';
import { searchRoles } from './role';
import type { Chosen, ListSearch, Search, SearchName } from './search';
import { searchSessions } from './session';
import { searchSsoDomains } from './ssoDomain';
import { searchAssignees, searchUsers } from './user';
import { searchUserGroups } from './userGroup';

/** The searches behind From List, by the names that the locators use. */
export const listSearch: Record<SearchName, ListSearch> = {
	searchAssignees: orElse('By ID', searchAssignees),
	searchContacts: orElse('By ID', searchContacts),
	searchDeviceGroups: orElse('By ID', searchDeviceGroups),
	searchDeviceReports: orElse('By ID', searchDeviceReports),
	searchDevices: orElse('By ID', searchDevices),
	searchGroups: orElse('By ID', searchGroups, groupsAdvice),
	searchManagedDevices: orElse('By ID', searchManagedDevices),
	searchManagers: orElse('By ID', searchManagers),
	searchMonitoredDevices: orElse('By ID', searchMonitoredDevices),
	searchPolicies: orElse('By ID', searchPolicies),
	searchReports: orElse('By ID', searchReports),
	searchRoles: orElse('By ID', searchRoles),
	searchSessions: orElse('By Code', searchSessions),
	searchSsoDomains: orElse('By ID', searchSsoDomains),
	searchUserGroups: orElse('By ID', searchUserGroups),
	searchUsers: orElse('By ID', searchUsers),
};

/** What to do about a failure, by what is chosen beside the list. */
type Advice = (reason: Reason | undefined, remedy: string, chosen: Chosen) => string;

/** A search as n8n calls it; where it fails, there is another way to choose. */
function orElse(mode: string, search: Search, advice?: Advice): ListSearch {
	return async function (filter, paginationToken) {
		const chosen = (field: string) => this.getCurrentNodeParameter(field);
		return await withExcuse(
			this,
			`You can still choose ${mode}.`,
			async (client) => search(client, filter, paginationToken, chosen),
			advice && ((reason, remedy) => advice(reason, remedy, chosen)),
		);
	};
}
