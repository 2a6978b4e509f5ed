import type { IDataObject } from 'n8n-workflow';

import { toTeamViewerDate } from '../../../../nodes/TeamViewer/teamviewer/dates';
import { Refusal } from './line';

/** Something that happened, and when TeamViewer first lists it; milliseconds. */
export interface Occurrence {
	/** Equal ones of one second cannot be told apart in the event log. */
	name: string;
	at: number;
	listedAt: number;
	/** An alarm is resolved then. */
	resolvedAt: number;
}

/** How this TeamViewer lists, where nothing is promised. */
export interface LogManners {
	pageSize: number;
	order: 'newestFirst' | 'oldestFirst' | 'byName';
	/** Whether the end of a range belongs to it. */
	includesEnd: boolean;
}

/** `POST /EventLogging` and `POST /monitoring/alarms` in memory: pages go by place in the list. */
export class EventLogModel {
	constructor(
		private readonly occurrences: readonly Occurrence[],
		private readonly manners: LogManners,
		private readonly now: () => number,
	) {}

	events(query: IDataObject): object {
		const { page, next } = this.list(query);
		return {
			AuditEvents: page.map(({ name, at }) => ({
				EventName: name,
				Timestamp: toTeamViewerDate(at),
				AuthorEmail: null,
				EventDetails: [],
			})),
			ContinuationToken: next,
		};
	}

	alarms(query: IDataObject): object {
		const now = this.now();
		const { page, next } = this.list(query);
		return {
			Alarms: page.map((one) => ({
				AlarmId: `${one.name} ${this.occurrences.indexOf(one)}`,
				Status: one.resolvedAt <= now ? 1 : 0,
				TimeFrame: { FoundAt: toTeamViewerDate(one.at) },
			})),
			ContinuationToken: next,
		};
	}

	private list({ StartDate, EndDate, ContinuationToken }: IDataObject): {
		page: Occurrence[];
		next: string | null;
	} {
		const now = this.now();
		const { pageSize, includesEnd } = this.manners;
		const from = Date.parse(String(StartDate ?? '')) || -Infinity;
		const until = Date.parse(String(EndDate ?? '')) || Infinity;
		if (from > until) throw new Refusal(400);
		const all = this.occurrences
			.filter(({ at, listedAt }) => listedAt <= now && at >= from)
			.filter(({ at }) => at < until || (includesEnd && at === until))
			.sort((one, other) => this.compare(one, other));
		const end = Number(ContinuationToken ?? 0) + pageSize;
		return { page: all.slice(end - pageSize, end), next: end < all.length ? String(end) : null };
	}

	private compare(one: Occurrence, other: Occurrence): number {
		const { order } = this.manners;
		if (order === 'byName') return one.name < other.name ? -1 : one.name > other.name ? 1 : 0;
		return (other.at - one.at) * (order === 'newestFirst' ? 1 : -1);
	}
}
