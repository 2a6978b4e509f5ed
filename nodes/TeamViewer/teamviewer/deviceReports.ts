import { pageOf } from './answer';
import type { TeamViewerClient } from './client';
import { valueOf } from './keyCase';
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

const DEVICES = ['originid', 'targetid'] as const;

/**
 * Keeps the reports of the wanted devices; everything where none is named. How TeamViewer spells these filters is not
 * certain, and one that it does not know may filter nothing. What a report does not tell cannot speak against it.
 */
export function isBetween(
	query: Pick<DeviceReportQuery, (typeof DEVICES)[number]>,
): ((report: DeviceReport) => boolean) | undefined {
	const wanted = DEVICES.filter((key) => query[key] !== undefined);
	if (wanted.length === 0) return undefined;
	return (report) =>
		wanted.every((key) => String(valueOf(report, key) ?? query[key]) === query[key]);
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
