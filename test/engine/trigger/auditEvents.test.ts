import { tokenCredential } from '../../harness/engine';
import { die, HOUR, inOneProcess, MINUTE, NOON, SECOND, stopClock, Watch, written } from './watch';

describe('the trigger on audit events', () => {
	let watch: Watch;

	beforeEach(() => {
		stopClock();
		watch = new Watch('auditEventCreated');
	});
	afterEach(() => {
		watch.end();
		jest.useRealTimers();
	});

	/** Something was done to an item, so long ago, and is listed as often. */
	const done = (item: string, ago = 0, count = 1): void => {
		for (let index = 0; index < count; index++) {
			watch.sandbox.addAuditEvent({ AffectedItem: item, Timestamp: written(Date.now() - ago) });
		}
	};
	const items = async (options: Parameters<Watch['poll']>[0] = {}): Promise<string[]> =>
		((await watch.poll(options)) ?? []).map(({ json }) => String(json.AffectedItem));

	it('takes what is listed at the first poll for known', async () => {
		done('before', 2 * HOUR);
		done('just before');
		expect(await watch.poll()).toBeNull();
		watch.wait(MINUTE);
		expect(await watch.poll()).toBeNull();
		expect(watch.requests).toBe(1);
	});

	it('gives each event once, oldest first, whatever order it is listed in', async () => {
		for (const order of ['newestFirst', 'oldestFirst', 'shuffled'] as const) {
			watch.end();
			watch = new Watch('auditEventCreated', { pageSize: 4 });
			watch.sandbox.listAuditEvents(order);
			done('before', MINUTE, 7);
			await watch.poll();
			const expected: string[] = [];
			for (let hour = 0; hour < 5; hour++) {
				watch.wait(HOUR / 2);
				const names = Array.from({ length: 9 }, (_, index) => `${order} ${hour}.${index}`);
				names.forEach((name, index) => done(name, (9 - index) * MINUTE));
				expect(await items()).toEqual(names);
				expected.push(...names);
			}
			expect(expected).toHaveLength(45);
			expect(await items()).toEqual([]);
		}
	});

	it('counts equal events of one second as often as they are listed, also over pages', async () => {
		watch.end();
		watch = new Watch('auditEventCreated', { pageSize: 2 });
		await watch.poll();
		watch.wait(HOUR);
		done('twice', MINUTE, 2);
		done('five times', MINUTE, 5);
		expect((await items()).sort()).toEqual([...Array(5).fill('five times'), 'twice', 'twice']);
		done('twice', MINUTE);
		expect(await items()).toEqual(['twice']);
		watch.wait(MINUTE);
		expect(await items()).toEqual([]);
	});

	it('does not count an event twice that moves to the next page while the list is read', async () => {
		watch.end();
		watch = new Watch('auditEventCreated', { pageSize: 3 });
		await watch.poll();
		watch.wait(HOUR);
		['one', 'two', 'three', 'four'].forEach((name, index) => done(name, (9 - index) * MINUTE));
		const answer = watch.holdNextAnswer();
		const reading = items();
		await answer.asked;
		done('late', 5 * MINUTE + 30 * SECOND);
		answer.release();
		expect(await reading).toEqual(['one', 'two', 'three', 'four']);
		watch.wait(MINUTE);
		expect(await items()).toEqual(['late']);
	});

	it.each(['newestFirst', 'oldestFirst', 'shuffled'] as const)(
		'loses nothing where the first poll runs out of time and the clock of n8n is ahead, listed %s',
		async (order) => {
			const ahead = 7 * MINUTE;
			watch.end();
			watch = new Watch('auditEventCreated', { pageSize: 5, now: () => Date.now() - ahead });
			watch.sandbox.listAuditEvents(order);
			for (let index = 0; index < 120; index++) done(`before ${index}`, HOUR - index * 20 * SECOND);
			watch.latency = 5 * SECOND;
			await watch.poll();
			expect(watch.requests).toBeLessThan(10);
			watch.latency = 0;
			watch.wait(MINUTE);
			done('first', ahead);
			watch.wait(MINUTE);
			expect(await items()).toEqual(['first']);
		},
	);

	it('takes equal events for known that the first poll had no time to count again', async () => {
		watch.end();
		watch = new Watch('auditEventCreated', { pageSize: 5 });
		done('before', HOUR / 2, 60);
		watch.latency = 2 * SECOND;
		await watch.poll();
		expect(watch.requests).toBeGreaterThan(12);
		watch.latency = 0;
		watch.wait(MINUTE);
		done('after');
		expect(await items()).toEqual(['after']);
	});

	it('counts equal events also where one second takes several polls to read', async () => {
		watch.end();
		watch = new Watch('auditEventCreated', { pageSize: 2 });
		await watch.poll();
		watch.wait(HOUR);
		done('before', 2 * MINUTE);
		done('equal', MINUTE, 60);
		watch.latency = 5 * SECOND;
		const given: string[] = [];
		for (let polls = 0; polls < 40; polls++) {
			given.push(...(await items()));
			watch.wait(MINUTE);
		}
		expect(given).toEqual(['before', ...Array(60).fill('equal')]);
	});

	it('finds what is listed late, within the window', async () => {
		watch.parameters = { options: { lateReportWindow: 3 } };
		await watch.poll();
		watch.wait(5 * HOUR);
		done('on time');
		expect(await items()).toEqual(['on time']);
		watch.wait(MINUTE);
		done('late', 3 * HOUR);
		done('too late', 4 * HOUR);
		expect(await items()).toEqual(['late']);
	});

	it('includes everything that was done while n8n was off for a month', async () => {
		await watch.poll();
		watch.restart();
		watch.wait(24 * HOUR);
		done('early');
		watch.wait(29 * 24 * HOUR);
		done('recent');
		expect(await items()).toEqual(['early', 'recent']);
	});

	it('never asks for what TeamViewer has forgotten', async () => {
		await watch.poll();
		watch.wait(500 * 24 * HOUR);
		done('recent');
		expect(await items()).toEqual(['recent']);
		watch.parameters = { options: { lateReportWindow: 87_600 } };
		expect(await items()).toEqual([]);
	});

	it('spreads what is too much over the next polls', async () => {
		watch.parameters = { options: { maxItems: 40 } };
		await watch.poll();
		watch.wait(HOUR);
		const names = Array.from({ length: 130 }, (_, index) => `event ${index}`);
		names.forEach((name, index) => done(name, (130 - index) * 10 * SECOND));
		const found: string[] = [];
		for (let poll = 0; poll < 8; poll++) {
			const some = await items();
			expect(some.length).toBeLessThanOrEqual(40);
			found.push(...some);
		}
		expect(found).toEqual(names);
	});

	it.each([
		['atMostOnce', []],
		['atLeastOnce', ['two', 'three', 'three']],
	])('gives with %s after n8n died once more: %j', async (delivery, again) => {
		watch.parameters = { options: { delivery } };
		const process = inOneProcess();
		await items(process());
		watch.wait(MINUTE);
		done('one');
		expect(await items(process())).toEqual(['one']);
		watch.wait(MINUTE);
		done('two', 2 * SECOND);
		done('three', SECOND, 2);
		expect(await items(process())).toEqual(['two', 'three', 'three']);
		die(watch);
		const next = inOneProcess();
		expect(await items(next())).toEqual(again);
		expect(await items(next())).toEqual([]);
	});

	it('gives TeamViewer the filters with the dates, and does not begin anew for a longer window', async () => {
		watch.parameters = {
			filters: {
				accountEmails: 'ada@example.com, nathan@example.com',
				eventNames: ['Script token added'],
				eventTypes: 'Session',
			},
		};
		await watch.poll();
		const filters = {
			AccountEmails: ['ada@example.com', 'nathan@example.com'],
			EventNames: ['ScriptTokenAdded'],
			EventTypes: ['Session'],
		};
		const [oldest, latest] = [written(NOON - 75 * MINUTE), written(NOON - 15 * MINUTE)];
		expect(watch.sandbox.requests.map(({ body }) => body)).toEqual([
			{ ...filters, StartDate: latest, EndDate: written(NOON) },
			{ ...filters, StartDate: oldest, EndDate: latest },
		]);
		watch.parameters = {};
		await watch.poll();
		watch.wait(MINUTE);
		done('new');
		watch.parameters = { options: { lateReportWindow: 2 } };
		expect(await items()).toEqual(['new']);
	});

	it('simplifies, or gives TeamViewer’s JSON as it is', async () => {
		await watch.poll();
		watch.wait(MINUTE);
		done('one');
		const before = watch.saved();
		const [simple] = (await watch.poll()) ?? [];
		expect(Object.keys(simple?.json ?? {}).length).toBeLessThanOrEqual(10);
		expect(simple?.json).toMatchObject({ AffectedItem: 'one', Timestamp: written(Date.now()) });
		watch.restart(before);
		watch.parameters = { simplify: false };
		const [whole] = (await watch.poll()) ?? [];
		expect(whole?.json).toEqual(watch.sandbox.company.audit.events[0]);
	});

	it('shows the latest ten when it is tried out, and says what to do where there is none', async () => {
		await expect(watch.poll({ mode: 'manual' })).rejects.toMatchObject({
			message: 'There is no audit event to show',
			description: expect.stringContaining('Change the filters'),
		});
		const names = Array.from({ length: 12 }, (_, index) => `event ${index}`);
		names.forEach((name, index) => done(name, (12 - index) * HOUR));
		expect(await items({ mode: 'manual' })).toEqual(names.slice(2));
		expect(watch.saved()).toBe('[{},{}]');
	});

	it('says which permission is missing, and why TeamViewer gives no list', async () => {
		const credential = tokenCredential(watch.sandbox.credentials.limitedToken(['Users.Read'], []));
		await expect(watch.poll({ credential })).rejects.toMatchObject({
			message: expect.stringContaining('Event logging'),
		});
		watch.sandbox.troubleAuditEvents("'Sesion' is no event type", 'instead');
		await expect(watch.poll()).rejects.toMatchObject({
			message: expect.stringContaining("'Sesion' is no event type"),
		});
	});

	it('loses nothing to a poll that fails', async () => {
		await watch.poll();
		watch.wait(MINUTE);
		done('one');
		watch.sandbox.faults.add({ status: 403, body: { error: 'rate_limit_reached' } });
		watch.sandbox.faults.add({ status: 403, body: { error: 'rate_limit_reached' } });
		watch.sandbox.faults.add({ status: 403, body: { error: 'rate_limit_reached' } });
		await expect(watch.poll()).rejects.toThrow();
		watch.wait(MINUTE);
		expect(await items()).toEqual(['one']);
	});
});
