import fc from 'fast-check';

import { Concurrency } from '../../../nodes/TeamViewer/teamviewer/concurrency';
import type { Page } from '../../../nodes/TeamViewer/teamviewer/pages';
import type { ConnectionReport } from '../../../nodes/TeamViewer/teamviewer/types';
import { readLongReportList } from '../../../nodes/TeamViewer/teamviewer/longReportList';
import { toTeamViewerDate } from '../../../nodes/TeamViewer/teamviewer/dates';

const PAGE = 10;
const START = Date.UTC(2026, 0, 1);

interface List {
	reports: ConnectionReport[];
	toDateMeans: 'end' | 'start';
	/** Called before every page: the list may change, or the page may fail. */
	beforePage?: (request: number) => void;
	countsRemaining?: boolean;
}

/** A list as the API manual describes it: newest end first, `to_date`, `next_offset`, `records_remaining`. */
function fetcher(list: List, concurrency: Concurrency) {
	let requests = 0;
	const fetch = async (to: string | undefined, offset: string | undefined) =>
		await concurrency.run(async (): Promise<Page<ConnectionReport>> => {
			requests += 1;
			list.beforePage?.(requests);
			await Promise.resolve();
			const key = list.toDateMeans === 'end' ? 'end_date' : 'start_date';
			const matching = list.reports.filter((report) => to === undefined || `${report[key]}` < to);
			const from = offset === undefined ? 0 : matching.findIndex(({ id }) => id === offset) + 1;
			const records = matching.slice(from, from + PAGE);
			const remaining = matching.length - from - records.length;
			concurrency.onSuccess();
			return {
				records,
				...(remaining > 0 && {
					next: records[records.length - 1]?.id,
					...(list.countsRemaining !== false && { remaining }),
				}),
			};
		});
	return { fetch, count: () => requests };
}

const asTheyAre = (report: ConnectionReport) => report;

async function readInRanges(list: List, concurrency = new Concurrency()) {
	const { fetch, count } = fetcher(list, concurrency);
	const reports = await readLongReportList(fetch, concurrency, asTheyAre);
	return { ids: reports.map(({ id }) => id), requests: count() };
}

/** Reports with these ends and durations in seconds, newest end first. */
function reportsOf(shapes: ReadonlyArray<{ end: number; duration: number }>): ConnectionReport[] {
	return shapes
		.map(({ end, duration }, index) => ({
			id: `report-${index}`,
			start_date: toTeamViewerDate(START + (end - duration) * 1000),
			end_date: toTeamViewerDate(START + end * 1000),
		}))
		.sort((one, other) => (one.end_date < other.end_date ? 1 : -1));
}

const evenly = (count: number) =>
	reportsOf(Array.from({ length: count }, (_, index) => ({ end: index * 60, duration: 30 })));

const ids = (reports: ConnectionReport[]) => reports.map(({ id }) => id);

const shapes = fc.array(
	fc.record({
		// Few distinct ends, clustered: equal ends, dense and empty stretches.
		end: fc.oneof(fc.nat(40), fc.nat(5_000), fc.nat(2_000_000)),
		duration: fc.oneof(fc.nat(100), fc.nat(400_000)),
	}),
	{ minLength: 0, maxLength: 300 },
);
const reading = fc.constantFrom('end' as const, 'start' as const);

describe('reading a long list of reports in ranges', () => {
	it('gives exactly the sequential list, whatever the ends and under both readings of to_date', async () => {
		await fc.assert(
			fc.asyncProperty(shapes, reading, async (drawn, toDateMeans) => {
				const reports = reportsOf(drawn);
				expect((await readInRanges({ reports, toDateMeans })).ids).toEqual(ids(reports));
			}),
			{ numRuns: 1_000 },
		);
	});

	it('loses no report that was there all the time, and repeats none, while others come and go', async () => {
		await fc.assert(
			fc.asyncProperty(
				shapes,
				reading,
				fc.array(fc.tuple(fc.integer({ min: 2, max: 30 }), fc.nat(2_000_000)), { maxLength: 10 }),
				async (drawn, toDateMeans, arrivals) => {
					const stay = reportsOf(drawn);
					const list: List = { reports: [...stay], toDateMeans };
					list.beforePage = (request) => {
						for (const [at, end] of arrivals) {
							if (at !== request) continue;
							const [late] = reportsOf([{ end, duration: 60 }]) as [ConnectionReport];
							list.reports.push({ ...late, id: `late-${request}-${end}-${list.reports.length}` });
							list.reports.sort((one, other) => (`${one.end_date}` < `${other.end_date}` ? 1 : -1));
						}
					};
					const { ids: got } = await readInRanges(list);
					expect(new Set(got).size).toBe(got.length);
					expect(got.filter((id) => id.startsWith('report-'))).toEqual(ids(stay));
				},
			),
			{ numRuns: 300 },
		);
	});

	it('gives a report once that TeamViewer moves to the end of the list after it was read', async () => {
		const reports = evenly(100 * PAGE);
		const list: List = { reports: [...reports], toDateMeans: 'end' };
		list.beforePage = (request) => {
			if (request !== 2) return;
			const [moved] = list.reports.splice(5, 1) as [ConnectionReport];
			list.reports.push({ ...moved, end_date: toTeamViewerDate(START - 1000) });
		};
		expect((await readInRanges(list)).ids).toEqual(ids(reports));
	});

	it('costs one request a page up to four pages', async () => {
		expect(await readInRanges({ reports: evenly(4 * PAGE), toDateMeans: 'end' })).toEqual({
			ids: ids(evenly(4 * PAGE)),
			requests: 4,
		});
	});

	it('costs at most one request more a range', async () => {
		const { requests } = await readInRanges({ reports: evenly(100 * PAGE), toDateMeans: 'end' });
		expect(requests).toBeLessThanOrEqual(100 + 12);
	});

	it.each(['end', 'start'] as const)(
		'costs a request more a range, not a page, where connections last for days and come in bursts, when to_date limits the %s',
		async (toDateMeans) => {
			const reports = reportsOf(
				Array.from({ length: 100 * PAGE }, (_, index) => ({
					end: index % 5 === 0 ? index * 1_000 : 500_000 + index,
					duration: (index * 7_919) % 400_000,
				})),
			);
			const read = await readInRanges({ reports, toDateMeans });
			expect(read.ids).toEqual(ids(reports));
			// Ranges that turn out long are cut again, so there are more than twelve here.
			expect(read.requests).toBeLessThanOrEqual(100 + 30);
		},
	);

	it('costs one request more when reports are deleted meanwhile', async () => {
		const reports = evenly(100 * PAGE);
		const list: List = { reports: [...reports], toDateMeans: 'end' };
		list.beforePage = (request) => {
			if (request === 2) list.reports.splice(300, 3);
		};
		const { ids: got, requests } = await readInRanges(list);
		expect(got).toEqual(ids(list.reports));
		expect(requests).toBeLessThanOrEqual(100 + 12 + 1);
	});

	it('has several requests under way at once', async () => {
		const concurrency = new Concurrency();
		let most = 0;
		let underWay = 0;
		const { fetch } = fetcher(
			{ reports: evenly(100 * PAGE), toDateMeans: 'end' },
			new Concurrency(),
		);
		const counted = async (...request: Parameters<typeof fetch>) =>
			await concurrency.run(async () => {
				most = Math.max(most, ++underWay);
				const page = await fetch(...request);
				underWay -= 1;
				concurrency.onSuccess();
				return page;
			});
		const pages = (await readLongReportList(counted, concurrency, asTheyAre)).length / PAGE;
		expect(pages).toBe(100);
		expect(most).toBeGreaterThan(4);
	});

	it('goes back to one range at the first refusal for the rate limit', async () => {
		const concurrency = new Concurrency();
		let underWay = 0;
		const mostAfterRefusal: number[] = [];
		const { fetch, count } = fetcher(
			{ reports: evenly(100 * PAGE), toDateMeans: 'end' },
			concurrency,
		);
		const refusedOnce = async (...request: Parameters<typeof fetch>) => {
			underWay += 1;
			if (count() === 40) concurrency.onRateLimit(0);
			if (count() > 60) mostAfterRefusal.push(underWay);
			const page = await fetch(...request);
			underWay -= 1;
			return page;
		};
		const got = ids(await readLongReportList(refusedOnce, concurrency, asTheyAre));

		expect(got).toEqual(ids(evenly(100 * PAGE)));
		expect(Math.max(...mostAfterRefusal)).toBe(1);
	});

	it.each([
		['is not sorted by end', (reports: ConnectionReport[]) => reports.reverse()],
		[
			'holds a report without an end',
			(reports: ConnectionReport[]) => {
				delete reports[70]?.end_date;
				return reports;
			},
		],
	])('reads one page after the other when the list %s', async (_, contradict) => {
		const reports = contradict(evenly(10 * PAGE));
		expect((await readInRanges({ reports, toDateMeans: 'end' })).ids).toEqual(ids(reports));
	});

	it('reads one page after the other when TeamViewer does not count what remains', async () => {
		const list: List = { reports: evenly(10 * PAGE), toDateMeans: 'end', countsRemaining: false };
		expect(await readInRanges(list)).toEqual({ ids: ids(list.reports), requests: 10 });
	});

	it('is an error, not a shorter list, when a page in the middle fails for good', async () => {
		const list: List = { reports: evenly(50 * PAGE), toDateMeans: 'end' };
		list.beforePage = (request) => {
			if (request === 20) throw new Error('page 20 is broken');
		};
		await expect(readInRanges(list)).rejects.toThrow('page 20 is broken');
	});
});
