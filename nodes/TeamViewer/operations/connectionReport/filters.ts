import type { IDataObject } from 'n8n-workflow';

import { checkTeamViewerId } from '../../inputs/ids';
import { InvalidInput, quoted } from '../../inputs/invalidInput';
import { readSessionCode } from '../../inputs/sessionCode';
import { readSwitch, readText } from '../../inputs/text';
import { readGroupFilter } from '../../pickers/group';
import { readUserId } from '../../pickers/user';
import type { ConnectionReportQuery } from '../../teamviewer/connectionReports';

/** The filters that the list and the trigger share, as TeamViewer takes them. @throws {InvalidInput} naming the field. */
export function readReportFilters(
	filters: IDataObject,
): Omit<ConnectionReportQuery, 'from_date' | 'to_date'> {
	const deviceId = readText(filters.deviceId, 'Device ID');
	const sessionCode = readText(filters.sessionCode, 'Session Code');
	return {
		deviceid: deviceId === undefined ? undefined : checkTeamViewerId(deviceId, 'Device ID'),
		devicename: readText(filters.deviceName, 'Device Name'),
		groupid: readGroupFilter(filters.group, 'Group'),
		has_code: readSwitch(filters.hasCode, 'Has Session Code'),
		session_code:
			sessionCode === undefined ? undefined : readSessionCode(sessionCode, 'Session Code'),
		support_session_type: readConnectionType(filters.connectionType),
		userid: readUserId(filters.user, 'User'),
		username: readText(filters.username, 'Username'),
	};
}

function readConnectionType(value: unknown): string | undefined {
	const text = readText(value, 'Connection Type');
	if (text === undefined || ['1', '2', '3'].includes(text)) return text;
	throw new InvalidInput(
		`'Connection Type' is ${quoted(text)}, which TeamViewer does not know`,
		'Use 1 (remote connection), 2 (remote support) or 3 (remote support by SDK).',
	);
}
