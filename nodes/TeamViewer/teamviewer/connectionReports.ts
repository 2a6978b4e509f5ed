import { pageOf } from './answer';
import type { TeamViewerClient } from './client';
import type { Shape } from './lanes';
import { readPages, type Page } from './pages';
import { path } from './request';
import type { BillingState, ConnectionReport, TeamViewerDate } from './types';
import { readReportsWide } from './wideReports';

/** What `GET /reports/connections` can be narrowed by. */
export interface ConnectionReportQuery {
	/** The name of the user who connected. */
	username?: string;
	userid?: string;
	/** A group id, or `0` for connections without a group. */
	groupid?: string;
	/** With a user token only. */
	devicename?: string;
	/** The target's TeamViewer ID, digits only. */
	deviceid?: string;
	/** Lists connections that **started** at or after it. */
	from_date?: TeamViewerDate;
	/**
	 * Lists connections that **ended** (OpenAPI document) or **started** (manual) before it. Whoever sends it must drop what
	 * ended later, to be right under both readings.
	 */
	to_date?: TeamViewerDate;
	/** Whether the connection was made with a session code. */
	has_code?: string;
	session_code?: string;
	/** 1 remote connection, 2 remote support, 3 remote support by SDK. */
	support_session_type?: string;
}

/** One page of reports, continued after `offset`, the `next_offset` of the page before. */
export async function connectionReportPage(
	client: TeamViewerClient,
	query: ConnectionReportQuery,
	offset?: string,
): Promise<Page<ConnectionReport>> {
	return pageOf<ConnectionReport>(
		await client.get('/reports/connections', { ...query, offset_id: offset }),
		'records',
		'next_offset',
		'records_remaining',
	);
}

/** All reports, newest end first, at most 1000 a page. */
export function connectionReportPages(
	client: TeamViewerClient,
	query: ConnectionReportQuery,
): AsyncGenerator<Page<ConnectionReport>, void, void> {
	return readPages(async (offset) => await connectionReportPage(client, query, offset));
}

/** All reports, newest end first, each as `shape` makes it; a long list is read side by side. */
export async function allConnectionReports<T>(
	client: TeamViewerClient,
	query: ConnectionReportQuery,
	shape: Shape<T>,
): Promise<T[]> {
	return await readReportsWide(
		async (endedBefore, offset) =>
			await connectionReportPage(
				client,
				{ ...query, to_date: earlier(query.to_date, endedBefore) },
				offset,
			),
		client.pace,
		shape,
	);
}

function earlier(
	one: TeamViewerDate | undefined,
	other: TeamViewerDate | undefined,
): TeamViewerDate | undefined {
	if (one === undefined || other === undefined) return one ?? other;
	return one < other ? one : other;
}

/** One report. */
export async function getConnectionReport(
	client: TeamViewerClient,
	id: string,
): Promise<ConnectionReport> {
	return await client.get<ConnectionReport>(
		path`/reports/connections/${id}`,
		undefined,
		`connection report ${id}`,
	);
}

/** Changes what people may change of a report. */
export async function updateConnectionReport(
	client: TeamViewerClient,
	id: string,
	changes: { notes?: string; billing_state?: BillingState },
): Promise<void> {
	await client.put(path`/reports/connections/${id}`, changes, `connection report ${id}`);
}

/** Deletes a report for good. */
export async function deleteConnectionReport(client: TeamViewerClient, id: string): Promise<void> {
	await client.delete(path`/reports/connections/${id}`, `connection report ${id}`);
}
