import { NodeApiError } from 'n8n-workflow';

import { tokenCredential } from '../../harness/engine';
import { DAY, HOUR, MINUTE, NOON, SECOND, stopClock, Watch } from './watch';

describe('the trigger on connection reports', () => {
	let watch: Watch;

	beforeEach(() => {
		stopClock();
		watch = new Watch('connectionReportCreated');
	});
	afterEach(() => {
		watch.end();
		jest.useRealTimers();
	});

	/** A report whose connection ended so long ago, after so long. */
	const report = (endedAgo: number, lasted = 10 * MINUTE) =>
		watch.sandbox.addReport({
			start_date: written(Date.now() - endedAgo - lasted),
			end_date: written(Date.now() - endedAgo),
			publishedAt: Date.now(),
		}).id;

	describe('what is new', () => {
		it('is nothing that exists when the workflow is published', async () => {
			report(3 * HOUR);
			expect(await watch.poll()).toBeNull();
			watch.wait(MINUTE);
			expect(await watch.poll()).toBeNull();
		});

		it('is the first report that an account ever had', async () => {
			await watch.poll();
			watch.wait(MINUTE);
			const first = report(0);
			expect(await watch.ids()).toEqual([first]);
			expect(await watch.poll()).toBeNull();
		});

		it('is a connection that was running for days, and a report that comes 20 hours late', async () => {
			report(HOUR);
			await watch.poll();
			watch.wait(MINUTE);
			const long = report(0, 5 * DAY);
			const late = report(20 * HOUR);
			expect(await watch.ids()).toEqual([late, long]);
		});

		it('is no report whose end TeamViewer corrects, however long that was seen before', async () => {
			await watch.poll();
			watch.wait(MINUTE);
			const corrected = report(0);
			expect(await watch.ids()).toEqual([corrected]);
			watch.wait(20 * HOUR);
			watch.sandbox.changeReport(corrected, { end_date: written(Date.now()) });
			expect(await watch.poll()).toBeNull();
			watch.wait(20 * HOUR);
			const later = report(0);
			expect(await watch.ids()).toEqual([later]);
			watch.wait(MINUTE);
			expect(await watch.poll()).toBeNull();
		});

		it('is a running connection when it has ended, not before', async () => {
			await watch.poll();
			const running = watch.sandbox.addReport({
				start_date: written(Date.now()),
				end_date: undefined,
			});
			watch.wait(MINUTE);
			expect(await watch.poll()).toBeNull();
			watch.sandbox.changeReport(running.id, { end_date: written(Date.now()) });
			expect(await watch.ids()).toEqual([running.id]);
		});

		it('is also one that ends before it starts, by TeamViewer’s clocks', async () => {
			await watch.poll();
			watch.wait(HOUR);
			const odd = report(MINUTE, -SECOND);
			expect(await watch.ids()).toEqual([odd]);
		});

		it('may tell its dates in the basic form that the manuals print', async () => {
			await watch.poll();
			watch.wait(HOUR);
			const [start, end] = [Date.now() - 10 * MINUTE, Date.now() - 5 * MINUTE].map((moment) =>
				written(moment).replace(/[-:]/g, ''),
			);
			const { id } = watch.sandbox.addReport({ start_date: written(Date.now() - HOUR) });
			const records = [{ id, start_date: start, end_date: end }];
			watch.sandbox.faults.add({ status: 200, body: { records } });
			const [item] = (await watch.poll()) ?? [];
			expect(item?.json).toMatchObject({ id, end_date: end, duration_seconds: 300 });
		});

		it('never lasted less than no time', async () => {
			await watch.poll();
			watch.wait(HOUR);
			report(MINUTE, -5 * SECOND);
			const [item] = (await watch.poll()) ?? [];
			expect(item?.json.duration_seconds).toBe(0);
		});

		it('is told oldest end first, at most as many at a time as the options say', async () => {
			watch.parameters = { options: { maxItems: 2 } };
			await watch.poll();
			watch.wait(HOUR);
			const [newest, oldest, middle] = [report(0), report(40 * MINUTE), report(20 * MINUTE)];
			expect(await watch.ids()).toEqual([oldest, middle]);
			expect(await watch.ids()).toEqual([newest]);
			expect(await watch.poll()).toBeNull();
		});

		it('includes everything that came while n8n was off for a month', async () => {
			report(HOUR);
			await watch.poll();
			watch.restart();
			watch.wait(DAY);
			const early = report(0);
			watch.wait(29 * DAY);
			const recent = report(0);
			expect(await watch.ids()).toEqual([early, recent]);
		});

		it('includes what started since Backfill From, at the first poll only', async () => {
			watch.parameters = { options: { backfillFrom: '2026-11-01T00:00:00Z' } };
			report(40 * DAY);
			const wanted = [report(20 * DAY), report(2 * DAY), report(HOUR)];
			expect(await watch.ids()).toEqual(wanted);
			expect(await watch.poll()).toBeNull();
			watch.parameters = { ...watch.parameters, filters: { hasCode: false } };
			expect(await watch.poll()).toBeNull();
			expect(await watch.poll({ parameters: { triggerOn: 'sessionCreated' } })).toBeNull();
			expect(await watch.poll()).toBeNull();
		});

		it('leaves out connections shorter than the filter says, for good', async () => {
			watch.parameters = { filters: { minimumDuration: 5 } };
			await watch.poll();
			watch.wait(HOUR);
			report(0, 4 * MINUTE);
			const long = report(0, 5 * MINUTE);
			expect(await watch.ids()).toEqual([long]);
			watch.parameters = {};
			expect(await watch.poll()).toBeNull();
		});
	});

	it('gives TeamViewer the filters that it has, with the dates', async () => {
		watch.parameters = {
			filters: {
				connectionType: 2,
				deviceId: '123 456 789',
				deviceName: 'FRONTDESK-01',
				group: { mode: 'id', value: '0' },
				hasCode: true,
				sessionCode: 's119457589',
				user: { mode: 'id', value: 'u1' },
				username: 'Ada',
			},
		};
		await watch.poll();
		expect(watch.sandbox.requests.map(({ query }) => query)).toEqual([
			{
				support_session_type: '2',
				deviceid: '123456789',
				devicename: 'FRONTDESK-01',
				groupid: '0',
				has_code: 'true',
				session_code: 's119-457-589',
				userid: 'u1',
				username: 'Ada',
				from_date: '2026-11-14T11:45:00Z',
			},
		]);
	});

	it('simplifies to ten fields at most, or gives TeamViewer’s JSON as it is', async () => {
		await watch.poll();
		watch.wait(HOUR);
		report(0, 90 * SECOND);
		const before = watch.saved();
		const [simple] = (await watch.poll()) ?? [];
		expect(Object.keys(simple?.json ?? {}).length).toBeLessThanOrEqual(10);
		expect(simple?.json).toMatchObject({ duration_seconds: 90, end_date: written(Date.now()) });

		watch.restart(before);
		watch.parameters = { simplify: false };
		const [whole] = (await watch.poll()) ?? [];
		expect(whole?.json).toEqual(watch.sandbox.company.connectionReports[0]);
	});

	describe('what n8n does to a trigger', () => {
		it('forgets the state of polls that found nothing, and still repeats nothing', async () => {
			await watch.poll();
			const saved = watch.saved();
			watch.wait(MINUTE);
			await watch.poll();
			watch.restart(saved);
			const one = report(0);
			expect(await watch.ids()).toEqual([one]);
			watch.restart();
			expect(await watch.poll()).toBeNull();
		});

		it('runs two polls at once: one of them emits', async () => {
			await watch.poll();
			watch.wait(MINUTE);
			const one = report(0);
			const both = await Promise.all([watch.ids(), watch.ids()]);
			expect(both.flat()).toEqual([one]);
		});

		it('runs two polls at once on copies of the state, and takes both results: one of them emits', async () => {
			await watch.poll();
			watch.wait(MINUTE);
			const one = report(0);
			const copies = [copyOf(watch), copyOf(watch)] as const;
			const both = await Promise.all(copies.map(async (copy) => await watch.ids(copy)));
			expect(both).toContainEqual([one]);
			expect(both).toContainEqual([]);
			expect(JSON.stringify(copies[both[0]?.length ? 1 : 0])).toBe(JSON.stringify(copyOf(watch)));

			watch.wait(MINUTE);
			const two = report(0);
			watch.restart(JSON.stringify(Object.values(copies[both[0]?.length ? 0 : 1])));
			expect(await watch.ids()).toEqual([two]);
		});

		it('runs two polls one after the other on copies of the same state: one of them emits', async () => {
			await watch.poll();
			watch.wait(MINUTE);
			const one = report(0);
			const durable = { budgetMs: 36 * SECOND };
			const before = copyOf(watch);
			expect(await watch.ids({ ...structuredClone(before), ...durable })).toEqual([one]);
			watch.wait(1);
			const second = structuredClone(before);
			expect(await watch.ids({ ...second, ...durable })).toEqual([]);
			expect(second).toEqual(before);
			// n8n refused what the first one found: it comes again.
			watch.wait(MINUTE);
			expect(await watch.ids({ ...structuredClone(before), ...durable })).toEqual([one]);
		});

		it('does not wait for a poll that never ends', async () => {
			await watch.poll();
			watch.wait(MINUTE);
			const one = report(0);
			const answer = watch.holdNextAnswer();
			const stuck = watch.ids(copyOf(watch));
			await answer.asked;
			expect(await watch.poll()).toBeNull();
			watch.wait(MINUTE);
			expect(await watch.ids()).toEqual([one]);
			answer.release();
			await stuck;
		});

		it('goes on through new options, and begins anew with other filters or another credential', async () => {
			await watch.poll();
			watch.wait(MINUTE);
			const one = report(0);
			watch.parameters = {
				simplify: false,
				options: { lateReportWindow: 72, longestConnection: 400, maxItems: 7 },
			};
			expect(await watch.ids()).toEqual([one]);

			report(0);
			watch.parameters = { filters: { hasCode: false } };
			expect(await watch.poll()).toBeNull();
			report(0);
			const credential = tokenCredential(watch.sandbox.credentials.userToken);
			expect(await watch.poll({ credential: { ...credential, id: 'another' } })).toBeNull();
			expect(await watch.poll({ credential: { ...credential, id: 'another' } })).toBeNull();
		});

		it('does not pour out old reports when the windows grow', async () => {
			report(30 * HOUR, HOUR);
			report(2 * HOUR, 10 * DAY);
			await watch.poll();
			watch.parameters = { options: { lateReportWindow: 168, longestConnection: 400 } };
			watch.wait(HOUR);
			expect(await watch.poll()).toBeNull();
			watch.wait(HOUR);
			expect(await watch.poll()).toBeNull();
		});

		it.each([
			['a state that nobody can read', { state: 'broken' }],
			['a state of another version', { state: { version: 99 } }],
		])('begins anew after %s', async (_case, damaged) => {
			report(HOUR);
			watch.staticData = damaged;
			expect(await watch.poll()).toBeNull();
			const one = report(0);
			expect(await watch.ids()).toEqual([one]);
		});
	});

	describe('a manual test', () => {
		it('shows the latest reports as the trigger emits them, and leaves the state alone', async () => {
			watch.parameters = { filters: { minimumDuration: 5 } };
			const all = Array.from({ length: 12 }, (_, index) => report((12 - index) * HOUR));
			report(0, MINUTE);
			expect(await watch.ids({ mode: 'manual' })).toEqual(all.slice(2));
			expect(watch.saved()).toBe('[{},{}]');
		});

		it('looks on where the newest ones are all too short', async () => {
			watch.end();
			watch = new Watch('connectionReportCreated', { pageSize: 5 });
			watch.parameters = { filters: { minimumDuration: 5 } };
			const long = report(3 * HOUR);
			for (let count = 0; count < 7; count++) report(HOUR, MINUTE);
			expect(await watch.ids({ mode: 'manual' })).toEqual([long]);
			expect(watch.requests).toBe(2);
		});

		it('says what to do when there is none', async () => {
			await expect(watch.poll({ mode: 'manual' })).rejects.toMatchObject({
				message: 'There is no connection report to show',
				description: expect.stringContaining('Change the filters'),
			});
		});
	});

	describe('a poll that fails', () => {
		it.each([
			['rate limit', { status: 403, body: { error: 'rate_limit_reached' } }, 'rate-limited'],
			['token', { status: 401, body: { error: 'invalid_token' } }, 'credential-invalid'],
		])(
			'throws with a cause (%s), and the next one finds everything',
			async (_case, fault, cause) => {
				await watch.poll();
				watch.wait(MINUTE);
				const one = report(0);
				const before = watch.saved();
				watch.sandbox.faults.failEvery(fault);
				const error: unknown = await watch
					.poll({ budgetMs: 500 })
					.catch((thrown: unknown) => thrown);
				expect(error).toBeInstanceOf(NodeApiError);
				expect(error).toMatchObject({ failure: { cause } });
				expect(watch.saved()).toBe(before);
				watch.sandbox.faults.clear();
				expect(await watch.ids()).toEqual([one]);
			},
		);

		it('names the filter that TeamViewer refuses as the user sees it', async () => {
			watch.parameters = { filters: { deviceName: 'FRONTDESK-01' } };
			watch.sandbox.faults.add({
				status: 400,
				body: { error: 'invalid_request', error_description: "'devicename' is not allowed" },
			});
			await expect(watch.poll()).rejects.toMatchObject({
				description: expect.stringContaining("Check the field 'Device Name'"),
			});
		});

		it('throws when TeamViewer counts more reports but names no next page', async () => {
			await watch.poll();
			watch.wait(MINUTE);
			const one = report(0);
			const before = watch.saved();
			watch.sandbox.faults.add({
				status: 200,
				body: { records: watch.sandbox.company.connectionReports, records_remaining: 5 },
			});
			await expect(watch.poll()).rejects.toMatchObject({
				message: 'TeamViewer announced 5 more records but did not say how to get them',
			});
			expect(watch.saved()).toBe(before);
			expect(await watch.ids()).toEqual([one]);
		});

		it.each(['constructor', 'toString', 'reports'])(
			'names an event that does not exist: %s',
			async (triggerOn) => {
				await expect(watch.poll({ parameters: { triggerOn } })).rejects.toMatchObject({
					message: `'Trigger On' is "${triggerOn}", which this node does not know`,
				});
			},
		);

		it('names the option that asks for dates that do not exist', async () => {
			watch.parameters = { options: { longestConnection: 100_000_000 } };
			await expect(watch.poll()).rejects.toMatchObject({
				message: "'Longest Connection (Hours)' must be at most 87600, which is ten years",
			});
		});

		it('throws and keeps nothing when a later page fails', async () => {
			watch.end();
			watch = new Watch('connectionReportCreated', { pageSize: 5 });
			await watch.poll();
			watch.wait(HOUR);
			const all = Array.from({ length: 12 }, (_, index) => report((12 - index) * MINUTE));
			const before = watch.saved();
			watch.sandbox.faults.add({ status: 400, body: { error: 'invalid_request' }, after: 1 });
			await expect(watch.poll()).rejects.toBeInstanceOf(NodeApiError);
			expect(watch.saved()).toBe(before);
			expect(await watch.ids()).toEqual(all);
		});
	});

	describe('what a poll costs', () => {
		it.each([1, 5, 10, 20, 60, 100, 300, 1_000, 2_500])(
			'is one request when nothing is new, and 40 KiB on average at %s reports a day',
			async (aDay) => {
				watch.sandbox.addReports(10 * aDay, { from: NOON - 10 * DAY, to: NOON });
				await watch.poll();
				let bytes = 0;
				for (let poll = 0; poll < 60; poll++) {
					watch.wait(MINUTE);
					expect(await watch.poll()).toBeNull();
					// A page holds 1000 reports; everything is read once in a while.
					if (aDay < 1_000) expect(watch.requests).toBe(1);
					bytes += watch.bytes;
				}
				expect(bytes / 60).toBeLessThan(40 * 1024);
			},
		);

		it.each([5_000, 10_000])(
			'is 40 KiB on average at %s reports a day, too, where everything is read again every few hours',
			async (aDay) => {
				watch.sandbox.addReports(2 * aDay, { from: NOON - 2 * DAY, to: NOON });
				await watch.poll();
				let bytes = 0;
				let longPolls = 0;
				const polls = (1.6 * aDay) / 60 + 30;
				for (let poll = 0; poll < polls; poll++) {
					watch.wait(MINUTE);
					expect(await watch.poll()).toBeNull();
					if (watch.requests > 1) longPolls += 1;
					bytes += watch.bytes;
				}
				expect(longPolls).toBe(1);
				expect(bytes / polls).toBeLessThan(40 * 1024);
			},
		);

		it('is one request, too, at 10,000 reports a day, where more is new than a poll may emit', async () => {
			watch.sandbox.addReports(15_000, { from: NOON - 1.5 * DAY, to: NOON });
			watch.parameters = { options: { maxItems: 10 } };
			await watch.poll();
			watch.wait(MINUTE);
			const all = Array.from({ length: 26 }, (_, index) => report((26 - index) * SECOND, MINUTE));
			for (const expected of [all.slice(0, 10), all.slice(10, 20), all.slice(20), []]) {
				expect(await watch.ids()).toEqual(expected);
				expect(watch.requests).toBe(1);
				watch.restart();
				watch.wait(MINUTE);
			}
		});

		it('is paid for with hours, at 10,000 reports a day, only where a report is late itself', async () => {
			watch.sandbox.addReports(15_000, { from: NOON - 1.5 * DAY, to: NOON });
			await watch.poll();
			watch.wait(MINUTE);
			const inOrder = report(0, 5 * MINUTE);
			const long = report(0, 5 * DAY);
			const late = report(2 * HOUR);
			const veryLate = report(20 * HOUR);
			const found: string[] = [];
			const after = new Map<string, number>();
			const begun = Date.now();
			while (Date.now() <= begun + 5 * HOUR) {
				for (const id of await watch.ids()) {
					found.push(id);
					after.set(id, Date.now() - begun);
				}
				watch.wait(5 * MINUTE);
			}
			expect(found).toEqual([inOrder, late, long, veryLate]);
			expect(after.get(inOrder)).toBe(0);
			expect(after.get(long)).toBeLessThanOrEqual(HOUR);
			expect(after.get(veryLate)).toBeLessThanOrEqual(5 * HOUR);
		});

		it('ends inside its time, its last request included, where TeamViewer breaks off and then hangs', async () => {
			await watch.poll();
			watch.wait(MINUTE);
			watch.sandbox.faults.add({ drop: true });
			watch.sandbox.faults.add({ delayMs: 5_000, drop: true, times: Infinity });
			jest.useRealTimers();
			const begun = Date.now();
			await expect(watch.poll({ budgetMs: 1_500 })).rejects.toBeInstanceOf(NodeApiError);
			expect(Date.now() - begun).toBeLessThan(1_900);
		});

		it('is one request between two full scans, and 200 kB of state, at 10,000 reports a day', async () => {
			watch.sandbox.addReports(15_000, { from: NOON - 1.5 * DAY, to: NOON });
			await watch.poll();
			for (let poll = 0; poll < 3; poll++) {
				watch.wait(MINUTE);
				expect(await watch.poll()).toBeNull();
				expect(watch.requests).toBe(1);
			}
			const one = report(0);
			expect(await watch.ids()).toEqual([one]);
			expect(watch.requests).toBe(1);
			expect(watch.saved().length).toBeLessThan(200_000);
			// Until everything is read again, what is remembered only grows.
			for (let poll = 0; poll < 30; poll++) {
				watch.wait(10 * MINUTE);
				const [to, from] = [Date.now(), Date.now() - 10 * MINUTE];
				watch.sandbox.addReports(70, { from, to });
				await watch.poll();
				expect(watch.saved().length).toBeLessThan(200_000);
			}
		});

		it('works a backlog off in time, oldest first, without a gap, when TeamViewer takes two seconds a page', async () => {
			await watch.poll();
			watch.wait(30 * DAY);
			watch.sandbox.addReports(8_000, { from: NOON + DAY, to: Date.now() - HOUR });
			watch.latency = 2 * SECOND;
			const found: string[] = [];
			for (let poll = 0; poll < 30 && found.length < 8_000; poll++) {
				const begun = Date.now();
				found.push(...(await watch.ids({ budgetMs: 36 * SECOND })));
				expect(Date.now() - begun).toBeLessThanOrEqual(38 * SECOND);
				watch.restart();
				watch.wait(MINUTE);
			}
			const ends = new Map(
				watch.sandbox.company.connectionReports.map(({ id, end_date }) => [id, end_date ?? '']),
			);
			expect(new Set(found).size).toBe(8_000);
			expect(found).toHaveLength(8_000);
			expect(found.every((id, at) => at === 0 || inOrder(ends, found[at - 1], id))).toBe(true);
		});
	});
});

function inOrder(ends: Map<string, string>, one: string | undefined, other: string): boolean {
	return (ends.get(String(one)) ?? '') <= (ends.get(other) ?? '');
}

function written(moment: number): string {
	return new Date(moment).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** The state as n8n's durable engine gives it to a poll: read from the database for this poll alone. */
function copyOf({ staticData, globalStaticData }: Watch) {
	return structuredClone({ staticData, globalStaticData });
}
