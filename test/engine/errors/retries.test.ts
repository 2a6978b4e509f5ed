import { waits } from '../../harness/noWaiting';
import { locator, workbench } from '../../harness/workbench';

jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../../harness/noWaiting')>('../../harness/noWaiting')
		.n8nWorkflowWithoutWaiting(),
);

const { sandbox, run, fail, sent } = workbench();
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

	it('that wants more than a minute is left to the user', async () => {
		sandbox.faults.rateLimit({ dialect: '429', retryAfter: 3_600 });
		const error = await fail('group', 'getAll');
		expect(waits).toEqual([]);
		expect(error.failure).toEqual({ cause: 'rate-limited', retryAfterMs: 3_600_000 });
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
