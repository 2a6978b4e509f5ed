import type { TeamViewerDate } from '../../teamviewer/types';
import type { Added } from '../collection';
import { date } from '../date';
import type { Workflow } from '../field';
import { chosenPeriod, period } from '../period';

/** The period that reports can be limited to. */
export const PERIOD_FILTERS = {
	endedBefore: date({
		displayName: 'Ended Before',
		apiName: 'to_date',
		description: 'Only connections that ended before this moment',
	}),
	period: period({
		displayName: 'Period',
		description:
			"Only connections of this period, by the workflow's time zone; instead of Started After and Ended Before",
	}),
	startedAfter: date({
		displayName: 'Started After',
		apiName: 'from_date',
		description: 'Only connections that started at or after this moment',
	}),
};

/** That period as TeamViewer takes it. @throws {InvalidInput} when it is none. */
export function toPeriodQuery(
	{ period: named, startedAfter, endedBefore }: Added<typeof PERIOD_FILTERS>,
	workflow: Workflow,
): { from_date?: TeamViewerDate; to_date?: TeamViewerDate } {
	const labels = { period: 'Period', from: 'Started After', until: 'Ended Before' };
	const given = { from: startedAfter, until: endedBefore };
	const { from, until } = chosenPeriod(named, given, labels, workflow);
	return { from_date: from, to_date: until };
}
