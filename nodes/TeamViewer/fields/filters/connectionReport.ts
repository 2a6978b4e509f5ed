import type { ConnectionReportQuery } from '../../teamviewer/connectionReports';
import { choice } from '../choice';
import type { Added } from '../collection';
import { reportGroupLocator } from '../locators/group';
import { readSessionCode } from '../locators/sessionCode';
import { watchedUserLocator } from '../locators/user';
import { checkTeamViewerId } from '../teamViewerId';
import { text } from '../text';
import { nameFilter } from './nameFilter';

/** What connection reports can be filtered by, in the list as in the trigger. */
export const REPORT_FILTERS = {
	connectionType: choice({
		displayName: 'Connection Type',
		apiName: 'support_session_type',
		options: [
			{ name: 'Remote Connection', value: 1 },
			{ name: 'Remote Support', value: 2 },
			{ name: 'Remote Support (SDK)', value: 3 },
		],
		default: 1,
		description: 'Only connections of this type',
	}),
	deviceId: text({
		displayName: 'TeamViewer ID',
		apiName: 'deviceid',
		placeholder: 'e.g. 123 456 789',
		check: checkTeamViewerId,
		description: 'Only connections to the device with this TeamViewer ID',
	}),
	deviceName: nameFilter({
		displayName: 'Device Name',
		apiName: 'devicename',
		placeholder: 'e.g. FRONTDESK-01',
		isPartEnough: 'unknown',
		description:
			'Only connections to devices of this name; unnamed_device means those without a name. Not with a company token.',
	}),
	group: reportGroupLocator({
		displayName: 'Group',
		description: 'Only connections to devices of this group; ID 0 means devices without a group',
	}),
	hasCode: choice({
		displayName: 'Has Session Code',
		apiName: 'has_code',
		options: [
			{
				name: 'With Session Code',
				value: true,
				description: 'The customer came by the link or the code of a session',
			},
			{
				name: 'Without Session Code',
				value: false,
				description: 'Such as unattended access to a device',
			},
		],
		default: true,
		description: 'Only connections that were made in this way',
	}),
	sessionCode: text({
		displayName: 'Session Code',
		apiName: 'session_code',
		placeholder: 'e.g. s123-456-789',
		check: readSessionCode,
		description: 'Only connections of the session with this code or link',
	}),
	user: watchedUserLocator({
		displayName: 'User',
		description: 'Only connections that this user started',
	}),
	username: nameFilter({
		displayName: 'Username',
		apiName: 'username',
		placeholder: 'e.g. Nathan Smith',
		isPartEnough: 'unknown',
		description: 'Only connections started by users of this name',
	}),
};

/** The filters as TeamViewer takes them. */
export function toReportQuery(
	filters: Added<typeof REPORT_FILTERS>,
): Omit<ConnectionReportQuery, 'from_date' | 'to_date'> {
	return {
		deviceid: filters.deviceId,
		devicename: filters.deviceName,
		groupid: filters.group,
		has_code: filters.hasCode,
		session_code: filters.sessionCode,
		support_session_type:
			filters.connectionType === undefined ? undefined : String(filters.connectionType),
		userid: filters.user,
		username: filters.username,
	};
}
