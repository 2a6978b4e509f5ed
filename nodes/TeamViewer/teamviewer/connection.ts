import { fromTeamViewerDate } from './dates';
import type { TeamViewerDate } from './types';

/** A connection as both kinds of reports have it. */
export interface Connection {
	start_date?: TeamViewerDate;
	end_date?: TeamViewerDate;
}

/** How long a connection lasted, in seconds; TeamViewer has no such field. Undefined while it has no end. */
export function durationSeconds({ start_date, end_date }: Connection): number | undefined {
	const start = fromTeamViewerDate(start_date);
	const end = fromTeamViewerDate(end_date);
	// A clock that was set while it lasted can put the end before the start.
	return start === undefined || end === undefined
		? undefined
		: Math.max(0, Math.round((end - start) / 1000));
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
