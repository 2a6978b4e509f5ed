import type { IDataObject } from 'n8n-workflow';

import { EVENTS } from '../../../nodes/TeamViewer/trigger/events';
import { runPoll, type PollOptions } from '../../harness/engine';
import { waits } from '../../harness/noWaiting';
import { locator, workbench, type NodeFailure } from '../../harness/workbench';

jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../../harness/noWaiting')>('../../harness/noWaiting')
		.n8nWorkflowWithoutWaiting(),
);

/** The sandbox's clock goes on while a node waits, and where a test says so. Milliseconds. */
const began = Date.now();
let passed = 0;
const now = () => began + passed + waits.reduce((sum, wait) => sum + wait, 0);

const { sandbox, credential, run, fail, search, sent } = workbench({ licence: 'business', now });
const group = locator('id', sandbox.company.groups[0]?.id ?? '');

beforeEach(() => {
	waits.splice(0);
	passed = 0;
	sandbox.quota.dialect = '403';
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

	it('is asked for once where TeamViewer says that it takes a day to come back', async () => {
		sandbox.quota.dialect = '429';
		const error = await fail('session', 'create', { group });
		expect(sent()).toHaveLength(1);
		expect(error.description).toContain('TeamViewer asks to wait 24 hours.');
		expect(error.failure).toEqual({ cause: 'rate-limited', retryAfterMs: 86_400_000 });
	});

	it('is waited for where it comes back within a minute', async () => {
		sandbox.quota.dialect = '429';
		passed = 86_400_000 - 45_000;
		const { items } = await run('session', 'create', { group });
		expect(waits).toEqual([45_000]);
		expect(sent()).toHaveLength(2);
		expect(items[0]?.json.code).toMatch(/^s/);
	});

	it('costs a drop-down three calls at the most', async () => {
		await expect(search('searchGroups')).rejects.toMatchObject({
			message: "TeamViewer's rate limit is reached",
			description: expect.stringContaining('You can still choose By ID.') as string,
		});
		expect(sent().length).toBeLessThanOrEqual(3);
	});

	describe.each(['first poll', 'later poll', 'manual test'])('costs a %s', (kind) => {
		it.each(Object.keys(EVENTS))(
			'of %s three calls at the most, leaves what it knew, and tells when the quota comes back',
			async (triggerOn) => {
				const node = polled(triggerOn);
				sandbox.quota.renew();
				if (kind === 'later poll') for (let poll = 0; poll < 3; poll++) await node.poll();
				sandbox.quota.useUp();
				sandbox.clearRequests();
				const known = JSON.stringify(node.state);

				const error = await node
					.poll(kind === 'manual test' ? 'manual' : 'trigger')
					.catch((thrown: unknown) => thrown as NodeFailure);
				expect(sent()).toHaveLength(3);
				expect(JSON.stringify(node.state)).toBe(known);
				expect(error).toMatchObject({
					message: "TeamViewer's rate limit is reached",
					description: expect.stringMatching(
						/7,200 \(Business\).*comes back after that hour or those 24 hours.*poll less often/,
					) as string,
					failure: { cause: 'rate-limited' },
				});
			},
		);
	});

	it.each(['connectionReportCreated', 'sessionClosed', 'sessionOnline', 'userAdded'])(
		'loses no event of %s: the polls after it came back find what happened meanwhile',
		async (triggerOn) => {
			const node = polled(triggerOn);
			sandbox.quota.renew();
			const session = sandbox.addSession({ online: false });
			const other = sandbox.addSession({ online: false });
			for (let poll = 0; poll < 3; poll++) await node.poll();
			sandbox.addReport();
			sandbox.closeSession(session.code);
			sandbox.setSessionOnline(other.code, true);
			sandbox.addUser();

			sandbox.quota.useUp();
			for (let poll = 0; poll < 2; poll++) await expect(node.poll()).rejects.toThrow('rate limit');
			sandbox.quota.renew();
			expect([...((await node.poll()) ?? []), ...((await node.poll()) ?? [])]).toHaveLength(1);
		},
	);

	it('costs a poll that has sessions to look up three calls of each kind', async () => {
		const node = polled('sessionClosed');
		sandbox.quota.renew();
		const codes = [1, 2, 3, 4].map(() => sandbox.addSession().code);
		for (let poll = 0; poll < 3; poll++) await node.poll();
		for (const code of codes) sandbox.changeSession(code, { state: 'Elsewhere' });
		sandbox.quota.useUp('GET /sessions/:id');
		sandbox.clearRequests();
		await expect(node.poll()).rejects.toThrow('rate limit');
		const lookUps = sent().filter(({ path }) => path !== '/sessions');
		expect(lookUps).toHaveLength(3);
	});
});

/** A trigger node that polls. */
function polled(triggerOn: string) {
	const state = { staticData: {} as IDataObject, globalStaticData: {} as IDataObject };
	const poll = async (mode: PollOptions['mode'] = 'trigger') =>
		await runPoll({ credential, parameters: { triggerOn }, ...state, mode });
	return { state, poll };
}
