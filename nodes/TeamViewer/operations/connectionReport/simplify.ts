import type { IDataObject } from 'n8n-workflow';

import { fromTeamViewerDate } from '../../teamviewer/dates';
import type { ConnectionReport, TeamViewerDate } from '../../teamviewer/types';

/** Who connected to what, when, for how long, for which session and what it costs. */
const FIELDS = [
	'id',
	'start_date',
	'end_date',
	'username',
	'devicename',
	'groupname',
	'session_code',
	'notes',
	'fee',
] as const;

/** Picks the fields that most workflows use, names and values untouched, and adds `duration_seconds`. */
export function simplifyReport(report: ConnectionReport): IDataObject {
	const simple: IDataObject = {};
	for (const field of FIELDS) {
		if (report[field] !== undefined) simple[field] = report[field];
	}
	const duration = durationSeconds(report);
	if (duration !== undefined) simple.duration_seconds = duration;
	return simple;
}

/** How long a connection lasted, in seconds; TeamViewer has no such field. Undefined while it has no end. */
export function durationSeconds(connection: {
	start_date?: TeamViewerDate;
	end_date?: TeamViewerDate;
}): number | undefined {
	const start = fromTeamViewerDate(connection.start_date);
	const end = fromTeamViewerDate(connection.end_date);
	return start === undefined || end === undefined ? undefined : Math.round((end - start) / 1000);
}
