import { fromTeamViewerDate } from '../../teamviewer/dates';
import { parts } from './entries';

/**
 * When a connection ended and how long it took, `2026-01-31 08:40 · 25 min`, in UTC as in the report. People look for it by
 * its end, by which the list is sorted, and n8n shows the beginning of a long entry only.
 */
export function connectionTimes(startDate?: string, endDate?: string): string {
	const start = fromTeamViewerDate(startDate);
	const end = fromTeamViewerDate(endDate);
	if (end === undefined) return start === undefined ? '' : `running since ${toMinute(start)}`;
	const minutes = start === undefined ? undefined : Math.max(1, Math.round((end - start) / 60_000));
	return parts(toMinute(end), minutes === undefined ? undefined : `${minutes} min`);
}

function toMinute(time: number): string {
	return new Date(time).toISOString().slice(0, 16).replace('T', ' ');
}
