import { list } from '../../execution/listing';
import { LISTING } from '../../fields/listing';
import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../fields/simplify';
import { choice } from '../../fields/choice';
import { filters, then } from '../../fields/collection';
import { date } from '../../fields/date';
import { ALARM_FILTERS, toAlarmQuery } from '../../fields/filters/alarm';
import { chosenPeriod, period } from '../../fields/period';
import { alarmPages, wasFoundBefore } from '../../teamviewer/alarms';
import { simplifyAlarm } from '../../teamviewer/simplify/alarm';
import { withoutUndefined } from '../../teamviewer/withoutUndefined';

/** TeamViewer numbers them. Source: OpenAPI document. */
const STATUSES = { failed: 0, resolved: 1, acknowledged: 2 } as const;

const FILTERS = {
	...ALARM_FILTERS,
	foundAfter: date({
		displayName: 'Found After',
		apiName: 'StartDate',
		description: 'Only alarms that were found at or after this moment',
	}),
	foundBefore: date({
		displayName: 'Found Before',
		apiName: 'EndDate',
		description: 'Only alarms that were found before this moment',
	}),
	period: period({
		displayName: 'Period',
		description:
			"Only alarms that were found in this period, by the workflow's time zone; instead of Found After and Found Before",
	}),
	status: choice({
		displayName: 'Status',
		apiName: 'Status',
		options: [
			{ name: 'Acknowledged', value: 'acknowledged', description: 'Somebody has taken note' },
			{ name: 'Failed', value: 'failed', description: 'The problem is still there' },
			{ name: 'Resolved', value: 'resolved', description: 'The problem is gone' },
		],
		default: 'failed',
		description: 'Only alarms in this state',
	}),
};

export const getAll = operation({
	name: 'Get Many',
	action: 'Get alarms',
	description:
		'Get the alarms of device monitoring: what is wrong, where and since when; not with a company token',
	fields: {
		...LISTING,
		simplify: SIMPLIFY,
		filters: then(filters(FILTERS), (chosen, workflow) => {
			const { foundAfter, foundBefore, status } = chosen;
			const labels = { period: 'Period', from: 'Found After', until: 'Found Before' };
			const given = { from: foundAfter, until: foundBefore };
			const { from, until } = chosenPeriod(chosen.period, given, labels, workflow);
			return {
				...toAlarmQuery(chosen),
				...withoutUndefined({
					Status: status === undefined ? undefined : STATUSES[status],
					StartDate: from,
					EndDate: until,
				}),
			};
		}),
	},
	async run({ simplify, filters: query, ...wanted }, context) {
		return await list(context, wanted, alarmPages(context.teamviewer, query), {
			things: 'alarms',
			toJson: simplify ? simplifyAlarm : undefined,
			keep: wasFoundBefore(query.EndDate),
		});
	},
});
