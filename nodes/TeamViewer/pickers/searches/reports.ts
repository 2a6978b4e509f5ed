import { TeamViewerClient } from '../../teamviewer/client';
import { connectionReportPage } from '../../teamviewer/connectionReports';
import { fromTeamViewerDate } from '../../teamviewer/dates';
import type { ConnectionReport } from '../../teamviewer/types';
import { entries, matching, parts, searchPages } from './entries';
import type { Search } from './search';

/** The latest connections first. */
export const searchReports: Search = async function (filter, paginationToken) {
	const client = new TeamViewerClient(this);
	return await searchPages(
		(token) => connectionReportPage(client, {}, token),
		(reports) => matching(entries(reports, 'id', describe), filter),
		paginationToken,
	);
};

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
