import type { IDataObject } from 'n8n-workflow';

import type { ConnectionReport } from '../../teamviewer/types';
import { durationSeconds } from '../connections';
import { pick } from '../pick';

/** Who connected to what, when and for which session. */
const FIELDS = [
	'id',
	'start_date',
	'end_date',
	'username',
	'devicename',
	'groupname',
	'session_code',
	'notes',
] as const;

/** Picks the fields that most workflows use, names and values untouched, and adds `duration_seconds`. */
export function simplifyReport(report: ConnectionReport): IDataObject {
	return { ...pick(report, [...FIELDS, 'fee']), ...duration(report) };
}

/** The same after an update: whoever changed the billing state wants to see it, more than the fee. */
export function simplifyUpdatedReport(report: ConnectionReport): IDataObject {
	return { ...pick(report, [...FIELDS, 'billing_state']), ...duration(report) };
}

function duration(report: ConnectionReport): IDataObject {
	const seconds = durationSeconds(report);
	return seconds === undefined ? {} : { duration_seconds: seconds };
}
