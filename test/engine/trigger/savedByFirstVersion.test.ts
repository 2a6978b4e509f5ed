import type { IDataObject } from 'n8n-workflow';

import saved from './savedBy0.1.0.json';
import { DAY, HOUR, MINUTE, NOON, SECOND, stopClock, Watch } from './watch';

const written = (moment: number) => new Date(moment).toISOString().replace(/\.\d{3}Z$/, 'Z');
const id = (n: number) => `a1b2c3d4-0000-4000-8000-${String(n).padStart(12, '0')}`;

describe('a state that version 0.1.0 saved', () => {
	let watch: Watch;

	beforeEach(() => stopClock());
	afterEach(() => {
		watch.end();
		jest.useRealTimers();
	});

	/** n8n was stopped then, and starts now with this version. */
	const start = (what: keyof typeof saved, at: number) => {
		const [own, global] = structuredClone(saved[what]) as unknown as [IDataObject, IDataObject];
		[watch.staticData, watch.globalStaticData] = [own, global];
		jest.setSystemTime(at);
	};
	const report = (n: number, end: number, fields: object = {}) =>
		watch.sandbox.addReport({
			...{ id: id(n), start_date: written(end - 10 * MINUTE), end_date: written(end) },
			...{ publishedAt: end, username: 'Ada', session_code: undefined, ...fields },
		});

	it('of reports goes on with its filters: nothing is repeated, nothing lost', async () => {
		watch = new Watch('connectionReportCreated');
		watch.parameters = { filters: { hasCode: false, username: 'Ada' } };
		for (let n = 0; n < 5; n++) report(n, NOON - (5 - n) * HOUR);
		start('reports', NOON + 2 * DAY);
		report(9, NOON + HOUR);
		expect(await watch.ids()).toEqual([id(9)]);
		watch.wait(MINUTE);
		expect(await watch.poll()).toBeNull();
	});

	it('of reports emits what had found no room', async () => {
		watch = new Watch('connectionReportCreated');
		for (let n = 0; n < 3; n++) report(n, NOON + MINUTE - (3 - n) * SECOND);
		start('reportsWaiting', NOON + HOUR);
		expect(await watch.ids()).toEqual([id(2)]);
	});

	it('of reports goes on with a backlog', async () => {
		watch = new Watch('connectionReportCreated', { pageSize: 5 });
		watch.parameters = { options: { maxItems: 4 } };
		for (let n = 0; n < 30; n++) report(n, NOON + n * 6 * HOUR);
		start('reportsBacklog', NOON + 10 * DAY + MINUTE);
		const found: string[] = [];
		for (let poll = 0; poll < 20; poll++) {
			found.push(...(await watch.ids()));
			watch.wait(MINUTE);
		}
		expect(found).toEqual(Array.from({ length: 23 }, (_, n) => id(n + 7)));
	});

	it.each([
		['sessionCreated', ['s100-000-005']],
		['sessionClosed', ['s100-000-001']],
		['sessionOnline', ['s100-000-001']],
	] as const)('of %s goes on', async (event, expected) => {
		watch = new Watch(event, { company: 'empty' });
		watch.parameters = { filters: { group: { mode: 'id', value: 'g1' } } };
		const session = (n: number, madeAgo: number, fields: object = {}) =>
			watch.sandbox.addSession({
				...{ code: `s100-000-00${n}`, groupid: 'g1', online: false },
				...{ created_at: written(NOON - madeAgo), ...fields },
			}).code;
		const [one] = [session(1, HOUR), session(2, 2 * HOUR, { online: true }), session(3, 3 * DAY)];
		watch.sandbox.closeSession(session(4, 3 * HOUR));
		watch.sandbox.changeSession('s100-000-004', { closed_at: written(NOON) });
		start(event, NOON + HOUR);
		if (event === 'sessionCreated') session(5, -HOUR / 2);
		if (event === 'sessionClosed') watch.sandbox.closeSession(one);
		if (event === 'sessionOnline') watch.sandbox.setSessionOnline(one, true);
		expect(await watch.ids()).toEqual(expected);
		watch.wait(MINUTE);
		expect(await watch.poll()).toBeNull();
	});

	it('of sessions goes on where a look was not finished', async () => {
		watch = new Watch('sessionCreated', { company: 'empty', pageSize: 2 });
		const codes = [1, 2, 3, 4, 5, 6, 7].map(
			(n) =>
				watch.sandbox.addSession({
					...{ code: `s200-000-00${n}`, online: false },
					created_at: written(NOON + n * HOUR),
				}).code,
		);
		start('sessionCreatedUnfinished', NOON + 9 * HOUR);
		const found: string[] = [];
		for (let poll = 0; poll < 8; poll++) {
			found.push(...(await watch.ids()));
			watch.wait(MINUTE);
		}
		expect(found).toEqual(codes);
	});
});
