import type { IDataObject } from 'n8n-workflow';

import { AUDIT_EVENT_FILTERS, toAuditEventQuery } from '../../fields/filters/auditEvent';
import { auditEventPage, EVENT_LOG_MONTHS } from '../../teamviewer/auditEvents';
import { fromTeamViewerDate, toTeamViewerDate } from '../../teamviewer/dates';
import { valueOf } from '../../teamviewer/keyCase';
import { simplifyAuditEvent } from '../../teamviewer/simplify/auditEvent';
import type { AuditEvent } from '../../teamviewer/types';
import { FeedEngine } from '../engine/feed/feedEngine';
import { CLOCK_SLACK } from '../engine/feed/scans';
import { triggerEvent } from '../event';
import { LATE_OPTIONS, LATE_WINDOW } from './lateWindow';

/** TeamViewer refuses to look further back. A day less, for months of different lengths. Milliseconds. */
const LONGEST_LOOK_BACK = (EVENT_LOG_MONTHS * 30 - 1) * 24 * 3_600_000;

/** Every entry of the company's event log, as many times as it is listed. */
export const auditEventCreated = triggerEvent({
	name: 'Audit Event Created',
	description: 'When the event log tells of something that was done in the company',
	filters: AUDIT_EVENT_FILTERS,
	options: LATE_OPTIONS,
	query: toAuditEventQuery,
	engine: ({ client, means, query, options, simplify }) => {
		const { lateReportWindow = LATE_WINDOW } = options;
		// All pages of a poll ask for the same, so that what is listed meanwhile moves none of them.
		const begun = means.now();
		const oldest = begun - LONGEST_LOOK_BACK;
		return new FeedEngine<AuditEvent>(
			{
				page: async ({ from = oldest, before = begun }, token) => {
					const start = Math.max(from, oldest);
					const end = Math.max(Math.min(before, begun), start);
					const dates = { StartDate: toTeamViewerDate(start), EndDate: toTeamViewerDate(end) };
					return await auditEventPage(client, { ...query, ...dates }, token);
				},
				id: identify,
				order: (event) => fromTeamViewerDate(valueOf(event, 'Timestamp')),
				item: (event) => (simplify ? simplifyAuditEvent(event) : event) as IDataObject,
				window: lateReportWindow + CLOCK_SLACK,
				reach: 0,
				takesRange: true,
				isUnsorted: true,
				countsEqualRecords: true,
				emptyMessage: 'There is no audit event to show',
				emptyRemedy:
					'Change the filters, or do something that TeamViewer logs, e.g. rename a group in the Management Console.',
			},
			means,
		);
	},
});

/** What an event is known by. */
const TELLING = [
	...['Timestamp', 'Author', 'AuthorEmail'],
	...['EventName', 'EventType', 'AffectedItem', 'EventDetails'],
];

/** Events have no ID. Two that are equal in everything count as two, which the engine sees to. */
function identify(event: AuditEvent): string {
	return JSON.stringify(TELLING.map((key) => valueOf(event, key)));
}
