import { pageOf, recordWith } from './answer';
import { change } from './change';
import type { TeamViewerClient } from './client';
import { readLongReportList } from './longReportList';
import { readPages, type Page } from './pages';
import type { Shape } from './reportRanges';
import { path } from './request';
import type { BillingState, ConnectionReport, TeamViewerDate } from './types';

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
	has_code?: boolean;
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
	return await readLongReportList(
		async (endedBefore, offset) =>
			await connectionReportPage(
				client,
				{ ...query, to_date: earlier(query.to_date, endedBefore) },
				offset,
			),
		client.concurrency,
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
	return recordWith(
		await client.get<ConnectionReport>(
			path`/reports/connections/${id}`,
			undefined,
			`connection report ${id}`,
		),
		'connection report',
		'id',
	);
}

/** What people may change of a report. */
export interface ConnectionReportChanges {
	/** Empty text clears them. */
	notes?: string;
	billing_state?: BillingState;
}

/** Changes a report; undefined where the result is not to be read. */
export async function updateConnectionReport(
	client: TeamViewerClient,
	id: string,
	changes: ConnectionReportChanges,
	isRead: boolean,
): Promise<ConnectionReport | undefined> {
	const record = path`/reports/connections/${id}`;
	return await change(client, {
		record,
		send: async () => await client.put(record, changes, `connection report ${id}`),
		done: 'The connection report was changed',
		...(isRead && { read: async () => await getConnectionReport(client, id) }),
	});
}

/** Deletes a report for good. */
export async function deleteConnectionReport(client: TeamViewerClient, id: string): Promise<void> {
	const record = path`/reports/connections/${id}`;
	await client.inTurn(record, async () => {
		await client.delete(record, `connection report ${id}`);
	});
}
