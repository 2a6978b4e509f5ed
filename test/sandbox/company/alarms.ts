import { DAY, MINUTE, writeDate } from '../dates';
import type { Random } from '../random';
import { guid } from './ids';
import { ALARM_TEXTS } from './names';
import type { Device, TeamViewerDate } from './types';

/** 0 failed, 1 resolved, 2 acknowledged. */
export type AlarmStatus = 0 | 1 | 2;

/** An alarm of the monitoring, in Pascal case as the OpenAPI document has it. */
export interface Alarm {
	AlarmId: string;
	/** 0 to 27; TeamViewer documents no names. */
	Type: number;
	AlarmConfiguration: string;
	AlarmDetails: string;
	/** The TeamViewer ID. */
	DeviceId: number;
	/** Without the letter that group ids carry. */
	GroupId: number;
	GroupIds: string[];
	Status: AlarmStatus;
	TimeFrame: {
		FoundAt: TeamViewerDate;
		ResolvedAt: TeamViewerDate | null;
		AcknowledgedAt: TeamViewerDate | null;
		AcknowledgedBy: string | null;
	};
}

/** An alarm that a device raised at `foundAt` (ms). */
export function writeAlarm(
	random: Random,
	device: Device,
	foundAt: number,
	status: AlarmStatus,
	by: string,
): Alarm {
	const { type, configuration, details } = random.pick(ALARM_TEXTS);
	const later = writeDate(foundAt + random.whole(5, 240) * MINUTE);
	const group = (device.groupid ?? '').slice(1);
	return {
		AlarmId: guid(random).toLowerCase(),
		Type: type,
		AlarmConfiguration: configuration,
		AlarmDetails: details,
		DeviceId: Number(device.teamviewer_id),
		GroupId: Number(group),
		GroupIds: [group],
		Status: status,
		TimeFrame: {
			FoundAt: writeDate(foundAt),
			ResolvedAt: status === 1 ? later : null,
			AcknowledgedAt: status === 2 ? later : null,
			AcknowledgedBy: status === 2 ? by : null,
		},
	};
}

/** `count` alarms of the last month, newest first; most are dealt with. */
export function pastAlarms(
	random: Random,
	devices: Device[],
	now: number,
	count: number,
	by: string,
): Alarm[] {
	return Array.from({ length: count }, () => Math.floor((0.02 + random.next()) * 30 * DAY))
		.sort((a, b) => a - b)
		.map((age) =>
			writeAlarm(random, random.pick(devices), now - age, random.pick([0, 1, 1, 2] as const), by),
		);
}
