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
const LISTED_FIELDS = [...FIELDS, 'fee'] as const;
const UPDATED_FIELDS = [...FIELDS, 'billing_state'] as const;

/** Picks the fields that most workflows use, names and values untouched, and adds `duration_seconds`. */
export function simplifyReport(report: ConnectionReport): IDataObject {
	return withDuration(pick(report, LISTED_FIELDS), report);
}

/** The same after an update: whoever changed the billing state wants to see it, more than the fee. */
export function simplifyUpdatedReport(report: ConnectionReport): IDataObject {
	return withDuration(pick(report, UPDATED_FIELDS), report);
}

function withDuration(simple: IDataObject, report: ConnectionReport): IDataObject {
	const seconds = durationSeconds(report);
	if (seconds !== undefined) simple.duration_seconds = seconds;
	return simple;
}
