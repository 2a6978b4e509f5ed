import { oAuth2Credential } from '../../harness/engine';
import { waits } from '../../harness/noWaiting';
import { locator, workbench } from '../../harness/workbench';
import type { RecordedRequest } from '../../sandbox';
import { mostAtOnce } from './mostAtOnce';

jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../../harness/noWaiting')>('../../harness/noWaiting')
		.n8nWorkflowWithoutWaiting(),
);

const { sandbox, run, fail, sent } = workbench();
const { clientId, clientSecret } = sandbox.credentials;
const group = locator('id', sandbox.company.groups[0]?.id ?? '');
const create = {
	group,
	simplify: false,
	additionalFields: { description: '={{ $json.case }}' },
};
const cases = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ case: `${index}` }));
const descriptionOf = ({ body }: { body?: unknown }) =>
	(body as { description?: string } | undefined)?.description;
const isCase = (names: string[]) => (request: RecordedRequest) =>
	request.method === 'POST' && names.includes(descriptionOf(request) ?? '');
const refused = (names: string[]) => ({
	where: isCase(names),
	status: 400,
	body: { error: 'invalid_request', error_description: 'No such thing', error_code: 2 },
});
const connect = () => oAuth2Credential({ clientId, clientSecret }, sandbox.issueTokens());
const refreshes = () => sent().filter(({ path }) => path === '/oauth2/token');

beforeEach(() => waits.splice(0));

describe('Sixty items that create sessions', () => {
	it('are worked on side by side, the first alone, and give their sessions in input order', async () => {
		const atOnce = mostAtOnce(sandbox);
		const { items } = await run('session', 'create', create, { items: cases(60) });
		expect(items.map(({ json }) => json.description)).toEqual(cases(60).map((item) => item.case));
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			cases(60).map((_, item) => ({ item })),
		);
		expect(atOnce()).toBeGreaterThan(4);
		expect(sent()).toHaveLength(60);
	});

	it('keep order and pairing where some fail and the workflow continues', async () => {
		const failing = ['0', '7', '8', '30', '59'];
		sandbox.faults.failEvery(refused(failing));
		const { items } = await run('session', 'create', create, {
			items: cases(60),
			continueOnFail: true,
		});
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			cases(60).map((_, item) => ({ item })),
		);
		for (const [index, { json }] of items.entries()) {
			if (failing.includes(`${index}`)) expect(json.error).toEqual(expect.any(String));
			else expect(json.description).toBe(`${index}`);
		}
	});

	it('start nothing new once a failure is known, and tell the first failing item', async () => {
		mostAtOnce(sandbox);
		sandbox.faults.failEvery(refused(['10', '12']));
		const error = await fail('session', 'create', create, { items: cases(60) });
		expect(error.context.itemIndex).toBe(10);
		// Those that were under way when the refusal came, and none after them.
		expect(sent().length).toBeLessThan(52);
		expect(sent().map(descriptionOf)).not.toContain('59');
	});

	it('make each session once when TeamViewer says there were too many calls', async () => {
		const before = sandbox.company.sessions.length;
		sandbox.faults.rateLimit({ method: 'POST', after: 9, times: 6 });
		const { items } = await run('session', 'create', create, { items: cases(60) });
		expect(items.map(({ json }) => json.description)).toEqual(cases(60).map((item) => item.case));
		expect(sandbox.company.sessions).toHaveLength(before + 60);
		expect(waits.length).toBeGreaterThanOrEqual(6);
	});

	it('refresh a token once that expired before they began', async () => {
		const credential = connect();
		sandbox.expireAccessTokens();
		const { items } = await run('session', 'create', create, { items: cases(60), credential });
		expect(items).toHaveLength(60);
		expect(refreshes()).toHaveLength(1);
	});

	it('refresh a token once that expires while they are under way', async () => {
		const credential = connect();
		const before = sandbox.company.sessions.length;
		mostAtOnce(sandbox);
		let expired = false;
		sandbox.faults.add({
			where: (request) => {
				if (!expired && isCase(['30'])(request)) sandbox.expireAccessTokens();
				expired ||= isCase(['30'])(request);
				return false;
			},
		});
		const { items } = await run('session', 'create', create, { items: cases(60), credential });
		expect(items.map(({ json }) => json.description)).toEqual(cases(60).map((item) => item.case));
		expect(sandbox.company.sessions).toHaveLength(before + 60);
		expect(refreshes()).toHaveLength(1);
	});
});

describe('Items that change the same session', () => {
	it('change it in input order, while other sessions do not wait for it', async () => {
		const codes = [sandbox.addSession().code, sandbox.addSession().code];
		const items = Array.from({ length: 30 }, (_, index) => ({
			case: `change ${index}`,
			code: codes[index % 2],
		}));
		const atOnce = mostAtOnce(sandbox);
		await run(
			'session',
			'update',
			{
				session: locator('code', '={{ $json.code }}'),
				updateFields: { description: '={{ $json.case }}' },
			},
			{ items },
		);
		for (const code of codes) {
			const changes = sent().filter(({ method, path }) => method === 'PUT' && path.endsWith(code));
			expect(changes.map(descriptionOf)).toEqual(
				items.filter((item) => item.code === code).map((item) => item.case),
			);
		}
		expect(atOnce()).toBeGreaterThan(1);
	});
});
