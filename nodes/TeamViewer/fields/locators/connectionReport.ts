import { connectionReportPage } from '../../teamviewer/connectionReports';
import type { ConnectionReport } from '../../teamviewer/types';
import type { Field, Wording } from '../field';
import { connectionTimes } from './connectionTimes';
import { entries, matching, parts, searchPages } from './entries';
import { checkId, REPORT_ID } from './idForm';
import { byId, fromList, locator } from './locator';
import type { Search } from './search';

/** Chooses one of the latest connection reports, or takes any report's ID. */
export function reportLocator(wording: Wording): Field<string | undefined> {
	return locator(
		{
			whenEmpty: `Choose a connection report, or give its ID, e.g. ${REPORT_ID.example}.`,
			...wording,
		},
		[
			fromList('searchReports', 'Select a connection report...', (value, label) =>
				checkId(value, label, REPORT_ID),
			),
			byId(REPORT_ID),
		],
	);
}

/** The latest connections first. */
export const searchReports: Search = async (client, filter, paginationToken) =>
	await searchPages(
		(token) => connectionReportPage(client, {}, token),
		(reports) => matching(entries(reports, 'id', describe), filter),
		paginationToken,
	);

/** `2026-01-31 08:40 · 25 min · Nathan Smith · Ada Example → FRONTDESK-01 · s119-457-589` */
function describe(report: ConnectionReport): string {
	const { start_date, end_date, end_customer, groupname, session_code } = report;
	const { username, devicename, deviceid } = report;
	return parts(
		connectionTimes(start_date, end_date),
		parts(end_customer?.name) || groupname,
		[parts(username), parts(devicename) || parts(deviceid)].filter(Boolean).join(' → '),
		session_code,
	);
}
