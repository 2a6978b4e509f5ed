import { jsonOf, locator, nestedFields, workbench } from '../../harness/workbench';

const bench = workbench({ company: 'full' });
const { sandbox, run, fail, sent } = bench;
const { company } = sandbox;
const [group] = company.groups as [{ id: string }];
const group2 = company.groups[1] as { id: string };
const [user] = company.users as [{ id: string }];
const byId = locator('id', group.id);
const HOUR = 3_600_000;

const newSession = () => sandbox.addSession({ groupid: group.id });

describe('Create session', () => {
	it('sends just the group, and gives the code and the three links', async () => {
		const { items } = await run('session', 'create', { group: byId });
		expect(sent()).toEqual([{ method: 'POST', path: '/sessions', body: { groupid: group.id } }]);
		expect(items).toHaveLength(1);
		expect(items[0]?.json).toMatchObject({
			code: expect.stringMatching(/^s\d{3}-\d{3}-\d{3}$/) as string,
			state: 'Open',
			end_customer_link: expect.stringContaining('https://') as string,
			supporter_link: expect.stringContaining('https://') as string,
			webclient_supporter_link: expect.stringContaining('https://') as string,
			valid_until: expect.any(String) as string,
		});
		expect(items[0]?.pairedItem).toEqual({ item: 0 });
		expect(Object.keys(items[0]?.json ?? {}).length).toBeLessThanOrEqual(10);
		expect(nestedFields(items[0])).toEqual([]);
	});

	it("gives TeamViewer's own session with Simplify off", async () => {
		const { items } = await run('session', 'create', { group: byId, simplify: false });
		expect(jsonOf(items)).toEqual([company.sessions[0]]);
	});

	it('sends every field in the form that TeamViewer documents', async () => {
		await run(
			'session',
			'create',
			{
				group: locator('name', 'Walk-in customers'),
				additionalFields: {
					assignedUser: locator('id', user.id),
					customApi: 'TICKET-1042',
					description: 'Printer is offline',
					endCustomerEmail: 'nathan@example.com',
					endCustomerName: 'Nathan Smith',
					sessionType: 'Pilot',
					smsInviteNumber: '+49 151 0000000',
					validUntil: '2099-01-31T08:00:00',
					waitingMessage: 'One moment, please',
				},
			},
			{ timezone: 'Europe/Berlin' },
		);
		expect(sent()).toEqual([
			{
				method: 'POST',
				path: '/sessions',
				body: {
					groupname: 'Walk-in customers',
					assigned_userid: user.id,
					custom_api: 'TICKET-1042',
					description: 'Printer is offline',
					end_customer: { name: 'Nathan Smith', email: 'nathan@example.com' },
					support_session_type: 'Pilot',
					sms_invite_number: '+49 151 0000000',
					valid_until: '2099-01-31T07:00:00Z',
					waiting_message: 'One moment, please',
				},
			},
		]);
	});

	it('counts Valid For in hours from now', async () => {
		const before = Date.now();
		await run('session', 'create', { group: byId, additionalFields: { validFor: 1.5 } });
		const { valid_until } = sent()[0]?.body as { valid_until: string };
		const validFor = Date.parse(valid_until) - before;
		expect(validFor).toBeGreaterThan(1.5 * HOUR - 1000);
		expect(validFor).toBeLessThan(1.5 * HOUR + 60_000);
	});

	it('keeps an object from an expression as JSON in Custom API Data', async () => {
		await run(
			'session',
			'create',
			{ group: byId, additionalFields: { customApi: '={{ $json.ticket }}' } },
			{ items: [{ ticket: { id: 1042, queue: 'print' } }] },
		);
		expect(sent()[0]?.body).toEqual({
			groupid: group.id,
			custom_api: '{"id":1042,"queue":"print"}',
		});
	});

	it('leaves a session to nobody when Nobody is chosen', async () => {
		await run('session', 'create', {
			group: byId,
			additionalFields: { assignedUser: locator('list', 'u0') },
		});
		expect(sent()[0]?.body).toEqual({ groupid: group.id, assigned_userid: 'u0' });
	});

	it('resolves expressions for each item and pairs each result with its item', async () => {
		const { items } = await run(
			'session',
			'create',
			{ group: byId, additionalFields: { description: '={{ $json.subject }}' } },
			{ items: [{ subject: 'one' }, { subject: 'two' }, { subject: 'three' }] },
		);
		expect(items.map(({ json, pairedItem }) => [json.description, pairedItem])).toEqual([
			['one', { item: 0 }],
			['two', { item: 1 }],
			['three', { item: 2 }],
		]);
	});

	it('goes on after a failed item where the node is set to continue', async () => {
		const { items } = await run(
			'session',
			'create',
			{ group: locator('id', '={{ $json.group }}') },
			{ items: [{ group: 'g1' }, { group: group.id }, { group: '' }], continueOnFail: true },
		);
		expect(items).toHaveLength(3);
		expect(items[0]).toMatchObject({
			json: { error: expect.stringContaining('groupid') as string },
			pairedItem: { item: 0 },
		});
		expect(items[1]?.json.code).toMatch(/^s/);
		expect(items[2]).toMatchObject({
			json: { error: "'Group' is empty" },
			pairedItem: { item: 2 },
		});
	});

	it.each<[string, object, string | RegExp]>([
		['no group', { group: locator('list', '') }, "'Group' is empty"],
		[
			'a group id of the wrong form',
			{ group: locator('id', 'x12345') },
			/'Group' is "x12345", which is not the ID of a group/,
		],
		[
			'a description that is too long',
			{ additionalFields: { description: 'x'.repeat(4001) } },
			"'Description' is 4,001 characters long; TeamViewer takes at most 4,000",
		],
		[
			'custom data that is too long',
			{ additionalFields: { customApi: 'x'.repeat(4001) } },
			"'Custom API Data' is 4,001 characters long; TeamViewer takes at most 4,000",
		],
		[
			'a name that is too long',
			{ additionalFields: { endCustomerName: 'x'.repeat(101) } },
			"'End Customer Name' is 101 characters long; TeamViewer takes at most 100",
		],
		[
			'an email that is too long',
			{ additionalFields: { endCustomerEmail: `${'x'.repeat(250)}@a.de` } },
			"'End Customer Email' is 255 characters long; TeamViewer takes at most 254",
		],
		[
			'an email that is none',
			{ additionalFields: { endCustomerEmail: 'nathan' } },
			/'End Customer Email' is "nathan", which is not an email address/,
		],
		[
			'a phone number that is none',
			{ additionalFields: { smsInviteNumber: 'call me' } },
			/'SMS Invitation Number' is "call me", which is not a phone number/,
		],
		[
			'a user id of the wrong form',
			{ additionalFields: { assignedUser: locator('id', '../account') } },
			/'Assigned User' is "..\/account", which is not the ID of a user/,
		],
		[
			'a session type that does not exist',
			{ additionalFields: { sessionType: 'Copilot' } },
			/'Session Type' is "Copilot", which TeamViewer does not know/,
		],
		[
			'a moment in the past',
			{ additionalFields: { validUntil: '2020-01-01T00:00:00Z' } },
			"'Valid Until' is in the past",
		],
		[
			'a date that does not exist',
			{ additionalFields: { validUntil: '2099-02-30' } },
			/'Valid Until' is "2099-02-30", which is not a date/,
		],
		[
			'both ways to say how long',
			{ additionalFields: { validFor: 1, validUntil: '2099-01-01' } },
			"'Valid For (Hours)' and 'Valid Until' cannot be used together",
		],
		[
			'no time at all',
			{ additionalFields: { validFor: -1 } },
			"'Valid For (Hours)' must be a number above zero",
		],
		[
			'an object as the description',
			{ additionalFields: { description: '={{ ({ a: 1 }) }}' } },
			"'Description' must be text",
		],
	])('refuses %s before any request', async (_, parameters, message) => {
		const error = await fail('session', 'create', { group: byId, ...parameters });
		expect(error.message).toMatch(message);
		expect(error.description).toBeTruthy();
		expect(error.context.itemIndex).toBe(0);
		expect(sent()).toEqual([]);
	});
});

describe('Get session', () => {
	it.each([
		['a code', (code: string) => code],
		['a code without dashes', (code: string) => code.replaceAll('-', '')],
		['a code with blanks', (code: string) => code.replaceAll('-', ' ')],
		['the digits alone', (code: string) => code.slice(1)],
		['a code in capitals with a line break', (code: string) => `${code.toUpperCase()}\n`],
		[
			"the customer's link",
			(code: string) => `https://get.teamviewer.com/v15/${code.replaceAll('-', '')}`,
		],
		[
			"the supporter's link",
			(code: string) => `https://get.teamviewer.com/v15/${code.replaceAll('-', '')}-AEG8iPEEzz96`,
		],
		[
			"the browser's link",
			(code: string) =>
				`https://login.teamviewer.com/Connect/IndexByol?sessioncode=${code.replaceAll('-', '')}&servicequeuetoken=abc`,
		],
	])('understands %s', async (_, write) => {
		const session = newSession();
		const { items } = await run('session', 'get', {
			session: locator('code', write(session.code)),
		});
		expect(items[0]?.json.code).toBe(session.code);
		expect(sent()).toEqual([{ method: 'GET', path: `/sessions/${session.code}` }]);
	});

	it('gives what TeamViewer holds, unchanged with Simplify off', async () => {
		const session = newSession();
		const { items } = await run('session', 'get', {
			session: locator('list', session.code),
			simplify: false,
		});
		expect(jsonOf(items)).toEqual([session]);
	});

	it('takes the code of each item', async () => {
		const sessions = [newSession(), newSession()];
		const { items } = await run(
			'session',
			'get',
			{ session: locator('code', '={{ $json.code }}') },
			{ items: sessions.map(({ code }) => ({ code })) },
		);
		expect(items.map(({ json }) => json.code)).toEqual(sessions.map(({ code }) => code));
	});

	it.each([
		'',
		'   ',
		'../account',
		's1/../account',
		'%2e%2e',
		's123-456-789/../../account',
		's１２３４５６７８９',
		'https://get.teamviewer.com/v15/',
		's123-456-789?full_list=true',
		'https://example.com/',
	])('refuses %j before any request', async (code) => {
		const error = await fail('session', 'get', { session: locator('code', code) });
		expect(error.message).toMatch(/^'Session' is /);
		expect(error.description).toBe(
			'Give a code like s123-456-789, or one of the links of the session.',
		);
		expect(sent()).toEqual([]);
	});

	it("says which session TeamViewer does not know, with TeamViewer's words", async () => {
		const error = await fail('session', 'get', { session: locator('code', 's000-000-001') });
		expect(error.message).toContain('no such session');
		expect(error.description).toContain('session s000-000-001');
		expect(error.httpCode).toBe('400');
	});
});

describe('Close session', () => {
	it('sends one change, and gives the session as it then is', async () => {
		const session = newSession();
		const { items } = await run('session', 'close', { session: locator('code', session.code) });
		expect(sent()).toEqual([
			{ method: 'PUT', path: `/sessions/${session.code}`, body: { state: 'closed' } },
			{ method: 'GET', path: `/sessions/${session.code}` },
		]);
		expect(items[0]?.json).toMatchObject({ code: session.code, state: 'Closed' });
	});

	it('says that the session was closed when only reading it back failed', async () => {
		const session = newSession();
		sandbox.faults.add({
			method: 'GET',
			path: /sessions/,
			status: 403,
			body: { error: 'insufficient_scope' },
		});
		const error = await fail('session', 'close', { session: locator('code', session.code) });
		expect(error.message).toBe(
			'The session was closed, but reading it back failed: The TeamViewer token lacks a permission: Session management (Sessions.ReadAll or Sessions.ReadOwn)',
		);
		expect(error.description).toMatch(/^Do not make the change again\./);
		expect(error.context.itemIndex).toBe(0);
		expect(sandbox.company.sessionShelf.find(session.code)?.state).toBe('Closed');
	});

	it.each([500, 200])(
		'does not tell to try again what was done, where reading it back ended with a %d',
		async (status) => {
			const session = newSession();
			sandbox.faults.failEvery({ method: 'GET', path: /sessions/, status, body: '"odd"' });
			const error = await fail('session', 'close', { session: locator('code', session.code) });
			expect(error.description).toMatch(
				/^Do not make the change again\. Read the record instead\./,
			);
			expect(error.description).not.toMatch(/try again/i);
		},
	);
});

describe('Update session', () => {
	it('sends what was filled in and nothing else', async () => {
		const session = newSession();
		await run('session', 'update', {
			session: locator('code', session.code),
			updateFields: {
				assignedUser: locator('id', user.id),
				customApi: 'TICKET-7',
				description: 'Solved',
				endCustomerEmail: 'ada@example.com',
				endCustomerName: 'Ada Example',
				group: locator('id', group2.id),
				state: 'closed',
				waitingMessage: 'Good-bye',
			},
		});
		expect(sent()[0]).toEqual({
			method: 'PUT',
			path: `/sessions/${session.code}`,
			body: {
				assigned_userid: user.id,
				custom_api: 'TICKET-7',
				description: 'Solved',
				end_customer: { name: 'Ada Example', email: 'ada@example.com' },
				groupid: group2.id,
				state: 'closed',
				waiting_message: 'Good-bye',
			},
		});
	});

	it('assigns, takes the assignment away, and reopens', async () => {
		const session = newSession();
		const update = async (updateFields: object) =>
			(
				await run('session', 'update', {
					session: locator('code', session.code),
					updateFields: updateFields as never,
					simplify: false,
				})
			).items[0]?.json;
		expect(await update({ assignedUser: locator('list', user.id) })).toMatchObject({
			assigned_userid: user.id,
		});
		expect(await update({ assignedUser: locator('list', 'u0') })).toMatchObject({
			assigned_userid: 'u0',
		});
		expect(await update({ state: 'closed' })).toMatchObject({ state: 'Closed' });
		expect(await update({ state: 'open' })).toMatchObject({ state: 'Open' });
	});

	it('moves a session to a group by its name', async () => {
		const session = newSession();
		await run('session', 'update', {
			session: locator('code', session.code),
			updateFields: { group: locator('name', 'Escalations') },
		});
		expect(sent()[0]?.body).toEqual({ groupname: 'Escalations' });
	});

	it('refuses an update without a field before any request', async () => {
		const session = newSession();
		const error = await fail('session', 'update', {
			session: locator('code', session.code),
			updateFields: {},
		});
		expect(error.message).toBe("'Update Fields' is empty, so there is nothing to change");
		expect(sent()).toEqual([]);
	});

	it('clears what was added and left empty', async () => {
		const session = newSession();
		await run('session', 'update', {
			session: locator('code', session.code),
			updateFields: { description: '', customApi: '', endCustomerName: '', waitingMessage: '' },
		});
		expect(sent()[0]?.body).toEqual({
			custom_api: '',
			description: '',
			end_customer: { name: '' },
			waiting_message: '',
		});
	});

	it.each([
		['state', '', "'State' is empty"],
		['assignedUser', locator('list', ''), "'Assigned User' is empty"],
		['group', locator('id', ''), "'Group' is empty"],
	])('refuses to clear what every session has: %s', async (name, value, message) => {
		const session = newSession();
		const error = await fail('session', 'update', {
			session: locator('code', session.code),
			updateFields: { description: 'Solved', [name]: value },
		});
		expect(error.message).toBe(message);
		expect(sent()).toEqual([]);
	});

	it('does not read the session again where nobody wants to see it, which saves a call', async () => {
		const session = newSession();
		const options = { returnUpdated: false };
		const { items } = await run('session', 'update', {
			session: locator('code', session.code),
			updateFields: { description: 'Solved' },
			options,
		});
		expect(jsonOf(items)).toEqual([{ code: session.code, updated: true }]);
		await run('session', 'close', { session: locator('code', session.code), options });
		expect(sent().map(({ method }) => method)).toEqual(['PUT', 'PUT']);
	});

	it('says that the change was made when only reading it back failed', async () => {
		const session = newSession();
		sandbox.faults.add({ method: 'GET', path: /sessions/, status: 404, body: 'gone' });
		const error = await fail('session', 'update', {
			session: locator('code', session.code),
			updateFields: { description: 'Solved' },
		});
		expect(error.message).toBe(
			`The session was changed, but reading it back failed: TeamViewer does not know session ${session.code}`,
		);
		expect(sandbox.company.sessionShelf.find(session.code)?.description).toBe('Solved');
	});
});

describe('Get sessions', () => {
	const open = () => company.sessions.filter(({ state }) => state === 'Open');

	it('asks once for whole sessions, the open ones unless another state is chosen', async () => {
		const { items } = await run('session', 'getAll', { returnAll: true, simplify: false });
		expect(sent()).toEqual([{ method: 'GET', path: '/sessions', query: { full_list: 'true' } }]);
		expect(jsonOf(items)).toEqual(open());
	});

	it('sends every filter', async () => {
		await run('session', 'getAll', {
			filters: {
				assignedUser: locator('id', user.id),
				group: locator('id', group.id),
				state: ['open', 'closed'],
			},
		});
		expect(sent()[0]?.query).toEqual({
			assigned_userid: user.id,
			groupid: group.id,
			state: 'open,closed',
			full_list: 'true',
		});
	});

	it('simplifies to at most ten flat fields', async () => {
		const { items } = await run('session', 'getAll', { limit: 20 });
		for (const item of items) {
			expect(Object.keys(item.json).length).toBeLessThanOrEqual(10);
			expect(nestedFields(item)).toEqual([]);
			expect(item.pairedItem).toEqual({ item: 0 });
		}
	});

	describe.each([true, false])('with Simplify %s', (simplify) => {
		const past = { code: 's1', valid_until: '2020-01-01T00:00:00Z' };
		const closed_at = '2019-12-31T00:00:00Z';
		const EXPIRED = 'Some of these sessions are open but have expired.';

		it.each([
			[{ state: 'Open' }, [EXPIRED]],
			[{ state: 1 }, [EXPIRED]],
			[{ state: 1, closed_at: null }, [EXPIRED]],
			[{ state: 'Closed' }, []],
			[{ state: 'closed', closed_at }, []],
			[{ state: 2, closed_at }, []],
		])('tells of expired sessions by whether they are closed: %j', async (fields, expected) => {
			sandbox.faults.add({ status: 200, body: { sessions: [{ ...past, ...fields }] } });
			const { hints } = await run('session', 'getAll', {
				...{ simplify, filters: { state: ['open', 'closed'] } },
			});
			expect(hints.map(({ message }) => message.replace(/ Add .*/, ''))).toEqual(expected);
		});

		it('tells of those only that are given', async () => {
			const sessions = [
				{ code: 's2', state: 'Open' },
				{ ...past, state: 'Open' },
			];
			sandbox.faults.add({ status: 200, body: { sessions } });
			const { hints } = await run('session', 'getAll', { simplify, limit: 1 });
			expect(hints).toEqual([]);
		});
	});

	it('stops at Limit and says that more exist', async () => {
		const { items, hints } = await run('session', 'getAll', { limit: 3 }, { items: [{}, {}] });
		expect(items).toHaveLength(2 * 3);
		expect(hints.map(({ message }) => message)).toEqual([
			'More sessions exist. Raise the limit or turn on Return All to get them.',
		]);
	});

	it.each([0, -1, 1.5, 'many'])('refuses %j as Limit before any request', async (limit) => {
		const error = await fail('session', 'getAll', { limit });
		expect(error.message).toBe("'Limit' must be a whole number above zero");
		expect(sent()).toEqual([]);
	});

	it('refuses a state that does not exist before any request', async () => {
		const error = await fail('session', 'getAll', { filters: { state: ['expired'] } });
		expect(error.message).toBe('\'State\' is "expired", which TeamViewer does not know');
		expect(sent()).toEqual([]);
	});
});
