import { durationSeconds } from '../connection';
import type { ConnectionReport } from '../types';
import { pick, type Simple } from './pick';

/**
 * Picks who connected to what, when, for which session and whether it is billed, names and values untouched, and adds
 * `duration_seconds`. A device without a name is told by its ID.
 */
export function simplifyReport(report: ConnectionReport): Simple {
	const simple = pick(report, [
		'id',
		'start_date',
		'end_date',
		'username',
		report.devicename ? 'devicename' : 'deviceid',
		'groupname',
		'session_code',
		'billing_state',
		'notes',
	]);
	const seconds = durationSeconds(report);
	// Not as a copy with one field more: a list has many reports.
	if (seconds !== undefined) simple.duration_seconds = seconds;
	return simple;
}
