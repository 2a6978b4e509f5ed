import { isRecord } from '../isRecord';
import { valueOf } from '../keyCase';
import type { Alarm } from '../types';
import { pick, type Simple } from './pick';

/** What is wrong, on which device, and whether somebody takes care of it. Types are numbers that TeamViewer has no names for. */
const FIELDS = [
	'AlarmId',
	'Status',
	'DeviceId',
	'GroupId',
	'AlarmConfiguration',
	'AlarmDetails',
] as const;

const MOMENTS = ['FoundAt', 'ResolvedAt', 'AcknowledgedAt', 'AcknowledgedBy'] as const;

/**
 * Picks the fields that most workflows use, names and values untouched; those of `TimeFrame` come up under their names.
 * What has not happened yet is left out: TeamViewer sends null for it.
 */
export function simplifyAlarm(alarm: Alarm): Simple {
	const when = valueOf(alarm, 'TimeFrame') as Alarm['TimeFrame'];
	const simple = { ...pick(alarm, FIELDS), ...(isRecord(when) && pick(when, MOMENTS)) };
	return Object.fromEntries(Object.entries(simple).filter(([, value]) => value !== null));
}
