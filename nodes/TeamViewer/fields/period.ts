import { tryToParseDateTime } from 'n8n-workflow';

import { InvalidInput } from '../errors/invalidInput';
import { toTeamViewerDate } from '../teamviewer/dates';
import type { TeamViewerDate } from '../teamviewer/types';
import { choice } from './choice';
import type { Field, Wording, Workflow } from './field';

/** The names of the periods that a list can be limited to. */
export type PeriodName = 'last24Hours' | 'last7Days' | 'last30Days' | 'thisMonth' | 'lastMonth';

const HOUR = 3_600_000;

/** A period that everybody has a word for, by the workflow's time zone. */
export function period(wording: Wording): Field<PeriodName | undefined> {
	return choice({
		...wording,
		options: [
			{ name: 'Last 24 Hours', value: 'last24Hours' },
			{ name: 'Last 30 Days', value: 'last30Days' },
			{ name: 'Last 7 Days', value: 'last7Days' },
			{
				name: 'Last Month',
				value: 'lastMonth',
				description: 'The whole calendar month before this one',
			},
			{ name: 'This Month', value: 'thisMonth', description: 'Since the first day of this month' },
		],
		default: 'last7Days',
	});
}

/** A period by its two ends: at or after the one, before the other. */
export interface Period {
	from?: TeamViewerDate;
	until?: TeamViewerDate;
}

/**
 * The period that a user chose by its name or by its two ends.
 *
 * @throws {InvalidInput} when both ways are used, or the period is empty.
 */
export function chosenPeriod(
	named: PeriodName | undefined,
	{ from, until }: Period,
	labels: { period: string; from: string; until: string },
	{ timezone }: Workflow,
): Period {
	if (named !== undefined && (from ?? until) !== undefined) {
		throw new InvalidInput(
			`'${labels.period}' cannot be used together with '${labels.from}' or '${labels.until}'`,
			'Remove the one or the other.',
		);
	}
	if (from !== undefined && until !== undefined && from >= until) {
		throw new InvalidInput(
			`'${labels.from}' is not earlier than '${labels.until}'`,
			'Nothing can be in such a period: exchange or change the two dates.',
		);
	}
	return named === undefined ? { from, until } : periodOf(named, Date.now(), timezone);
}

function periodOf(named: PeriodName, now: number, timezone: string): Period {
	const month = tryToParseDateTime(new Date(now), timezone).startOf('month');
	switch (named) {
		case 'last24Hours':
			return { from: toTeamViewerDate(now - 24 * HOUR) };
		case 'last7Days':
			return { from: toTeamViewerDate(now - 7 * 24 * HOUR) };
		case 'last30Days':
			return { from: toTeamViewerDate(now - 30 * 24 * HOUR) };
		case 'thisMonth':
			return { from: toTeamViewerDate(month.toMillis()) };
		case 'lastMonth':
			return {
				from: toTeamViewerDate(month.minus({ months: 1 }).toMillis()),
				until: toTeamViewerDate(month.toMillis()),
			};
	}
}
