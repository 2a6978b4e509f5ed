import { tokenCredential } from '../../harness/engine';
import { die, HOUR, inOneProcess, MINUTE, NOON, stopClock, Watch, written } from './watch';

describe('the trigger on alarms', () => {
	let watch: Watch;

	beforeEach(() => {
		stopClock();
		watch = new Watch('alarmRaised');
	});
	afterEach(() => {
		watch.end();
		jest.useRealTimers();
	});

	/** An alarm that was raised so long ago. */
	const raised = (ago = 0): string =>
		watch.sandbox.addAlarm({
			TimeFrame: {
				FoundAt: written(Date.now() - ago),
				ResolvedAt: null,
				AcknowledgedAt: null,
				AcknowledgedBy: null,
			},
		}).AlarmId;
	const ids = async (options: Parameters<Watch['poll']>[0] = {}): Promise<string[]> =>
		((await watch.poll(options)) ?? []).map(({ json }) => String(json.AlarmId));

	it('takes what is listed at the first poll for known, and gives each alarm once', async () => {
		raised(2 * HOUR);
		raised();
		expect(await watch.poll()).toBeNull();
		watch.wait(MINUTE);
		const one = raised();
		expect(await ids()).toEqual([one]);
		watch.wait(MINUTE);
		expect(await ids()).toEqual([]);
		expect(watch.requests).toBe(1);
	});

	it('gives one that was resolved or acknowledged before the poll, and not once more afterwards', async () => {
		await watch.poll();
		watch.wait(MINUTE);
		const [one, other] = [raised(30_000), raised(10_000)];
		watch.sandbox.settleAlarm(one, 'resolved');
		expect(await ids()).toEqual([one, other]);
		watch.sandbox.settleAlarm(other, 'acknowledged');
		watch.wait(MINUTE);
		expect(await ids()).toEqual([]);
	});

	it('finds a late one, and everything that came while n8n was off', async () => {
		await watch.poll();
		watch.wait(MINUTE);
		const late = raised(HOUR);
		expect(await ids()).toEqual([late]);
		watch.restart();
		watch.wait(10 * 24 * HOUR);
		const early = raised(5 * 24 * HOUR);
		const recent = raised();
		expect(await ids()).toEqual([early, recent]);
	});

	it('spreads what is too much over the next polls, oldest first', async () => {
		watch.parameters = { options: { maxItems: 20 } };
		await watch.poll();
		watch.wait(HOUR);
		const all = Array.from({ length: 70 }, (_, index) => raised((70 - index) * 10_000));
		const found: string[] = [];
		for (let poll = 0; poll < 8; poll++) {
			const some = await ids();
			expect(some.length).toBeLessThanOrEqual(20);
			found.push(...some);
		}
		expect(found).toEqual(all);
	});

	it.each(['atMostOnce', 'atLeastOnce'])('repeats after n8n died as %s says', async (delivery) => {
		watch.parameters = { options: { delivery } };
		const process = inOneProcess();
		await ids(process());
		watch.wait(MINUTE);
		const one = raised();
		expect(await ids(process())).toEqual([one]);
		die(watch);
		const next = inOneProcess();
		expect(await ids(next())).toEqual(delivery === 'atLeastOnce' ? [one] : []);
		expect(await ids(next())).toEqual([]);
	});

	it('gives TeamViewer the filters with the date', async () => {
		watch.parameters = {
			filters: { deviceId: '123 456 789', group: { mode: 'id', value: 'g98765432' } },
		};
		await watch.poll();
		const path = '/api/v1/monitoring/alarms';
		const filters = { DeviceId: '123456789', GroupId: 98765432 };
		const [oldest, latest] = [written(NOON - 75 * MINUTE), written(NOON - 15 * MINUTE)];
		expect(watch.sandbox.requests).toMatchObject([
			{ path, body: { ...filters, StartDate: latest } },
			{ path, body: { ...filters, StartDate: oldest, EndDate: latest } },
		]);
	});

	it('simplifies, or gives TeamViewer’s JSON as it is', async () => {
		await watch.poll();
		watch.wait(MINUTE);
		const one = raised();
		const before = watch.saved();
		const [simple] = (await watch.poll()) ?? [];
		expect(Object.keys(simple?.json ?? {}).length).toBeLessThanOrEqual(10);
		expect(simple?.json).toMatchObject({ AlarmId: one, FoundAt: written(Date.now()) });
		watch.restart(before);
		watch.parameters = { simplify: false };
		const [whole] = (await watch.poll()) ?? [];
		expect(whole?.json).toEqual(
			watch.sandbox.company.alarms.find(({ AlarmId }) => AlarmId === one),
		);
	});

	it('shows the latest when it is tried out, and says what to do where there is none', async () => {
		watch.sandbox.company.alarms.splice(0);
		await expect(watch.poll({ mode: 'manual' })).rejects.toMatchObject({
			message: 'There is no alarm to show',
			description: expect.stringContaining('Change the filters'),
		});
		const all = Array.from({ length: 12 }, (_, index) => raised((12 - index) * HOUR));
		expect(await ids({ mode: 'manual' })).toEqual(all.slice(2));
	});

	it('says that a company’s token does not do', async () => {
		const credential = tokenCredential(watch.sandbox.credentials.companyToken);
		await expect(watch.poll({ credential })).rejects.toMatchObject({
			description: expect.stringContaining('does not work with a company token'),
		});
	});
});
