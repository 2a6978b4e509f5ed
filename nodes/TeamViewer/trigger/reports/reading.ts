import { fromTeamViewerDate } from '../../teamviewer/dates';
import type { Page } from '../../teamviewer/pages';
import type { ConnectionReport } from '../../teamviewer/types';

/** A report whose connection has ended, with its dates as milliseconds since 1970. */
export interface EndedReport {
	report: ConnectionReport;
	start: number | undefined;
	end: number;
}

/** What was read of a list that is sorted by end, newest first. */
export interface Reading {
	/** Every ended report of the pages that were read. A running connection has no end and waits until it has one. */
	reports: EndedReport[];
	/** Whether everything that ended at or after the bottom was read. */
	complete: boolean;
	/** The newest end of the first page: what is listed after that answer ended later, or is late. */
	newestEnd: number | undefined;
	/** Everything that ended later was read; undefined where nothing was read, or the order cannot be relied on. */
	oldestEnd: number | undefined;
	/** How many records TeamViewer sent. */
	records: number;
	/** How the next page is asked for where it is not complete. */
	next: string | undefined;
}

/**
 * Reads pages until a report ended before `bottom`. Where a page is not sorted as documented, an old report proves
 * nothing, so it reads on to the end of the list.
 *
 * @param goOn is asked before every further page, with the reports of the page before.
 */
export async function readDown(
	pages: AsyncIterable<Page<ConnectionReport>>,
	bottom: number,
	goOn: (reports: EndedReport[]) => boolean,
): Promise<Reading> {
	const reading: Reading = {
		reports: [],
		complete: true,
		newestEnd: undefined,
		oldestEnd: undefined,
		records: 0,
		next: undefined,
	};
	let lowest = Infinity;
	let sorted = true;
	let first = true;

	for await (const page of pages) {
		const reports = page.records.flatMap(ended);
		for (const { end } of reports) {
			sorted &&= end <= lowest;
			lowest = Math.min(lowest, end);
		}
		if (first) reading.newestEnd = newestOf(reports);
		first = false;
		reading.records += page.records.length;
		for (const report of reports) reading.reports.push(report);

		if (sorted && lowest < bottom) break;
		// A page without a successor is left to the pages, which make sure that it is the last.
		if (page.next !== undefined && !goOn(reports)) {
			reading.complete = false;
			reading.next = page.next;
			break;
		}
	}
	if (sorted && lowest !== Infinity) reading.oldestEnd = lowest;
	return reading;
}

function ended(report: ConnectionReport): EndedReport[] {
	const end = fromTeamViewerDate(report.end_date);
	if (end === undefined || typeof report.id !== 'string') return [];
	return [{ report, start: fromTeamViewerDate(report.start_date), end }];
}

function newestOf(reports: EndedReport[]): number | undefined {
	return reports.length === 0
		? undefined
		: reports.reduce((newest, { end }) => Math.max(newest, end), -Infinity);
}
