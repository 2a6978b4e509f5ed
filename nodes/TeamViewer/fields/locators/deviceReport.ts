import { deviceReportPage } from '../../teamviewer/deviceReports';
import { valueOf } from '../../teamviewer/keyCase';
import type { DeviceReport } from '../../teamviewer/types';
import type { Field, Wording } from '../field';
import { connectionTimes } from './connectionTimes';
import { entries, matching, parts, searchPages } from './entries';
import { checkId, DEVICE_REPORT_ID } from './idForm';
import { byId, fromList, locator } from './locator';
import type { Search } from './search';

/** Chooses one of the latest device reports, or takes any report's ID. */
export function deviceReportLocator(wording: Wording): Field<string | undefined> {
	return locator({ whenEmpty: 'Choose a device report, or give its ID.', ...wording }, [
		fromList('searchDeviceReports', 'Select a device report...', (value, label) =>
			checkId(value, label, DEVICE_REPORT_ID),
		),
		byId(DEVICE_REPORT_ID),
	]);
}

/** The latest incoming connections first. */
export const searchDeviceReports: Search = async (client, filter, paginationToken) =>
	await searchPages(
		(token) => deviceReportPage(client, {}, token),
		// Sources spell the ID in two ways.
		(reports) => matching(entries(reports.map(withId), 'id', describe), filter),
		paginationToken,
	);

/** An entry's value is text; the ID may be a number. */
function withId(report: DeviceReport): DeviceReport {
	const id = valueOf(report, 'id');
	const isId = typeof id === 'string' || typeof id === 'number';
	return { ...report, id: isId ? String(id) : undefined };
}

/** `2026-01-31 08:40 · 25 min · Ada Example → FRONTDESK-01` */
function describe({ username, targetname, start_date, end_date }: DeviceReport): string {
	return parts(
		connectionTimes(start_date, end_date),
		[parts(username), parts(targetname)].filter(Boolean).join(' → '),
	);
}
