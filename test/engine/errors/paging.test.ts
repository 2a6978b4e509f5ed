import { jsonOf, locator, workbench } from '../../harness/workbench';

jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../../harness/noWaiting')>('../../harness/noWaiting')
		.n8nWorkflowWithoutWaiting(),
);

const { sandbox, run, fail, sent } = workbench({ company: 'empty' });
sandbox.addReports(2_345, { from: Date.parse('2026-01-01'), to: Date.parse('2026-03-01') });
const reports = sandbox.company.connectionReports;
const all = { returnAll: true, simplify: false };

describe('A list of 2,345 reports', () => {
	it('comes complete and in order with three requests', async () => {
		const { items } = await run('connectionReport', 'getAll', all);
		expect(jsonOf(items)).toEqual(reports);
		expect(sent()).toEqual([
			{ method: 'GET', path: '/reports/connections' },
			{ method: 'GET', path: '/reports/connections', query: { offset_id: reports[999]?.id } },
			{ method: 'GET', path: '/reports/connections', query: { offset_id: reports[1999]?.id } },
		]);
	});

	it('costs one request where ten are wanted', async () => {
		const { items } = await run('connectionReport', 'getAll', { limit: 10, simplify: false });
		expect(jsonOf(items)).toEqual(reports.slice(0, 10));
		expect(sent()).toHaveLength(1);
	});

	it('costs two requests where 1,001 are wanted', async () => {
		const { items } = await run('connectionReport', 'getAll', { limit: 1_001 });
		expect(items).toHaveLength(1_001);
		expect(sent()).toHaveLength(2);
	});

	it('sends the same filters with every page', async () => {
		await run('connectionReport', 'getAll', {
			...all,
			filters: { startedAfter: '2025-01-01T00:00:00Z' },
		});
		expect(sent().map(({ query }) => query?.from_date)).toEqual(
			Array(3).fill('2025-01-01T00:00:00Z'),
		);
	});

	it('is an error when a page in the middle fails for good, not a shorter list', async () => {
		sandbox.faults.add({
			after: 1,
			times: Infinity,
			status: 500,
			body: { error: 'internal_error' },
		});
		const error = await fail('connectionReport', 'getAll', all);
		expect(error.message).toBe('TeamViewer could not answer because of a problem on its side');
	});

	it('comes complete when a page in the middle fails at first', async () => {
		sandbox.faults.add({ after: 1, times: 2, drop: true });
		const { items } = await run('connectionReport', 'getAll', all);
		expect(jsonOf(items)).toEqual(reports);
	});

	it('is an error when TeamViewer repeats a page token, instead of an endless list', async () => {
		const page = {
			records: reports.slice(0, 2),
			next_offset: reports[1]?.id,
			records_remaining: 5,
		};
		sandbox.faults.failEvery({ status: 200, body: page });
		const error = await fail('connectionReport', 'getAll', all);
		expect(error.message).toBe('TeamViewer sent the same page token twice');
		expect(sent()).toHaveLength(2);
	});

	it('is an error when TeamViewer counts more reports but names no next page', async () => {
		sandbox.faults.add({ status: 200, body: { records: [reports[0]], records_remaining: 5 } });
		const error = await fail('connectionReport', 'getAll', all);
		expect(error.message).toBe(
			'TeamViewer announced 5 more records but did not say how to get them',
		);
	});

	it('is an error when a page is cut in the middle', async () => {
		sandbox.faults.failEvery({ malformed: true });
		const error = await fail('connectionReport', 'getAll', all);
		expect(error.message).toBe(
			'TeamViewer answered /reports/connections with something else than JSON',
		);
		expect(error.description).toContain('proxy');
	});
});

describe('Lists of sessions, device reports and events', () => {
	it('end with an error when a page token comes back', async () => {
		const page = {
			sessions: [{ code: 's1' }],
			records: [{ id: '1' }],
			resources: [{ id: '1' }],
			AuditEvents: [{ EventName: 'x' }],
			next_offset: 's1',
			nextPaginationToken: 'again',
			ContinuationToken: 'again',
		};
		sandbox.faults.failEvery({ status: 200, body: page });
		for (const [resource, parameters] of [
			['session', {}],
			['deviceReport', {}],
			['managedDevice', {}],
			['auditEvent', { startDate: '2026-01-01', endDate: '2026-02-01' }],
		] as const) {
			const error = await fail(resource, 'getAll', { returnAll: true, ...parameters });
			expect(error.message).toBe('TeamViewer sent the same page token twice');
		}
	});

	it('read sessions page by page by the code that TeamViewer names', async () => {
		const sessions = [1, 2, 3].map(() => sandbox.addSession());
		const newestFirst = [...sandbox.company.sessions];
		const [first, second] = newestFirst as [{ code: string }, { code: string }];
		sandbox.faults.add({
			status: 200,
			body: { sessions: [first], next_offset: first.code, sessions_remaining: 2 },
		});
		const { items } = await run('session', 'getAll', all);
		expect(items).toHaveLength(sessions.length);
		expect(items[1]?.json.code).toBe(second.code);
		expect(sent().map(({ query }) => query?.offset)).toEqual([undefined, first.code]);
	});
});

it('A group of reports is asked for by its id on every page', async () => {
	await run('connectionReport', 'getAll', { ...all, filters: { group: locator('id', '0') } });
	expect(sent().every(({ query }) => query?.groupid === '0')).toBe(true);
});
