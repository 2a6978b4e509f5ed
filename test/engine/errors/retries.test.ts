import { runPoll } from '../../harness/engine';
import { waits } from '../../harness/noWaiting';
import { locator, workbench } from '../../harness/workbench';

jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../../harness/noWaiting')>('../../harness/noWaiting')
		.n8nWorkflowWithoutWaiting(),
);

const { sandbox, credential, run, fail, search, sent } = workbench();
const [group] = sandbox.company.groups as [{ id: string }];
const create = { group: locator('id', group.id) };
const reads = (count: number) =>
	Array(count).fill({ method: 'GET', path: '/groups' }) as ReturnType<typeof sent>;

beforeEach(() => waits.splice(0));

/** The waits that a test asked for, rounded down to whole steps of 400 ms: they are spread by chance. */
const roundedWaits = () => waits.map((wait) => Math.floor(wait / 400) * 400);

describe('A read', () => {
	it.each([
		['an internal error', { status: 500, body: { error: 'internal_error' } }],
		['a bad gateway that answers in HTML', { status: 502, body: '<html>Bad gateway</html>' }],
		['a connection that breaks', { drop: true }],
	])('is sent again after %s', async (_, fault) => {
		sandbox.faults.failNext(2, fault);
		const { items } = await run('group', 'getAll');
		expect(items.length).toBeGreaterThan(0);
		expect(sent()).toEqual(reads(3));
		expect(roundedWaits()).toEqual([400, 800]);
	});

	it('gives up after four tries', async () => {
		sandbox.faults.failEvery({ status: 500, body: { error: 'internal_error' } });
		const error = await fail('group', 'getAll');
		expect(error.message).toBe('TeamViewer could not answer because of a problem on its side');
		expect(error.failure).toEqual({ cause: 'temporarily-unavailable' });
		expect(sent()).toEqual(reads(4));
	});

	it('that asks by POST is sent again as well', async () => {
		sandbox.faults.failNext(1, { drop: true });
		await run('auditEvent', 'getAll', {
			startDate: new Date().toISOString(),
			endDate: '2030-01-01',
		});
		expect(sent().map(({ method, path }) => `${method} ${path}`)).toEqual([
			'POST /EventLogging',
			'POST /EventLogging',
		]);
	});
});

describe('A write', () => {
	it.each([
		['an internal error', { status: 500, body: { error: 'internal_error' } }],
		['a bad gateway', { status: 502 }],
		['a connection that breaks', { drop: true }],
		['a connection that breaks after TeamViewer did its work', { drop: true, afterHandling: true }],
		['a page instead of JSON', { status: 200, body: '<html>Welcome</html>' }],
		['an answer that is no session', { status: 200, body: {} }],
	])('that creates is never sent again after %s', async (_, fault) => {
		sandbox.faults.add({ method: 'POST', ...fault });
		const error = await fail('session', 'create', create);
		expect(sent()).toHaveLength(1);
		expect(waits).toEqual([]);
		expect(error.description).toContain(
			'It is not known whether TeamViewer carried the request out: look before you send it again.',
		);
	});

	it('that changes or deletes is not sent again on a doubt', async () => {
		const { id } = sandbox.addReport();
		sandbox.faults.failEvery({ status: 503 });
		await fail('connectionReport', 'delete', { report: locator('id', id) });
		await fail('connectionReport', 'update', {
			report: locator('id', id),
			updateFields: { notes: 'x' },
		});
		expect(sent().map(({ method }) => method)).toEqual(['DELETE', 'PUT']);
	});
});

describe('A rate limit', () => {
	it.each(['403', '429'] as const)('told as %s is waited out by every method', async (dialect) => {
		const { id } = sandbox.addReport();
		const before = sandbox.company.sessions.length;
		const after = async (work: () => Promise<unknown>) => {
			sandbox.clearRequests();
			sandbox.faults.rateLimit({ dialect, times: 2 });
			await work();
			return sent().map(({ method }) => method);
		};
		expect(await after(() => run('group', 'getAll'))).toEqual(['GET', 'GET', 'GET']);
		expect(await after(() => run('session', 'create', create))).toEqual(['POST', 'POST', 'POST']);
		expect(
			await after(() =>
				run('connectionReport', 'update', {
					report: locator('id', id),
					updateFields: { notes: 'x' },
				}),
			),
		).toEqual(['PUT', 'PUT', 'PUT', 'GET']);
		expect(
			await after(() => run('connectionReport', 'delete', { report: locator('id', id) })),
		).toEqual(['DELETE', 'DELETE', 'DELETE']);
		expect(sandbox.company.sessions).toHaveLength(before + 1);
	});

	it('that says how long is waited out that long', async () => {
		sandbox.faults.rateLimit({ dialect: '429', retryAfter: 7 });
		await run('group', 'getAll');
		expect(waits).toEqual([7_000]);
	});

	it.each([
		['429', 60],
		['403', 60],
	] as const)(
		'told as %s with a Retry-After is waited out up to a minute',
		async (dialect, wait) => {
			sandbox.faults.rateLimit({ dialect, retryAfter: wait, times: 2 });
			await run('session', 'create', create);
			expect(waits).toEqual([60_000, 60_000]);
			expect(sent()).toHaveLength(3);
		},
	);

	it('that says when is waited out until then, and never less than a second', async () => {
		const at = (ms: number) => ({ 'Retry-After': new Date(Date.now() + ms).toUTCString() });
		sandbox.faults.add({ status: 429, headers: at(31_000) });
		sandbox.faults.add({ status: 429, headers: at(-5_000) });
		await run('group', 'getAll');
		expect(waits[0]).toBeGreaterThan(25_000);
		expect(waits[0]).toBeLessThanOrEqual(31_000);
		expect(waits[1]).toBe(1_000);
	});

	it('is waited out as TeamViewer always does where Retry-After says nothing', async () => {
		sandbox.faults.add({ status: 429, headers: { 'Retry-After': 'soon' } });
		await run('group', 'getAll');
		expect(waits).toHaveLength(1);
		expect(waits[0]).toBeGreaterThanOrEqual(1_000);
		expect(waits[0]).toBeLessThanOrEqual(1_250);
	});

	it('that wants more time than a drop-down or a poll has is told at once', async () => {
		sandbox.faults.rateLimit({ dialect: '429', retryAfter: 50, times: 2 });
		await expect(search('searchGroups')).rejects.toMatchObject({
			description: expect.stringContaining('TeamViewer asks to wait 50 seconds.') as string,
		});
		const parameters = { triggerOn: 'connectionReportCreated' };
		await expect(
			runPoll({ credential, parameters, staticData: {}, budgetMs: 36_000 }),
		).rejects.toMatchObject({ failure: { cause: 'rate-limited', retryAfterMs: 50_000 } });
		expect(waits).toEqual([]);
		expect(sent()).toHaveLength(2);
	});

	it.each([61, 3_600])('that wants %d seconds is left to the user', async (retryAfter) => {
		sandbox.faults.rateLimit({ dialect: '429', retryAfter });
		const error = await fail('group', 'getAll');
		expect(waits).toEqual([]);
		expect(error.failure).toEqual({ cause: 'rate-limited', retryAfterMs: retryAfter * 1000 });
		expect(sent()).toHaveLength(1);
	});

	it('that stays is told after three requests: a used-up day cannot be waited out', async () => {
		sandbox.faults.rateLimit({ times: Infinity });
		const error = await fail('session', 'create', create);
		expect(error.message).toBe("TeamViewer's rate limit is reached");
		expect(error.failure).toEqual({ cause: 'rate-limited' });
		expect(sent()).toHaveLength(3);
	});
});

it.each([
	['a missing permission', { status: 403, body: { error: 'insufficient_scope' } }],
	['a blocked address', { status: 403, body: { error: 'blocked' } }],
	['a 403 without a word', { status: 403 }],
	['a refused request', { status: 400, body: { error: 'invalid_request' } }],
	['what TeamViewer does not know', { status: 404 }],
])('Nothing is sent again after %s', async (_, fault) => {
	sandbox.faults.failEvery(fault);
	await fail('group', 'getAll');
	expect(sent()).toEqual(reads(1));
	expect(waits).toEqual([]);
});
