/* eslint-disable @n8n/community-nodes/no-restricted-globals -- answers later, as a network does */
import { oAuth2Credential, type Transport } from '../../harness/engine';
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
		expect(atOnce()).toBe(8);
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

	it('are eight side by side at the most, and start nothing new once a failure is known', async () => {
		const before = sandbox.company.sessions.length;
		const atOnce = mostAtOnce(sandbox);
		sandbox.faults.failEvery(refused(['11']));
		const error = await fail('session', 'create', create, { items: cases(60) });
		expect(atOnce()).toBeLessThanOrEqual(8);
		expect(error.context.itemIndex).toBe(11);

		const made = sandbox.company.sessions.length - before;
		expect(made).toBeLessThan(11 + 8);
		expect(error.description).toContain(
			`Of the other 59 items ${made} were carried out, the rest were not.`,
		);
	});

	it('tell apart what was made, what was not, and of what it is not known', async () => {
		for (const status of [400, 500])
			sandbox.faults.add({ method: 'POST', path: /sessions/, status });
		const error = await fail('session', 'create', create, { items: cases(2) });
		expect(error.description).toMatch(
			/Of the other 1 items 0 were carried out, of 1 it is not known whether, or how far\.$/,
		);

		const [one, other] = [sandbox.addSession(), sandbox.addSession()];
		sandbox.faults.add({ method: 'PUT', path: new RegExp(one.code), status: 400 });
		sandbox.faults.add({ method: 'GET', path: new RegExp(other.code), status: 403 });
		const unread = await fail(
			'session',
			'close',
			{ session: { __rl: true, mode: 'code', value: '={{ $json.code }}' } },
			{ items: [{ code: one.code }, { code: other.code }] },
		);
		expect(unread.description).toMatch(/Of the other 1 items 1 were carried out\.$/);
	});

	it('tell the first failing item where several fail', async () => {
		mostAtOnce(sandbox);
		sandbox.faults.failEvery(refused(['10', '12']));
		const error = await fail('session', 'create', create, { items: cases(60) });
		expect(error.context.itemIndex).toBe(10);
	});

	it('are all checked before the first is sent: what cannot be used leaves nothing half done', async () => {
		const items = cases(60).map((item, index) => ({ ...item, hours: index === 12 ? -1 : 1 }));
		const error = await fail(
			'session',
			'create',
			{ group, additionalFields: { validFor: '={{ $json.hours }}' } },
			{ items },
		);
		expect(error.message).toBe("'Valid For (Hours)' must be a number above zero");
		expect(error.context.itemIndex).toBe(12);
		expect(error.description).toContain('Of the other 59 items 0 were carried out');
		expect(sent()).toEqual([]);
	});

	it('look a user up once whom they all name by email', async () => {
		const [user] = sandbox.company.users as [{ id: string; email: string }];
		const assignedUser = locator('email', '={{ $json.email }}');
		const { items } = await run(
			'session',
			'create',
			{ group, simplify: false, additionalFields: { assignedUser } },
			{ items: cases(30).map(() => ({ email: user.email })) },
		);
		expect(items.every(({ json }) => json.assigned_userid === user.id)).toBe(true);
		expect(sent().filter(({ path }) => path === '/users')).toHaveLength(1);
		expect(sent()).toHaveLength(31);
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
	/** Answers what is asked for a little later than what is changed. */
	const withSlowReads: Transport = async (request) => {
		const turns = request.method === 'GET' ? 50 : 1;
		for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
		return await askSandbox(request);
	};
	const askSandbox: Transport = async ({ url, method = 'GET', qs, body }) => {
		const address = new URL(url);
		for (const [name, value] of Object.entries((qs ?? {}) as Record<string, string | undefined>)) {
			if (value !== undefined) address.searchParams.set(name, value);
		}
		const response = await sandbox.fetch(
			new Request(address, {
				method,
				headers: {
					Authorization: `Bearer ${sandbox.credentials.scriptToken}`,
					'Content-Type': 'application/json',
				},
				...(body && { body: JSON.stringify(body) }),
			}),
		);
		const text = await response.text();
		const answer: unknown = text === '' ? '' : JSON.parse(text);
		return { statusCode: response.status, headers: {}, body: answer };
	};

	it('give it as it was after each own change, however slowly it is read', async () => {
		const session = locator('code', sandbox.addSession().code);
		const { items } = await run(
			'session',
			'update',
			{ session, updateFields: { description: '={{ $json.case }}' } },
			{ items: cases(6), transport: withSlowReads },
		);
		expect(items.map(({ json }) => json.description)).toEqual(['0', '1', '2', '3', '4', '5']);
	});

	/** Six items about one record, its ID in upper and lower case by turns. */
	const inEitherCase = (id: string) =>
		cases(6).map((item, index) => ({
			...item,
			id: index % 2 ? id.toUpperCase() : id.toLowerCase(),
		}));

	it('and the same for reports', async () => {
		const report = locator('id', '={{ $json.id }}');
		const { id } = sandbox.addReport();
		const { items } = await run(
			'connectionReport',
			'update',
			{ report, updateFields: { notes: '={{ $json.case }}' } },
			{
				items: inEitherCase(id),
				transport: withSlowReads,
			},
		);
		expect(items.map(({ json }) => json.notes)).toEqual(['0', '1', '2', '3', '4', '5']);
	});

	it('and the same for managed devices', async () => {
		const managedDevice = locator('id', '={{ $json.id }}');
		const { id } = sandbox.addManagedDevice();
		const { items } = await run(
			'managedDevice',
			'update',
			{ managedDevice, updateFields: { description: '={{ $json.case }}' } },
			{
				items: inEitherCase(id),
				transport: withSlowReads,
			},
		);
		expect(items.map(({ json }) => json.deviceDescription)).toEqual(['0', '1', '2', '3', '4', '5']);
	});

	it('and where one closes what the next reopens', async () => {
		const session = locator('code', sandbox.addSession().code);
		const { items } = await run(
			'session',
			'update',
			{ session, updateFields: { state: '={{ $json.state }}' } },
			{
				items: ['closed', 'open', 'closed', 'open'].map((state) => ({ state })),
				transport: withSlowReads,
			},
		);
		expect(items.map(({ json }) => json.state)).toEqual(['Closed', 'Open', 'Closed', 'Open']);
	});

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
