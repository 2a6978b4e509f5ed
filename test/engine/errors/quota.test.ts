import { waits } from '../../harness/noWaiting';
import { locator, workbench } from '../../harness/workbench';

jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../../harness/noWaiting')>('../../harness/noWaiting')
		.n8nWorkflowWithoutWaiting(),
);

const { sandbox, fail, search, sent } = workbench({ licence: 'business' });
const group = locator('id', sandbox.company.groups[0]?.id ?? '');

beforeEach(() => {
	waits.splice(0);
	sandbox.quota.useUp();
});
afterEach(() => sandbox.quota.renew());

describe('A quota that is used up', () => {
	it.each([
		['a create', 'session', 'create', { group }],
		['a list', 'connectionReport', 'getAll', {}],
		['a change', 'session', 'close', { session: locator('code', 's119-457-589') }],
	])(
		'costs %s three calls, and tells when it comes back',
		async (_, resource, operation, given) => {
			const before = sandbox.company.sessions.length;
			const error = await fail(resource, operation, given);
			expect(sent()).toHaveLength(3);
			expect(error.message).toBe("TeamViewer's rate limit is reached");
			expect(error.description).toContain('7,200 (Business)');
			expect(error.description).toContain('comes back after that hour or those 24 hours');
			expect(error.failure?.cause).toBe('rate-limited');
			expect(sandbox.company.sessions).toHaveLength(before);
		},
	);

	it('costs a drop-down three calls at the most', async () => {
		await expect(search('searchGroups')).rejects.toMatchObject({
			message: "TeamViewer's rate limit is reached",
			description: expect.stringContaining('You can still choose By ID.') as string,
		});
		expect(sent().length).toBeLessThanOrEqual(3);
	});
});
