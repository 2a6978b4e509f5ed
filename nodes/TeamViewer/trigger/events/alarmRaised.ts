import type { IDataObject } from 'n8n-workflow';

import { ALARM_FILTERS, toAlarmQuery } from '../../fields/filters/alarm';
import { alarmPage, foundAt } from '../../teamviewer/alarms';
import { toTeamViewerDate } from '../../teamviewer/dates';
import { valueOf } from '../../teamviewer/keyCase';
import { simplifyAlarm } from '../../teamviewer/simplify/alarm';
import type { Alarm } from '../../teamviewer/types';
import type { Range } from '../engine/feed/feedDefinition';
import { FeedEngine } from '../engine/feed/feedEngine';
import { CLOCK_SLACK } from '../engine/feed/scans';
import { triggerEvent } from '../event';
import { LATE_OPTIONS, LATE_WINDOW } from './lateWindow';

/** Every alarm of the monitoring, also one that was resolved before the poll. */
export const alarmRaised = triggerEvent({
	name: 'Alarm Raised',
	description: 'When the monitoring finds a problem on a device; not with a company token',
	filters: ALARM_FILTERS,
	options: LATE_OPTIONS,
	query: toAlarmQuery,
	engine: ({ client, means, query, options, simplify }) => {
		const { lateReportWindow = LATE_WINDOW } = options;
		return new FeedEngine<Alarm>(
			{
				page: async (range, token) => await alarmPage(client, { ...query, ...dates(range) }, token),
				id: (alarm) => String(valueOf(alarm, 'AlarmId')),
				order: (alarm) =>
					typeof valueOf(alarm, 'AlarmId') === 'string' ? foundAt(alarm) : undefined,
				item: (alarm) => (simplify ? simplifyAlarm(alarm) : alarm) as IDataObject,
				window: lateReportWindow + CLOCK_SLACK,
				reach: 0,
				takesRange: true,
				isUnsorted: true,
				emptyMessage: 'There is no alarm to show',
				emptyRemedy:
					'Change the filters, or wait for an alarm. TeamViewer lists alarms of monitored devices only.',
			},
			means,
		);
	},
});

function dates({ from, before }: Range): { StartDate?: string; EndDate?: string } {
	return {
		...(from !== undefined && { StartDate: toTeamViewerDate(from) }),
		...(before !== undefined && { EndDate: toTeamViewerDate(before) }),
	};
}
