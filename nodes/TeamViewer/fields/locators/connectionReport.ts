import { connectionReportPage } from '../../teamviewer/connectionReports';
import { fromTeamViewerDate } from '../../teamviewer/dates';
import type { ConnectionReport } from '../../teamviewer/types';
import type { Field, Wording } from '../field';
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

/** `2026-01-31 08:15 · Ada Example → FRONTDESK-01 · 25 min · s119-457-589`; the time is UTC, as in the report. */
function describe(report: ConnectionReport): string {
	const { username, devicename, deviceid, start_date, end_date, session_code } = report;
	const start = fromTeamViewerDate(start_date);
	const end = fromTeamViewerDate(end_date);
	return parts(
		start === undefined ? undefined : new Date(start).toISOString().slice(0, 16).replace('T', ' '),
		[parts(username), parts(devicename) || parts(deviceid)].filter(Boolean).join(' → '),
		start === undefined || end === undefined
			? undefined
			: `${Math.max(1, Math.round((end - start) / 60_000))} min`,
		session_code,
	);
}
