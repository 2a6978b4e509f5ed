import type { DeviceReport } from '../types';
import { durationSeconds } from '../connection';
import { pick, type Simple } from './pick';

/** Who connected from where to what, and when. */
const FIELDS = [
	'id',
	'start_date',
	'end_date',
	'userid',
	'username',
	'originid',
	'targetid',
	'targetname',
] as const;

/** Picks the fields that most workflows use, names and values untouched, and adds `duration_seconds`. */
export function simplifyDeviceReport(report: DeviceReport): Simple {
	const duration = durationSeconds(report);
	return {
		...pick(report, FIELDS),
		...(duration !== undefined && { duration_seconds: duration }),
	};
}
