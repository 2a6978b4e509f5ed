import { pageOf } from './answer';
import type { TeamViewerClient } from './client';
import { fromTeamViewerDate } from './dates';
import { isRecord } from './isRecord';
import { valueOf } from './keyCase';
import { readPages, type Page } from './pages';
import type { Alarm, TeamViewerDate } from './types';

/** What `POST /monitoring/alarms` takes; it spells its parameters in Pascal case. */
export interface AlarmQuery {
	/** 0 failed, 1 resolved, 2 acknowledged. */
	Status?: number;
	/** The TeamViewer ID, digits only. */
	DeviceId?: string;
	/** A group's ID without its `g`. */
	GroupId?: number | string;
	/** Lists alarms that were found at or after it. */
	StartDate?: TeamViewerDate;
	/** Lists alarms that were found before it; whether one of this very moment is listed is not documented. */
	EndDate?: TeamViewerDate;
}

/**
 * One page of alarms, continued after the `ContinuationToken` of the page before. Asked for by POST: the tokens outgrow a
 * URL (OpenAPI document). Needs a user token.
 */
export async function alarmPage(
	client: TeamViewerClient,
	query: AlarmQuery,
	token?: string,
): Promise<Page<Alarm>> {
	return pageOf<Alarm>(
		await client.ask('/monitoring/alarms', {
			...query,
			...(token !== undefined && { ContinuationToken: token }),
		}),
		'Alarms',
		'ContinuationToken',
	);
}

/** All alarms, page by page. */
export function alarmPages(
	client: TeamViewerClient,
	query: AlarmQuery,
): AsyncGenerator<Page<Alarm>, void, void> {
	return readPages(async (token) => await alarmPage(client, query, token));
}

/** Keeps what was found before the limit; everything where there is none. */
export function wasFoundBefore(
	limit: TeamViewerDate | undefined,
): ((alarm: Alarm) => boolean) | undefined {
	const limitMs = fromTeamViewerDate(limit);
	return limitMs === undefined ? undefined : (alarm) => (foundAt(alarm) ?? -Infinity) < limitMs;
}

/** When an alarm was found; milliseconds since 1970. */
export function foundAt(alarm: Alarm): number | undefined {
	const when = valueOf(alarm, 'TimeFrame');
	return isRecord(when) ? fromTeamViewerDate(valueOf(when, 'FoundAt')) : undefined;
}
