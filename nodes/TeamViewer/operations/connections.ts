import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { readDate } from '../inputs/dates';
import { InvalidInput } from '../inputs/invalidInput';
import { fromTeamViewerDate } from '../teamviewer/dates';
import type { TeamViewerDate } from '../teamviewer/types';

/** A connection as both kinds of reports have it. */
interface Connection {
	start_date?: TeamViewerDate;
	end_date?: TeamViewerDate;
}

/** How long a connection lasted, in seconds; TeamViewer has no such field. Undefined while it has no end. */
export function durationSeconds({ start_date, end_date }: Connection): number | undefined {
	const start = fromTeamViewerDate(start_date);
	const end = fromTeamViewerDate(end_date);
	return start === undefined || end === undefined ? undefined : Math.round((end - start) / 1000);
}

/**
 * Keeps what ended before the limit; everything where there is none. TeamViewer may read `to_date` as a limit of the
 * start; for the user it is the end under either reading.
 */
export function hasEndedBefore(
	limit: TeamViewerDate | undefined,
): ((connection: Connection) => boolean) | undefined {
	const limitMs = fromTeamViewerDate(limit);
	return limitMs === undefined
		? undefined
		: ({ end_date }) => (fromTeamViewerDate(end_date) ?? Infinity) < limitMs;
}

/** The period that reports can be limited to. */
export const PERIOD_FILTERS = {
	endedBefore: {
		displayName: 'Ended Before',
		name: 'endedBefore',
		type: 'dateTime',
		default: '',
		description: 'Only connections that ended before this moment',
	},
	startedAfter: {
		displayName: 'Started After',
		name: 'startedAfter',
		type: 'dateTime',
		default: '',
		description: 'Only connections that started at or after this moment',
	},
} satisfies Record<string, INodeProperties>;

/** That period as TeamViewer takes it. @throws {InvalidInput} when it is none. */
export function readPeriod(
	{ startedAfter, endedBefore }: IDataObject,
	timezone: string,
): { from_date?: TeamViewerDate; to_date?: TeamViewerDate } {
	const from_date = readDate(startedAfter, 'Started After', timezone);
	const to_date = readDate(endedBefore, 'Ended Before', timezone);
	if (from_date !== undefined && to_date !== undefined && from_date >= to_date) {
		throw new InvalidInput(
			"'Started After' is not earlier than 'Ended Before'",
			'No connection can be in such a period: exchange or change the two dates.',
		);
	}
	return { from_date, to_date };
}

/** An empty list of reports says less than it seems to. */
export const NO_REPORTS =
	'No reports found. If there should be some: connection logging may be turned off for the users, or the token may not be allowed to view their connections.';
