import { pageOf } from './answer';
import type { TeamViewerClient } from './client';
import { readPages, type Page } from './pages';
import type { DeviceReport, TeamViewerDate } from './types';

/** What `GET /reports/devices` can be narrowed by. */
export interface DeviceReportQuery {
	/** TeamViewer ID that connected, digits only. */
	originid?: string;
	/** TeamViewer ID that was connected to, digits only. */
	targetid?: string;
	userid?: string;
	/** Lists connections that started at or after it. */
	from_date?: TeamViewerDate;
	/** Limits the end or the start, as with connection reports: whoever sends it must drop what ended later. */
	to_date?: TeamViewerDate;
}

/** One page of reports, continued after `offset`, the `next_offset` of the page before. */
export async function deviceReportPage(
	client: TeamViewerClient,
	query: DeviceReportQuery,
	offset?: string,
): Promise<Page<DeviceReport>> {
	return pageOf<DeviceReport>(
		await client.get('/reports/devices', { ...query, offset_id: offset }),
		'records',
		'next_offset',
		'records_remaining',
	);
}

/** All reports of incoming connections, at most 1000 a page. */
export function deviceReportPages(
	client: TeamViewerClient,
	query: DeviceReportQuery,
): AsyncGenerator<Page<DeviceReport>, void, void> {
	return readPages(async (offset) => await deviceReportPage(client, query, offset));
}
