import { PollingProcess } from '../../../nodes/TeamViewer/trigger/engine/pollingProcess';
import { poll } from '../../../nodes/TeamViewer/trigger/poll';
import { HOUR, MINUTE, stopClock, Watch } from './watch';

const written = (moment: number) => new Date(moment).toISOString().replace(/\.\d{3}Z$/, 'Z');

describe('what was given when n8n died', () => {
	let watch: Watch;
	let process: PollingProcess;

	const begin = (event: string, delivery?: string) => {
		watch = new Watch(event, { company: 'empty' });
		watch.parameters = { options: { ...(delivery && { delivery }) } };
		process = new PollingProcess();
	};
	const ids = async () =>
		await watch.ids({ poll: async (context) => await poll(context, process) });
	/** n8n dies and comes back with what it had saved last. */
	const die = (saved: string) => {
		process = new PollingProcess();
		watch.restart(saved);
	};
	const report = () =>
		watch.sandbox.addReport({
			start_date: written(Date.now() - 10 * MINUTE),
			end_date: written(Date.now()),
			publishedAt: Date.now(),
		}).id;
	const later = () => watch.wait(MINUTE);

	beforeEach(() => stopClock());
	afterEach(() => {
		watch.end();
		jest.useRealTimers();
	});

	it.each([undefined, 'atMostOnce'])(
		'is not repeated unless somebody wants it (%s)',
		async (delivery) => {
			begin('connectionReportCreated', delivery);
			await ids();
			later();
			const one = report();
			expect(await ids()).toEqual([one]);
			die(watch.saved());
			later();
			expect(await ids()).toEqual([]);
		},
	);

	it('comes once more from the first poll of another process, together with what is new', async () => {
		begin('connectionReportCreated', 'atLeastOnce');
		await ids();
		later();
		const before = report();
		expect(await ids()).toEqual([before]);
		later();
		const last = [report(), report()];
		expect((await ids()).sort()).toEqual([...last].sort());
		const saved = watch.saved();
		later();
		expect(await ids()).toEqual([]);
		die(saved);
		later();
		const fresh = report();
		expect((await ids()).sort()).toEqual([...last, fresh].sort());
		later();
		expect(await ids()).toEqual([]);
		die(watch.saved());
		expect(await ids()).toEqual([]);
	});

	it('is repeated again only where that process dies as well', async () => {
		begin('connectionReportCreated', 'atLeastOnce');
		await ids();
		later();
		const one = report();
		expect(await ids()).toEqual([one]);
		die(watch.saved());
		expect(await ids()).toEqual([one]);
		die(watch.saved());
		expect(await ids()).toEqual([one]);
		later();
		const two = report();
		expect(await ids()).toEqual([two]);
		die(watch.saved());
		expect(await ids()).toEqual([two]);
	});

	it('is given at most twice by two processes that poll in turn', async () => {
		begin('connectionReportCreated', 'atLeastOnce');
		const both = [process, new PollingProcess()];
		const reports: string[] = [];
		const found: string[] = [];
		for (let poll = 0; poll < 10; poll++) {
			process = both[poll % 2] as PollingProcess;
			found.push(...(await ids()));
			later();
			reports.push(report());
		}
		const counts = reports.slice(0, -1).map((id) => found.filter((one) => one === id).length);
		expect(Math.max(...counts)).toBeLessThanOrEqual(2);
		expect(Math.min(...counts)).toBeGreaterThanOrEqual(1);
	});

	it('is the backfill too, and what a poll had room for', async () => {
		begin('connectionReportCreated', 'atLeastOnce');
		watch.parameters = {
			options: { delivery: 'atLeastOnce', maxItems: 2, backfillFrom: '2026-11-01T00:00:00Z' },
		};
		const all = Array.from({ length: 5 }, () => {
			watch.wait(HOUR);
			return report();
		});
		expect(await ids()).toEqual(all.slice(0, 2));
		die(watch.saved());
		expect(await ids()).toEqual(all.slice(0, 2));
		expect(await ids()).toEqual(all.slice(2, 4));
		die(watch.saved());
		expect(await ids()).toEqual(all.slice(2, 4));
		expect(await ids()).toEqual(all.slice(4));
		expect(await ids()).toEqual([]);
	});

	it('is what a backlog began with', async () => {
		begin('connectionReportCreated');
		watch.end();
		watch = new Watch('connectionReportCreated', { pageSize: 5 });
		watch.parameters = { options: { delivery: 'atLeastOnce', maxItems: 2 } };
		await ids();
		const all = Array.from({ length: 12 }, () => {
			watch.wait(5 * HOUR);
			return report();
		});
		const found: string[] = [];
		for (let poll = 0; poll < 6; poll++) {
			const given = await ids();
			expect(given.length).toBeGreaterThan(0);
			die(watch.saved());
			expect(await ids()).toEqual(given);
			found.push(...given);
			later();
		}
		expect(found).toEqual(all);
	});

	it('takes 10 kB of state at the most', async () => {
		const sizes: number[] = [];
		for (const delivery of ['atMostOnce', 'atLeastOnce']) {
			begin('connectionReportCreated', delivery);
			await ids();
			watch.wait(HOUR);
			watch.sandbox.addReports(1_000, { from: Date.now() - HOUR / 2, to: Date.now() });
			expect(await ids()).toHaveLength(1_000);
			sizes.push(watch.saved().length);
			if (delivery === 'atMostOnce') watch.end();
		}
		expect((sizes[1] ?? 0) - (sizes[0] ?? 0)).toBeLessThan(10_000);
	});

	it.each(['sessionCreated', 'sessionClosed', 'sessionOnline'])(
		'comes once more of %s',
		async (event) => {
			begin(event, 'atLeastOnce');
			const old = watch.sandbox.addSession({ online: false }).code;
			await ids();
			later();
			const code = event === 'sessionCreated' ? watch.sandbox.addSession().code : old;
			if (event === 'sessionClosed') watch.sandbox.closeSession(code);
			watch.sandbox.setSessionOnline(code, event === 'sessionOnline');
			expect(await ids()).toEqual([code]);
			const saved = watch.saved();
			later();
			// The customer did not wait for n8n to come back.
			watch.sandbox.setSessionOnline(code, false);
			die(saved);
			expect(await ids()).toEqual([code]);
			later();
			expect(await ids()).toEqual([]);
			die(watch.saved());
			expect(await ids()).toEqual([]);
		},
	);

	it('says at some polls that an arrival cannot be looked up, and gives it when it can', async () => {
		begin('sessionOnline', 'atLeastOnce');
		const { code } = watch.sandbox.addSession({ online: false });
		await ids();
		later();
		watch.sandbox.setSessionOnline(code, true);
		expect(await ids()).toEqual([code]);
		const saved = watch.saved();
		later();
		watch.sandbox.setSessionOnline(code, false);
		die(saved);
		const [path, body] = [new RegExp(code), { error: 'internal_error' }];
		watch.sandbox.faults.failEvery({ path, status: 500, body });
		let failures = 0;
		for (let poll = 0; poll < 12; poll++) {
			await ids().catch(() => (failures += 1));
			later();
		}
		expect(failures).toBeGreaterThan(0);
		expect(failures).toBeLessThan(12);
		watch.sandbox.faults.clear();
		expect(await ids()).toEqual([code]);
	});
});
