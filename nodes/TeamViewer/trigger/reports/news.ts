import type { ConnectionReport } from '../../teamviewer/types';
import { Memory } from '../memory';
import type { EndedReport } from './reading';
import type { ReportState } from './state';

/** What a look brought. */
export interface Choice {
	/** Oldest end first. */
	news: ConnectionReport[];
	/** The memory with everything that was chosen or passed over for good. */
	memory: Memory;
	/** The oldest end of the news that found no room; it is not remembered, so it is news again next time. */
	waitingFrom?: number;
}

/**
 * Chooses the news among what was read: what the state does not know yet, oldest end first.
 *
 * @param room how many items may still be emitted.
 * @param minimumDuration shorter connections are remembered, not emitted; milliseconds.
 */
export function chooseNews(
	state: Pick<ReportState, 'horizon' | 'memory' | 'muted'>,
	reports: EndedReport[],
	room: number,
	minimumDuration: number,
): Choice {
	const memory = new Memory(state.memory);
	const news: ConnectionReport[] = [];
	const unknown = reports
		.filter((report) => isNews(state, memory, report))
		.sort((one, other) => one.end - other.end || compare(one.report.id, other.report.id));

	for (const candidate of unknown) {
		const { report, end } = candidate;
		// A list can hold a record twice when something arrives between two pages.
		if (memory.has(report.id)) continue;
		if (isLongEnough(candidate, minimumDuration)) {
			if (news.length >= room) return { news, memory, waitingFrom: end };
			news.push(report);
		}
		memory.add(report.id, end);
	}
	return { news, memory };
}

/** Counts page by page what would be emitted if there were room, without remembering anything. */
export function newsCounter(
	state: Pick<ReportState, 'horizon' | 'memory' | 'muted'>,
	minimumDuration: number,
): (reports: EndedReport[]) => number {
	const memory = new Memory(state.memory);
	let count = 0;
	return (reports) => {
		for (const report of reports) {
			if (isNews(state, memory, report) && isLongEnough(report, minimumDuration)) count += 1;
		}
		return count;
	};
}

function isNews(
	{ horizon, muted }: Pick<ReportState, 'horizon' | 'muted'>,
	memory: Memory,
	{ report, start, end }: EndedReport,
): boolean {
	return (
		end >= horizon &&
		!muted.some(
			({ startedBefore, endedBefore }) =>
				start !== undefined && start < startedBefore && end < endedBefore,
		) &&
		!memory.has(report.id)
	);
}

/** A report without a start cannot be measured, so it counts as long enough; without a minimum, every one does. */
function isLongEnough({ start, end }: EndedReport, minimumDuration: number): boolean {
	return minimumDuration === 0 || start === undefined || end - start >= minimumDuration;
}

function compare(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
