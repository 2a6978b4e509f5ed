import type { ConnectionReportQuery } from '../../../../nodes/TeamViewer/teamviewer/connectionReports';
import { toTeamViewerDate } from '../../../../nodes/TeamViewer/teamviewer/dates';
import type { Page } from '../../../../nodes/TeamViewer/teamviewer/pages';
import type { ConnectionReport } from '../../../../nodes/TeamViewer/teamviewer/types';
import { Refusal } from './line';

/** One connection and the fate of its report; milliseconds. */
export interface Connection {
	id: string;
	start: number;
	end: number;
	/** When TeamViewer first lists it with its end. */
	publishedAt: number;
	/** Whether it is listed, without an end, while it runs. */
	listedWhileRunning: boolean;
	deletedAt: number;
}

/** How this TeamViewer behaves where its documents leave it open, and how big its pages are. */
export interface Manners {
	toDateMeans: 'end' | 'start';
	pageSize: number;
	runningFirst: boolean;
	/** Whether a page may be continued after a record that was deleted meanwhile; otherwise that is an error. */
	remembersDeleted: boolean;
}

/** `GET /reports/connections` in memory. */
export class ReportModel {
	/** Whether the list is out of order: its oldest report stands first. */
	shuffled = false;

	/** Which order the pages before a token had: a reading goes on in the order it began with, at a later poll too. */
	private readonly orders = new Map<string, boolean>();

	constructor(
		private readonly connections: readonly Connection[],
		private readonly manners: Manners,
		private readonly now: () => number,
	) {}

	list(query: ConnectionReportQuery, token?: string): Page<ConnectionReport> {
		const now = this.now();
		const { pageSize, remembersDeleted } = this.manners;
		const order = this.connections
			.filter((connection) => this.isListed(connection, now))
			.sort((one, other) => this.compare(one, other, now));
		const shuffled = this.orders.get(token?.toLowerCase() ?? '') ?? this.shuffled;
		if (shuffled) order.unshift(...order.splice(-1));
		let from = 0;
		if (token !== undefined) {
			const last = order.findIndex(({ id }) => id === token.toLowerCase());
			const isGone = last === -1 || (order[last] as Connection).deletedAt <= now;
			if (last === -1 || (isGone && !remembersDeleted)) throw new Refusal(400);
			from = last + 1;
		}
		const startedFrom = Date.parse(query.from_date ?? '') || -Infinity;
		const before = Date.parse(query.to_date ?? '') || Infinity;
		const matching = order
			.slice(from)
			.filter(
				(connection) =>
					connection.deletedAt > now &&
					connection.start >= startedFrom &&
					(before === Infinity || this.bound(connection, now) < before),
			);
		const rows = matching.slice(0, pageSize);
		const remaining = matching.length - rows.length;
		const next = rows.at(-1)?.id;
		if (next !== undefined) this.orders.set(next, shuffled);
		return {
			records: rows.map((row) => this.toRecord(row, now)),
			...(remaining > 0 && { remaining, next }),
		};
	}

	/** Running ones with `runningFirst` before all others, then the newest end first. */
	private compare(one: Connection, other: Connection, now: number): number {
		return this.listedEnd(other, now) - this.listedEnd(one, now) || (one.id < other.id ? -1 : 1);
	}

	private listedEnd(connection: Connection, now: number): number {
		if (connection.publishedAt <= now) return connection.end;
		return this.manners.runningFirst ? Number.MAX_SAFE_INTEGER : 0;
	}

	private isListed({ start, publishedAt, listedWhileRunning }: Connection, now: number): boolean {
		return publishedAt <= now || (listedWhileRunning && start <= now);
	}

	/** What `to_date` is compared with. */
	private bound({ start, end, publishedAt }: Connection, now: number): number {
		if (this.manners.toDateMeans === 'start') return start;
		return publishedAt <= now ? end : Infinity;
	}

	/** Ids come in either case. */
	private toRecord({ id, start, end, publishedAt }: Connection, now: number): ConnectionReport {
		return {
			id: now % 2_000 < 1_000 ? id : id.toUpperCase(),
			start_date: toTeamViewerDate(start),
			...(publishedAt <= now && { end_date: toTeamViewerDate(end) }),
		};
	}
}
