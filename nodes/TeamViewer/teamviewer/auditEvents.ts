import { pageOf } from './answer';
import type { TeamViewerClient } from './client';
import { readPages, type Page } from './pages';
import type { AuditEvent, TeamViewerDate } from './types';

/** What `POST /EventLogging` takes; it spells its parameters in Pascal case. */
export interface AuditEventQuery {
	StartDate: TeamViewerDate;
	EndDate: TeamViewerDate;
	EventNames?: string[];
	EventTypes?: string[];
	/** Email addresses of those who did it. */
	AccountEmails?: string[];
}

/** The company's event log, 50 events a page. */
export function auditEventPages(
	client: TeamViewerClient,
	query: AuditEventQuery,
): AsyncGenerator<Page<AuditEvent>, void, void> {
	return readPages(async (token) =>
		pageOf<AuditEvent>(
			await client.ask('/EventLogging', {
				...query,
				...(token !== undefined && { ContinuationToken: token }),
			}),
			'AuditEvents',
			'ContinuationToken',
		),
	);
}
