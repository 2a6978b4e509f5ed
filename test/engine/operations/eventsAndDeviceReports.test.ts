import { jsonOf, locator, nestedFields, workbench } from '../../harness/workbench';

const { sandbox, run, fail, sent } = workbench({ company: 'full' });
const { company } = sandbox;
// TeamViewer keeps events for twelve months and refuses a start before that.
const PERIOD = {
	startDate: new Date(Date.now() - 300 * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z'),
	endDate: '2030-01-01T00:00:00Z',
};

describe('Get audit events', () => {
	it('asks by POST, fifty events a page, until TeamViewer gives no token', async () => {
		const { items } = await run('auditEvent', 'getAll', {
			...PERIOD,
			returnAll: true,
			simplify: false,
		});
		expect(jsonOf(items)).toEqual(company.auditEvents);
		const pages = sent();
		expect(pages).toHaveLength(Math.ceil(company.auditEvents.length / 50));
		expect(pages[0]).toEqual({
			method: 'POST',
			path: '/EventLogging',
			body: { StartDate: PERIOD.startDate, EndDate: PERIOD.endDate },
		});
		expect(pages[1]?.body).toEqual({
			StartDate: PERIOD.startDate,
			EndDate: PERIOD.endDate,
			ContinuationToken: expect.any(String) as string,
		});
	});

	it('reads one page for the default Limit, and says that more exist', async () => {
		const { items, hints } = await run('auditEvent', 'getAll', PERIOD, { items: [{}, {}] });
		expect(items).toHaveLength(2 * 50);
		expect(sent()).toHaveLength(2);
		expect(hints[0]?.message).toContain('More audit events exist');
	});

	it.each([
		['text', 'StartedSession, EndedSession', ' Session ,', 'ada@example.com'],
		['lists', ['StartedSession', 'EndedSession'], ['Session'], ['ada@example.com']],
	])('takes filters as %s', async (_, eventNames, eventTypes, accountEmails) => {
		await run('auditEvent', 'getAll', {
			...PERIOD,
			filters: { eventNames, eventTypes, accountEmails },
		});
		expect(sent()[0]?.body).toEqual({
			StartDate: PERIOD.startDate,
			EndDate: PERIOD.endDate,
			EventNames: ['StartedSession', 'EndedSession'],
			EventTypes: ['Session'],
			AccountEmails: ['ada@example.com'],
		});
	});

	it('refuses two filters that exclude each other, and a session code in place of a GUID', async () => {
		const sessionGuid = '1b9f6d4e-0000-4000-8000-1234567890ab';
		const both = { ...PERIOD, filters: { affectedItem: 'Customers', sessionGuid } };
		expect((await fail('auditEvent', 'getAll', both)).message).toBe(
			"'Affected Item' leaves out the events of sessions, 'Session GUID' all others",
		);
		const code = { ...PERIOD, filters: { sessionGuid: 's123-456-789' } };
		expect(await fail('auditEvent', 'getAll', code)).toMatchObject({
			message: '\'Session GUID\' is "s123-456-789", which is not a GUID',
			description: 'Give one like A1B2C3D4-0000-4000-8000-1234567890AB.',
		});
		expect(sent()).toEqual([]);
	});

	it('flattens what changed into one text', async () => {
		sandbox.faults.add({
			status: 200,
			body: {
				AuditEvents: [
					{
						EventName: 'EditUserPermissions',
						EventType: 'UserProfile',
						Timestamp: '2026-01-31T08:00:00Z',
						Author: 'ada@example.com',
						AffectedItem: 'nathan@example.com',
						EventDetails: [
							{ PropertyName: 'Permissions', OldValue: 'None', NewValue: 'ManageUsers' },
							{ PropertyName: 'Note', NewValue: 'On request' },
						],
					},
					{ EventName: 'UserCreated' },
				],
			},
		});
		const { items } = await run('auditEvent', 'getAll', PERIOD);
		expect(jsonOf(items)).toEqual([
			{
				EventName: 'EditUserPermissions',
				EventType: 'UserProfile',
				Timestamp: '2026-01-31T08:00:00Z',
				Author: 'ada@example.com',
				AffectedItem: 'nathan@example.com',
				EventDetails: 'Permissions: None → ManageUsers; Note: On request',
			},
			{ EventName: 'UserCreated' },
		]);
	});

	it.each<[string, object, string]>([
		['no start', { ...PERIOD, startDate: '' }, "'Start Date' is empty"],
		['no end', { ...PERIOD, endDate: '' }, "'End Date' is empty"],
		[
			'a start that is no date',
			{ ...PERIOD, startDate: '31.01.2026' },
			'\'Start Date\' is "31.01.2026", which is not a date',
		],
		[
			'an end before the start',
			{ startDate: PERIOD.endDate, endDate: PERIOD.startDate },
			"'Start Date' is later than 'End Date'",
		],
		[
			'an object as a filter',
			{ ...PERIOD, filters: { eventNames: { a: 1 } } },
			"'Event Names' must be text",
		],
	])('refuses %s before any request', async (_, parameters, message) => {
		const error = await fail('auditEvent', 'getAll', parameters as never);
		expect(error.message).toBe(message);
		expect(sent()).toEqual([]);
	});
});

describe('Get device reports', () => {
	it('gives the records unchanged with Simplify off', async () => {
		const { items } = await run('deviceReport', 'getAll', { returnAll: true, simplify: false });
		expect(jsonOf(items)).toEqual(company.deviceReports);
		expect(sent()[0]).toEqual({ method: 'GET', path: '/reports/devices' });
		expect(sent()).toHaveLength(Math.ceil(company.deviceReports.length / 1000));
	});

	it("sends every filter under TeamViewer's name", async () => {
		await run('deviceReport', 'getAll', {
			filters: {
				endedBefore: '2026-02-01T00:00:00Z',
				originId: '123 456 789',
				startedAfter: '2026-01-01T00:00:00Z',
				targetId: 987654321,
				user: locator('id', 'u12345'),
			},
		});
		expect(sent()).toEqual([
			{
				method: 'GET',
				path: '/reports/devices',
				query: {
					from_date: '2026-01-01T00:00:00Z',
					to_date: '2026-02-01T00:00:00Z',
					originid: '123456789',
					targetid: '987654321',
					userid: 'u12345',
				},
			},
		]);
	});

	it('simplifies to at most ten flat fields with the duration', async () => {
		const { items } = await run('deviceReport', 'getAll', { limit: 30 });
		for (const item of items) {
			expect(Object.keys(item.json).length).toBeLessThanOrEqual(10);
			expect(nestedFields(item)).toEqual([]);
			const { start_date, end_date, duration_seconds } = item.json as Record<string, string>;
			expect(duration_seconds).toBe(
				(Date.parse(String(end_date)) - Date.parse(String(start_date))) / 1000,
			);
		}
	});

	it('gives the id under one name, whichever way it is spelt, and leaves raw records as they are', async () => {
		const body = { records: [{ Id: 'A', UserName: 'Ada' }, { id: 'B' }] };
		sandbox.faults.failNext(2, { status: 200, body });
		const { items } = await run('deviceReport', 'getAll');
		expect(jsonOf(items)).toEqual([{ id: 'A', username: 'Ada' }, { id: 'B' }]);
		const raw = await run('deviceReport', 'getAll', { simplify: false });
		expect(jsonOf(raw.items)).toEqual(body.records);
	});

	it('leaves out what ended later under either reading of to_date', async () => {
		sandbox.faults.add({
			status: 200,
			body: {
				records: [
					{ id: 'late', start_date: '2026-01-31T08:00:00Z', end_date: '2026-02-01T00:00:00Z' },
					{ id: 'in time', start_date: '2026-01-31T08:00:00Z', end_date: '2026-01-31T23:59:59Z' },
					{ id: 'running', start_date: '2026-01-31T08:00:00Z' },
				],
			},
		});
		const { items } = await run('deviceReport', 'getAll', {
			filters: { endedBefore: '2026-02-01T00:00:00Z' },
		});
		expect(items.map(({ json }) => json.id)).toEqual(['in time']);
	});

	it.each([
		['originId', 'originid'],
		['targetId', 'targetid'],
		['originId', 'originId'],
	])('leaves out other devices where TeamViewer does not know %s: by %s', async (filter, key) => {
		const records = [
			{ id: 'number', [key]: 123_456_789 },
			{ id: 'text', [key]: '123456789' },
			{ id: 'other', [key]: 987_654_321 },
			{ id: 'not told' },
			{ id: 'null', [key]: null },
		];
		sandbox.faults.add({ status: 200, body: { records } });
		const { items } = await run('deviceReport', 'getAll', {
			filters: { [filter]: '123 456 789' },
		});
		expect(items.map(({ json }) => json.id)).toEqual(['number', 'text', 'not told', 'null']);
	});

	it('tells what an empty list may mean', async () => {
		const { hints } = await run('deviceReport', 'getAll', {
			filters: { user: locator('id', 'u1') },
		});
		expect(hints[0]?.message).toContain('connection logging may be turned off');
	});

	it('refuses an id that is none before any request', async () => {
		const error = await fail('deviceReport', 'getAll', { filters: { targetId: '../account' } });
		expect(error.message).toBe(
			'\'Target TeamViewer ID\' is "../account", which is not a TeamViewer ID',
		);
		expect(sent()).toEqual([]);
	});
});
