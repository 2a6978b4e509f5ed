import { tokenCredential } from '../../harness/engine';
import { jsonOf, locator, nestedFields, workbench } from '../../harness/workbench';

jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../../harness/noWaiting')>('../../harness/noWaiting')
		.n8nWorkflowWithoutWaiting(),
);

const { sandbox, run, fail, sent } = workbench({ company: 'full' });
const { company } = sandbox;
const ALARMS = '/monitoring/alarms';
const [monitored] = company.monitored as [(typeof company.monitored)[number]];
const byId = (id: unknown) => ({ monitoredDevice: locator('id', String(id)) });

describe('Get alarms', () => {
	it("asks page after page by POST, and gives TeamViewer's own alarms with Simplify off", async () => {
		const { items, hints } = await run('alarm', 'getAll', { returnAll: true, simplify: false });
		expect(jsonOf(items)).toEqual(company.alarms);
		expect(hints).toEqual([]);
		expect(sent()).toEqual([
			{ method: 'POST', path: ALARMS, body: {} },
			{
				method: 'POST',
				path: ALARMS,
				body: { ContinuationToken: expect.any(String) as string },
			},
		]);
	});

	it("sends every filter under TeamViewer's name and in its form", async () => {
		await run(
			'alarm',
			'getAll',
			{
				filters: {
					deviceId: '123 456 789',
					foundAfter: '2026-01-01',
					foundBefore: '2026-02-01T00:00:00',
					group: locator('id', 'g98765432'),
					status: 'Acknowledged',
				},
			},
			{ timezone: 'Europe/Berlin' },
		);
		expect(sent()[0]?.body).toEqual({
			Status: 2,
			DeviceId: '123456789',
			GroupId: 98765432,
			StartDate: '2025-12-31T23:00:00Z',
			EndDate: '2026-01-31T23:00:00Z',
		});
	});

	it.each([
		['failed', 0],
		['resolved', 1],
	])('finds those that are %s', async (status, number) => {
		const { items } = await run('alarm', 'getAll', {
			returnAll: true,
			simplify: false,
			filters: { status },
		});
		expect(jsonOf(items)).toEqual(company.alarms.filter(({ Status }) => Status === number));
	});

	it('takes a named period instead of two dates', async () => {
		await run('alarm', 'getAll', { filters: { period: 'last7Days' } });
		expect(Object.keys(sent()[0]?.body as object)).toEqual(['StartDate']);
	});

	it('leaves out an alarm of the very moment that Found Before names', async () => {
		const foundAt = '2020-01-01T00:00:00Z';
		const TimeFrame = { ResolvedAt: null, AcknowledgedAt: null, AcknowledgedBy: null };
		const alarms = ['2019-12-31T23:59:59Z', foundAt].map((FoundAt) =>
			sandbox.addAlarm({ TimeFrame: { ...TimeFrame, FoundAt } }),
		);
		const { items } = await run('alarm', 'getAll', { filters: { foundBefore: foundAt } });
		expect(items.map(({ json }) => json.AlarmId)).toEqual([alarms[0]?.AlarmId]);
	});

	it('simplifies to at most ten flat fields, with those of the time frame', async () => {
		const alarm = sandbox.settleAlarm(sandbox.addAlarm().AlarmId, 'acknowledged');
		const { items } = await run('alarm', 'getAll', { returnAll: true });
		for (const item of items) {
			expect(Object.keys(item.json).length).toBeLessThanOrEqual(10);
			expect(nestedFields(item)).toEqual([]);
			expect(Object.values(item.json)).not.toContain(null);
		}
		const { AlarmId, DeviceId, Status, AlarmDetails, TimeFrame } = alarm;
		expect(items.find(({ json }) => json.AlarmId === AlarmId)?.json).toMatchObject({
			...{ DeviceId, Status, AlarmDetails },
			FoundAt: TimeFrame.FoundAt,
			AcknowledgedAt: TimeFrame.AcknowledgedAt,
			AcknowledgedBy: company.account.name,
		});
	});

	it('obeys Limit with the pages it needs, pairs, and says that more exist', async () => {
		const { items, hints } = await run('alarm', 'getAll', { limit: 3 }, { items: [{}, {}] });
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 0, 0, 1, 1, 1].map((item) => ({ item })),
		);
		expect(sent()).toHaveLength(2);
		expect(hints.map(({ message }) => message)).toEqual([
			'More alarms exist. Raise the limit or turn on Return All to get them.',
		]);
	});

	it('names a group by a number that JavaScript does not hold as text', async () => {
		sandbox.faults.add({ status: 200, body: { Alarms: [] } });
		await run('alarm', 'getAll', { filters: { group: locator('id', 'g90071992547409931') } });
		expect(sent()[0]?.body).toMatchObject({ GroupId: '90071992547409931' });
	});

	it('is sent again when TeamViewer had a hiccup: the POST only asks', async () => {
		sandbox.faults.add({ status: 500, body: { error: 'internal_error' } });
		await run('alarm', 'getAll', { limit: 1 });
		expect(sent().map(({ method }) => method)).toEqual(['POST', 'POST']);
	});

	it.each<[string, object, string]>([
		['a device', { deviceId: 'x1' }, '\'TeamViewer ID\' is "x1", which is not a TeamViewer ID'],
		[
			'a group',
			{ group: locator('id', '../users') },
			'\'Group\' is "../users", which is not the ID of a group',
		],
		['a status', { status: 'loud' }, '\'Status\' is "loud", which TeamViewer does not know'],
		['a date', { foundAfter: 'today' }, '\'Found After\' is "today", which is not a date'],
		[
			'an order of dates',
			{ foundAfter: '2026-02-01', foundBefore: '2026-01-01' },
			"'Found After' is not earlier than 'Found Before'",
		],
		[
			'a period beside a date',
			{ foundAfter: '2026-02-01', period: 'thisMonth' },
			"'Period' cannot be used together with 'Found After' or 'Found Before'",
		],
	])('refuses %s that is none before any request', async (_, filters, message) => {
		const error = await fail('alarm', 'getAll', { filters: filters as never });
		expect(error.message).toBe(message);
		expect(error.description).toBeTruthy();
		expect(sent()).toEqual([]);
	});
});

describe('Get monitored devices', () => {
	it("asks once and gives TeamViewer's own records", async () => {
		const { items } = await run('monitoredDevice', 'getAll', { returnAll: true });
		expect(sent()).toEqual([{ method: 'GET', path: '/monitoring/devices' }]);
		expect(jsonOf(items)).toEqual(
			company.monitored.map(({ id, alias }) => ({ Alias: alias, TeamviewerId: id })),
		);
	});

	it.each(['devices', 'Devices'])("understands the manual's list under %j", async (key) => {
		const devices = [{ teamviewer_id: 1, alias: 'One' }];
		sandbox.faults.add({ status: 200, body: { [key]: devices } });
		expect(jsonOf((await run('monitoredDevice', 'getAll')).items)).toEqual(devices);
	});

	it('obeys Limit and says that more exist', async () => {
		const wanted = { limit: 2 };
		const { items, hints } = await run('monitoredDevice', 'getAll', wanted, { items: [{}, {}] });
		expect(items).toHaveLength(2 * 2);
		expect(hints[0]?.message).toContain('More monitored devices exist');
	});
});

const PARTS: Array<[string, string, () => unknown[]]> = [
	[
		'getInformation',
		`/monitoring/devices/${monitored.id}/information`,
		() => [{ teamviewer_id: monitored.id, ...monitored.information }],
	],
	['getHardware', `/monitoring/devices/${monitored.id}/hardware`, () => monitored.hardware],
	['getSoftware', `/monitoring/devices/${monitored.id}/software`, () => monitored.software],
	[
		'getMissingPatches',
		`/patchmanagement/devices/${monitored.id}/patches/missing`,
		() => monitored.patches,
	],
];

describe.each(PARTS)('Monitored device: %s', (operation, path, expected) => {
	it("asks by the bare TeamViewer ID and gives TeamViewer's own entries", async () => {
		const spaced = String(monitored.id).replace(/(\d{3})(?=\d)/g, '$1 ');
		const { items } = await run('monitoredDevice', operation, {
			...byId(spaced),
			simplify: false,
		});
		expect(sent()).toEqual([{ method: 'GET', path }]);
		expect(jsonOf(items)).toEqual(expected());
	});

	it('pairs each entry with its item, and goes on after a device that is not monitored', async () => {
		const { items } = await run('monitoredDevice', operation, byId('={{ $json.id }}'), {
			items: [{ id: '99999999' }, { id: monitored.id }],
			continueOnFail: true,
		});
		expect(items[0]).toMatchObject({
			json: { error: expect.stringContaining('TeamViewer') as string },
			pairedItem: { item: 0 },
		});
		expect(items.slice(1).map(({ pairedItem }) => pairedItem)).toEqual(
			expected().map(() => ({ item: 1 })),
		);
	});

	it.each(['', ' ', '..', '../users', 'r123456789', '1/../../company', '%2e%2e', '１２３'])(
		'looks for nothing under %j',
		async (id) => {
			const error = await fail('monitoredDevice', operation, byId(id));
			expect(error.message).toMatch(/^'Monitored Device' is /);
			expect(sent()).toEqual([]);
		},
	);

	it('tells that a company token will not do', async () => {
		const credential = tokenCredential(sandbox.credentials.companyToken);
		const error = await fail('monitoredDevice', operation, byId(monitored.id), { credential });
		expect(error.message).toMatch(
			/the one for (monitoring|patch management), whose name is not documented$/,
		);
		expect(error.description).toContain('does not work with a company token');
	});

	it('names the licence where it is missing', async () => {
		sandbox.faults.add({ status: 403, body: { error: 'license_required' } });
		const error = await fail('monitoredDevice', operation, byId(monitored.id));
		expect(error.description).toContain('Remote Management');
	});
});

describe('Missing patches', () => {
	it('are simplified to at most ten flat fields, the CVE numbers as one text', async () => {
		const device = company.monitored.find(({ patches }) =>
			patches.some(({ patch_id }) => patch_id === 51001),
		);
		const { items } = await run('monitoredDevice', 'getMissingPatches', byId(device?.id));
		expect(items).toHaveLength(device?.patches.length ?? 0);
		for (const item of items) {
			expect(Object.keys(item.json).length).toBeLessThanOrEqual(10);
			expect(nestedFields(item)).toEqual([]);
		}
		expect(items.find(({ json }) => json.patch_id === 51001)?.json.cve).toBe(
			'CVE-2026-10001, CVE-2026-10002',
		);
	});

	it.each([[[]], [null]])('are none where all is up to date: %j', async (patches) => {
		sandbox.faults.add({ status: 200, body: { device_id: 1, patches } });
		expect((await run('monitoredDevice', 'getMissingPatches', byId(1))).items).toEqual([]);
	});

	it('are not taken for none where the list is missing', async () => {
		sandbox.faults.add({ status: 200, body: { device_id: 1 } });
		const error = await fail('monitoredDevice', 'getMissingPatches', byId(1));
		expect(error.message).toBe("TeamViewer's answer has no list 'patches'");
	});
});
