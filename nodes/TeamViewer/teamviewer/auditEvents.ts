import { pageOf, valueOf } from './answer';
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
	/** What was affected, as text; drops every event of a session. */
	AffectedItem?: string;
	/** The GUID of a remote control session; drops every other event. */
	RCSessionGuid?: string;
}

/** TeamViewer keeps the event log so long. Source: the API manual. */
export const EVENT_LOG_MONTHS = 12;

/**
 * The name of an event or of its type as the filters take it, `ScriptTokenAdded`: answers spell it in words, "Script token
 * added".
 */
export function eventWord(name: string): string {
	return name
		.split(/\s+/)
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
		.join('');
}

/** The company's event log, 50 events a page; their order is not promised. */
export function auditEventPages(
	client: TeamViewerClient,
	query: AuditEventQuery,
): AsyncGenerator<Page<AuditEvent>, void, void> {
	return readPages(async (token) => await auditEventPage(client, query, token));
}

/** One page of it; `notice` is what TeamViewer could not read of the request, where it gives events all the same. */
export async function auditEventPage(
	client: TeamViewerClient,
	query: AuditEventQuery,
	token?: string,
): Promise<Page<AuditEvent>> {
	const answer = await client.ask<object>('/EventLogging', {
		...query,
		...(token !== undefined && { ContinuationToken: token }),
	});
	const notice = valueOf(answer, 'ParsingError');
	return {
		...pageOf<AuditEvent>(answer, 'AuditEvents', 'ContinuationToken'),
		...(typeof notice === 'string' && notice !== '' && { notice }),
	};
}
