import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import type { TeamViewerClient } from '../../teamviewer/client';

/** What is filled in in another field of the same node; undefined where it was never touched. */
export type Chosen = (field: string) => unknown;

/** What fills From List: the entries that match what was typed, and how to go on where somebody scrolls to the end. */
export type Search = (
	client: TeamViewerClient,
	filter: string | undefined,
	paginationToken: string | undefined,
	chosen: Chosen,
) => Promise<INodeListSearchResult>;

/** The searches, by the names that n8n calls them by. */
export type SearchName =
	| 'searchAssignees'
	| 'searchContacts'
	| 'searchDeviceGroups'
	| 'searchDeviceReports'
	| 'searchDevices'
	| 'searchGroups'
	| 'searchManagedDevices'
	| 'searchManagers'
	| 'searchMonitoredDevices'
	| 'searchPolicies'
	| 'searchReports'
	| 'searchRoles'
	| 'searchSessions'
	| 'searchSsoDomains'
	| 'searchUserGroups'
	| 'searchUsers';

/** The way n8n calls a search. */
export type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;
