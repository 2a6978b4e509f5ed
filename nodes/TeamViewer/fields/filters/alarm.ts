import type { AlarmQuery } from '../../teamviewer/alarms';
import { idNumber } from '../../teamviewer/idNumber';
import { withoutUndefined } from '../../teamviewer/withoutUndefined';
import type { Added } from '../collection';
import { groupLocator } from '../locators/group';
import { checkTeamViewerId } from '../teamViewerId';
import { text } from '../text';

/** What alarms can be filtered by, in the list as in the trigger. */
export const ALARM_FILTERS = {
	deviceId: text({
		displayName: 'TeamViewer ID',
		apiName: 'DeviceId',
		placeholder: 'e.g. 123 456 789',
		check: checkTeamViewerId,
		description: 'Only alarms of the device with this TeamViewer ID',
	}),
	group: groupLocator({
		displayName: 'Group',
		apiName: 'GroupId',
		description: 'Only alarms of devices in this group',
	}),
};

/** The filters as TeamViewer takes them. */
export function toAlarmQuery({
	deviceId,
	group,
}: Added<typeof ALARM_FILTERS>): Pick<AlarmQuery, 'DeviceId' | 'GroupId'> {
	return withoutUndefined({
		DeviceId: deviceId,
		// Alarms name groups without their letter.
		GroupId: group === undefined ? undefined : idNumber(group),
	});
}
