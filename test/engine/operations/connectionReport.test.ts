import { jsonOf, locator, nestedFields, workbench } from '../../harness/workbench';

const bench = workbench();
const { sandbox, run, fail, sent } = bench;
const { company } = sandbox;
const LIST = '/reports/connections';
const HOSTILE = [
	'',
	'../account',
	'x/../../account',
	'%2e%2e',
	'00000000-0000-0000-0000-00000000000g',
	'ａ',
];

const newReport = () => sandbox.addReport({ notes: 'Printer', fee: 12.5, billing_state: 'Bill' });

describe('Get connection reports', () => {
	it('asks without any parameter when no filter is set', async () => {
		const { items } = await run('connectionReport', 'getAll', { returnAll: true, simplify: false });
		expect(sent()).toEqual([{ method: 'GET', path: LIST }]);
		expect(jsonOf(items)).toEqual(company.connectionReports);
	});

	it("sends every filter under TeamViewer's name and in its form", async () => {
		await run(
			'connectionReport',
			'getAll',
			{
				filters: {
					connectionType: 2,
					deviceId: '123 456 789',
					deviceName: 'FRONTDESK-01',
					endedBefore: '2026-02-01T00:00:00',
					group: locator('id', 'g12345'),
					hasCode: false,
					sessionCode: 'https://get.teamviewer.com/v15/s119457589',
					startedAfter: '2026-01-01',
					user: locator('id', 'u12345'),
					username: 'Ada Example',
				},
			},
			{ timezone: 'Europe/Berlin' },
		);
		expect(sent()).toEqual([
			{
				method: 'GET',
				path: LIST,
				query: {
					support_session_type: '2',
					deviceid: '123456789',
					devicename: 'FRONTDESK-01',
					to_date: '2026-01-31T23:00:00Z',
					groupid: 'g12345',
					has_code: 'false',
					session_code: 's119-457-589',
					from_date: '2025-12-31T23:00:00Z',
					userid: 'u12345',
					username: 'Ada Example',
				},
			},
		]);
	});

	it('takes group 0 for connections without a group', async () => {
		await run('connectionReport', 'getAll', { filters: { group: locator('id', '0') } });
		expect(sent()[0]?.query).toEqual({ groupid: '0' });
	});

	it('raises a moment between two seconds, so that nothing from before it is listed', async () => {
		await run('connectionReport', 'getAll', {
			filters: { startedAfter: '2026-01-01T08:00:00.001Z' },
		});
		expect(sent()[0]?.query).toEqual({ from_date: '2026-01-01T08:00:01Z' });
	});

	it('simplifies to ten flat fields at most, with the duration in seconds and how it is billed', async () => {
		const { id } = sandbox.addReport({
			start_date: '2026-01-31T08:00:00Z',
			end_date: '2026-01-31T08:25:30Z',
			billing_state: 'Bill',
			notes: 'Printer',
			session_code: 's119-457-589',
		});
		const { items } = await run('connectionReport', 'getAll', {
			returnAll: true,
			filters: { sessionCode: 's119-457-589' },
		});
		expect(items).toHaveLength(1);
		expect(items[0]?.json).toMatchObject({
			id,
			start_date: '2026-01-31T08:00:00Z',
			end_date: '2026-01-31T08:25:30Z',
			duration_seconds: 1530,
			billing_state: 'Bill',
			notes: 'Printer',
			session_code: 's119-457-589',
		});
		for (const item of (await run('connectionReport', 'getAll')).items) {
			expect(Object.keys(item.json).length).toBeLessThanOrEqual(10);
			expect(nestedFields(item)).toEqual([]);
		}
	});

	it.each(['end', 'start'] as const)(
		'leaves out what ended later when TeamViewer compares to_date with the %s',
		async (toDateMeans) => {
			const limit = '2026-03-01T12:00:00Z';
			const lasting = sandbox.addReport({
				start_date: '2026-03-01T11:00:00Z',
				end_date: '2026-03-01T13:00:00Z',
			});
			const ended = sandbox.addReport({
				start_date: '2026-03-01T11:00:00Z',
				end_date: '2026-03-01T11:59:59Z',
			});
			const records = [lasting, ended].filter(({ start_date, end_date }) =>
				toDateMeans === 'end' ? end_date! < limit : start_date! < limit,
			);
			sandbox.faults.add({ path: `/api/v1${LIST}`, status: 200, body: { records } });
			const { items } = await run('connectionReport', 'getAll', {
				filters: { endedBefore: limit },
			});
			expect(items.map(({ json }) => json.id)).toEqual([ended.id]);
		},
	);

	it('tells that more exist when Limit cut several lists; of one, n8n tells so itself', async () => {
		const one = await run('connectionReport', 'getAll', { limit: 2 });
		expect(one.items).toHaveLength(2);
		expect(one.hints).toEqual([]);

		const { hints } = await run('connectionReport', 'getAll', { limit: 2 }, { items: [{}, {}] });
		expect(hints).toEqual([
			{
				message:
					'More connection reports exist. Raise the limit or turn on Return All to get them.',
				location: 'outputPane',
			},
		]);
	});

	it('tells what an empty list may mean, once for all items', async () => {
		const { items, hints } = await run(
			'connectionReport',
			'getAll',
			{ filters: { username: 'Nobody at all' } },
			{ items: [{}, {}, {}] },
		);
		expect(items).toEqual([]);
		expect(hints.map(({ message }) => message)).toEqual([
			'Nothing found with \'Username\' "Nobody at all". Whether a part of the name is enough is not documented: give the whole name. No reports found. If there should be some: connection logging may be turned off for the users, or the token may not be allowed to view their connections.',
		]);
	});

	it('lists for each item with its own filters, pairs the results, and goes on after a bad item', async () => {
		const [one, other] = company.users as [{ id: string }, { id: string }];
		const { items } = await run(
			'connectionReport',
			'getAll',
			{
				returnAll: true,
				simplify: false,
				filters: { user: locator('id', '={{ $json.user }}') },
			},
			{ items: [{ user: one.id }, { user: 'nobody' }, { user: other.id }], continueOnFail: true },
		);
		const of = (item: number) =>
			items.filter(({ pairedItem }) => (pairedItem as { item: number }).item === item);
		expect(of(0).every(({ json }) => json.userid === one.id)).toBe(true);
		expect(of(1)).toMatchObject([{ json: { error: expect.stringContaining("'User'") as string } }]);
		expect(of(2).every(({ json }) => json.userid === other.id)).toBe(true);
	});

	it.each<[string, object, string]>([
		[
			'a device id',
			{ deviceId: 'd12x' },
			'\'TeamViewer ID\' is "d12x", which is not a TeamViewer ID',
		],
		[
			'a group',
			{ group: locator('id', '../account') },
			'\'Group\' is "../account", which is not the ID of a group',
		],
		[
			'a session code',
			{ sessionCode: '../account' },
			'\'Session Code\' is "../account", which is not a session code',
		],
		[
			'a date',
			{ startedAfter: 'yesterday' },
			'\'Started After\' is "yesterday", which is not a date',
		],
		[
			'a choice',
			{ hasCode: 'perhaps' },
			'\'Has Session Code\' is "perhaps", which TeamViewer does not know',
		],
		[
			'a connection type',
			{ connectionType: 7 },
			'\'Connection Type\' is "7", which TeamViewer does not know',
		],
		[
			'a period',
			{ startedAfter: '2026-02-01', endedBefore: '2026-01-01' },
			"'Started After' is not earlier than 'Ended Before'",
		],
	])('refuses %s that is none before any request', async (_, filters, message) => {
		const error = await fail('connectionReport', 'getAll', { filters: filters as never });
		expect(error.message).toBe(message);
		expect(error.description).toBeTruthy();
		expect(sent()).toEqual([]);
	});
});

describe('Get connection report', () => {
	it('gives the record unchanged with Simplify off, whatever the case of its id', async () => {
		const report = newReport();
		const { items } = await run('connectionReport', 'get', {
			report: locator('id', ` ${report.id.toLowerCase()} `),
			simplify: false,
		});
		expect(sent()).toEqual([{ method: 'GET', path: `${LIST}/${report.id.toLowerCase()}` }]);
		expect(jsonOf(items)).toEqual([report]);
	});

	it.each(HOSTILE)('refuses %j before any request', async (id) => {
		for (const operation of [
			'get',
			'update',
			'delete',
			'getSummary',
			'getTranscript',
			'getScreenshots',
		]) {
			const error = await fail('connectionReport', operation, {
				report: locator('id', id),
				updateFields: { notes: 'x' },
			});
			expect(error.message).toMatch(/^'Connection Report' is /);
		}
		expect(sent()).toEqual([]);
	});
});

describe('Update connection report', () => {
	it('marks a report as billed, and gives it as TeamViewer then holds it', async () => {
		const report = newReport();
		const { items } = await run('connectionReport', 'update', {
			report: locator('id', report.id),
			updateFields: { billingState: 'Billed', notes: 'Invoice 7' },
		});
		expect(sent()).toEqual([
			{
				method: 'PUT',
				path: `${LIST}/${report.id}`,
				body: { billing_state: 'Billed', notes: 'Invoice 7' },
			},
			{ method: 'GET', path: `${LIST}/${report.id}` },
		]);
		expect(items[0]).toMatchObject({
			json: { id: report.id, billing_state: 'Billed', notes: 'Invoice 7' },
			pairedItem: { item: 0 },
		});
		expect(Object.keys(items[0]?.json ?? {}).length).toBeLessThanOrEqual(10);
	});

	it('gives the record unchanged with Simplify off', async () => {
		const report = newReport();
		const { items } = await run('connectionReport', 'update', {
			report: locator('list', report.id),
			updateFields: { notes: 'Checked' },
			simplify: false,
		});
		expect(sent()[0]?.body).toEqual({ notes: 'Checked' });
		expect(jsonOf(items)).toEqual([{ ...report, notes: 'Checked' }]);
	});

	it.each<[string, object, string]>([
		['no field at all', {}, "'Update Fields' is empty, so there is nothing to change"],
		[
			'a billing state that does not exist',
			{ billingState: 'Paid' },
			'\'Billing State\' is "Paid", which TeamViewer does not know',
		],
	])('refuses %s before any request', async (_, updateFields, message) => {
		const error = await fail('connectionReport', 'update', {
			report: locator('id', newReport().id),
			updateFields: updateFields as never,
		});
		expect(error.message).toBe(message);
		expect(sent()).toEqual([]);
	});

	it('says that the report was changed when only reading it back failed', async () => {
		const report = newReport();
		sandbox.faults.add({ method: 'GET', status: 403, body: { error: 'blocked' } });
		const error = await fail('connectionReport', 'update', {
			report: locator('id', report.id),
			updateFields: { notes: 'Checked' },
		});
		expect(error.message).toBe(
			"The connection report was changed, but reading it back failed: TeamViewer has blocked this n8n's IP address",
		);
		expect(company.reportShelf.find(report.id)?.record.notes).toBe('Checked');
	});
});

describe('Delete connection report', () => {
	it('deletes each and says so', async () => {
		const reports = [newReport(), newReport()];
		const { items } = await run(
			'connectionReport',
			'delete',
			{ report: locator('id', '={{ $json.id }}') },
			{ items: reports.map(({ id }) => ({ id })) },
		);
		expect(items).toEqual([
			{ json: { deleted: true }, pairedItem: { item: 0 } },
			{ json: { deleted: true }, pairedItem: { item: 1 } },
		]);
		expect(
			sent()
				.map(({ method, path }) => `${method} ${path}`)
				.sort(),
		).toEqual(reports.map(({ id }) => `DELETE ${LIST}/${id}`).sort());
		expect(reports.map(({ id }) => company.reportShelf.find(id))).toEqual([undefined, undefined]);
	});
});
