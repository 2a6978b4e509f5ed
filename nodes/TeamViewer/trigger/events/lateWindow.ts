import { COMMON_OPTIONS, hours } from '../event';

const HOUR = 3_600_000;

/** How late something may be listed where the user does not say. Milliseconds. */
export const LATE_WINDOW = HOUR;

/** The options of events that may be listed late. */
export const LATE_OPTIONS = {
	...COMMON_OPTIONS,
	lateReportWindow: hours({
		displayName: 'Late Report Window (Hours)',
		default: 1,
		description:
			'How many hours after it happened something may still be listed for the first time. All of this time is read again now and then, so a longer window costs more calls.',
	}),
};
