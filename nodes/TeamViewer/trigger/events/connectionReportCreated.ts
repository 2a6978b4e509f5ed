import type { IDataObject } from 'n8n-workflow';

import { moment } from '../../fields/date';
import { REPORT_FILTERS, toReportQuery } from '../../fields/filters/connectionReport';
import { together } from '../../fields/filters/nameFilter';
import { number } from '../../fields/number';
import {
	connectionReportPage,
	type ConnectionReportQuery,
} from '../../teamviewer/connectionReports';
import { fromTeamViewerDate, toTeamViewerDate } from '../../teamviewer/dates';
import { simplifyReport } from '../../teamviewer/simplify/connectionReport';
import type { ConnectionReport } from '../../teamviewer/types';
import type { Range } from '../engine/feed/feedDefinition';
import { FeedEngine } from '../engine/feed/feedEngine';
import { CLOCK_SLACK } from '../engine/feed/scans';
import { COMMON_OPTIONS, hours, triggerEvent } from '../event';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Every report that TeamViewer lists after the activation, once its connection has ended. */
export const connectionReportCreated = triggerEvent({
	name: 'Connection Report Created',
	description: 'When TeamViewer lists the report of a connection that has ended',
	filters: {
		...REPORT_FILTERS,
		minimumDuration: number({
			displayName: 'Minimum Duration (Minutes)',
			minimum: 0,
			default: 1,
			kind: 'a number that is not below zero',
			description: 'Only connections that lasted at least so many minutes',
		}),
	},
	options: {
		...COMMON_OPTIONS,
		backfillFrom: moment({
			displayName: 'Backfill From',
			description:
				'The very first poll also emits the reports of connections that started at or after this moment',
		}),
		lateReportWindow: hours({
			displayName: 'Late Report Window (Hours)',
			default: 24,
			description:
				'How many hours after its end a connection may still be reported for the first time. Every report of this time is remembered: with 10,000 reports a day, each day takes 85 kB of the workflow in the database.',
		}),
		longestConnection: hours({
			displayName: 'Longest Connection (Hours)',
			default: 168,
			description: 'How many hours a connection may last; longer ones are not found',
		}),
	},
	query: (filters) => toReportQuery(filters),
	engine: ({ client, means, query, filters, options, simplify }) => {
		const { minimumDuration = 0 } = filters;
		const { lateReportWindow = 24 * HOUR, longestConnection = 168 * HOUR, backfillFrom } = options;
		return new FeedEngine<ConnectionReport>(
			{
				page: async (range, offset) =>
					await connectionReportPage(client, { ...query, ...dates(range) }, offset),
				id: ({ id }) => id,
				order: (report) => (typeof report.id === 'string' ? endOf(report) : undefined),
				start: startOf,
				isWanted: (report) => minimumDuration === 0 || lasted(report) >= minimumDuration * MINUTE,
				item: (report) => (simplify ? simplifyReport(report) : report) as IDataObject,
				window: lateReportWindow + CLOCK_SLACK,
				reach: longestConnection,
				takesRange: true,
				backfillFrom,
				emptyMessage: 'There is no connection report to show',
				emptyRemedy: together(
					REPORT_FILTERS.deviceName.whenNothingFits(filters.deviceName),
					REPORT_FILTERS.username.whenNothingFits(filters.username),
					'Change the filters, or make a connection and end it. TeamViewer lists nothing, too, while connection reporting is off for the user, or when the right to see connections is missing.',
				),
			},
			means,
		);
	},
});

/** TeamViewer's `from_date` is compared with the start; its `to_date` with the end or the start, depending on the source. */
function dates({ from, before }: Range): ConnectionReportQuery {
	return {
		...(from !== undefined && { from_date: toTeamViewerDate(from) }),
		...(before !== undefined && { to_date: toTeamViewerDate(before) }),
	};
}

function startOf({ start_date }: ConnectionReport): number | undefined {
	return fromTeamViewerDate(start_date);
}

/** A running connection has no end and waits until it has one. */
function endOf({ end_date }: ConnectionReport): number | undefined {
	return fromTeamViewerDate(end_date);
}

/** A report without a start cannot be measured, so it counts as long enough. */
function lasted(report: ConnectionReport): number {
	const start = startOf(report);
	return start === undefined ? Infinity : (endOf(report) ?? 0) - start;
}
