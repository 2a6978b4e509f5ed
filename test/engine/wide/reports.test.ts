import { oAuth2Credential } from '../../harness/engine';
import { waits } from '../../harness/noWaiting';
import { jsonOf, workbench } from '../../harness/workbench';
import { mostAtOnce } from './mostAtOnce';

jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../../harness/noWaiting')>('../../harness/noWaiting')
		.n8nWorkflowWithoutWaiting(),
);

const PAGES = 10;
const { sandbox, run, fail, sent } = workbench({ company: 'empty', pageSize: 40 });
sandbox.addReports(PAGES * 40, { from: Date.parse('2026-01-01'), to: Date.parse('2026-03-01') });
const reports = sandbox.company.connectionReports;
const all = { returnAll: true, simplify: false };

beforeEach(() => waits.splice(0));

describe('A list of ten pages', () => {
	it('is read side by side, and comes complete and in order', async () => {
		const atOnce = mostAtOnce(sandbox);
		const { items } = await run('connectionReport', 'getAll', all);
		expect(jsonOf(items)).toEqual(reports);
		expect(items.every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(true);
		expect(atOnce()).toBeGreaterThan(2);
	});

	it('begins with one request alone, and costs at most one more for each range', async () => {
		await run('connectionReport', 'getAll', all);
		const ranges = new Set(sent().map(({ query }) => query?.to_date));
		expect(sent()[0]).toEqual({ method: 'GET', path: '/reports/connections' });
		expect(ranges.size).toBeGreaterThan(1);
		expect(sent().length).toBeLessThan(PAGES + ranges.size);
	});

	it('is simplified on the way', async () => {
		const { items } = await run('connectionReport', 'getAll', { returnAll: true });
		expect(items.map(({ json }) => json.id)).toEqual(reports.map(({ id }) => id));
		expect(items.every(({ json }) => Number(json.duration_seconds) > 0)).toBe(true);
		expect(items[0]?.json).not.toHaveProperty('userid');
	});

	it('stays within the filters, also in the ranges', async () => {
		const endedBefore = '2026-02-20T00:00:00Z';
		const { items } = await run('connectionReport', 'getAll', { ...all, filters: { endedBefore } });
		expect(jsonOf(items)).toEqual(reports.filter(({ end_date = '' }) => end_date < endedBefore));
		expect(sent().every(({ query }) => `${query?.to_date}` <= endedBefore)).toBe(true);
	});

	it.each(['403', '429'] as const)(
		'loses time but no report when TeamViewer refuses with %s in the middle',
		async (dialect) => {
			sandbox.faults.rateLimit({ dialect, after: 5, times: 2 });
			const { items } = await run('connectionReport', 'getAll', all);
			expect(jsonOf(items)).toEqual(reports);
			expect(waits.length).toBeGreaterThanOrEqual(2);
		},
	);

	it('is an error, not a shorter list, when a page in the middle cannot be had', async () => {
		sandbox.faults.add({ after: 5, times: Infinity, status: 500, body: '' });
		const error = await fail('connectionReport', 'getAll', all);
		expect(error.message).toBe('TeamViewer could not answer because of a problem on its side');
	});

	it('refreshes an expired token once', async () => {
		const { clientId, clientSecret } = sandbox.credentials;
		const credential = oAuth2Credential({ clientId, clientSecret }, sandbox.issueTokens());
		sandbox.expireAccessTokens();
		const { items } = await run('connectionReport', 'getAll', all, { credential });
		expect(jsonOf(items)).toEqual(reports);
		expect(sent().filter(({ path }) => path === '/oauth2/token')).toHaveLength(1);
	});
});
