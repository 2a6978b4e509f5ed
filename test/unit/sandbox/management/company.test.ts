import { createSandbox, type Sandbox } from '../../../sandbox';
import { clientOf, NOBODY, told } from './steps';

let sandbox: Sandbox;
let client: ReturnType<typeof clientOf>;

beforeEach(() => {
	sandbox = createSandbox();
	client = clientOf(sandbox);
});

describe('single sign-on domains', () => {
	it('are spelled in Pascal case in the list, in snake case alone', async () => {
		const [domain] = sandbox.company.ssoDomains;
		expect((await client.get('/ssoDomain')).body).toEqual({
			domains: [{ DomainId: domain?.id, DomainName: 'example.com' }],
		});
		expect((await client.get(`/ssoDomain/${domain?.id}`)).body).toMatchObject({
			domain_id: domain?.id,
			domain_name: 'example.com',
			validation_token: expect.any(String) as string,
		});
		expect((await client.get(`/ssoDomain/${NOBODY}`)).status).toBe(404);
	});

	it('have lists in pages, to which addresses are added and from which they are taken', async () => {
		const path = `/ssoDomain/${sandbox.company.ssoDomains[0]?.id}`;
		const first = await client.get(`${path}/exclusion`);
		expect(first.body.emails).toHaveLength(20);
		const ct = encodeURIComponent(String(first.body.continuation_token));
		const second = await client.get(`${path}/exclusion?ct=${ct}`);
		expect(second.body.emails).toHaveLength(4);
		expect(second.body.continuation_token).toBeNull();
		const emails = ['Mara.Lind@example.com'];
		expect(told(await client.post(`${path}/inclusion`, { emails }))).toEqual([204, {}]);
		const { body } = await client.get(`${path}/inclusion`);
		expect(body.emails).toContain('mara.lind@example.com');
		expect((await client.remove(`${path}/inclusion`, { emails })).status).toBe(204);
		expect((await client.get(`${path}/inclusion`)).body.emails).toHaveLength(3);
	});

	it.each([
		[{ emails: [] }],
		[{ emails: Array.from({ length: 101 }, (_, index) => `till${index}@example.com`) }],
		[{ emails: 'mara.lind@example.com' }],
		[['mara.lind@example.com']],
		[{ emails: ['mara'] }],
	])('refuse to add %j', async (body) => {
		const path = `/ssoDomain/${sandbox.company.ssoDomains[0]?.id}/exclusion`;
		expect((await client.post(path, body)).status).toBe(400);
	});
});

describe('the company', () => {
	it('tells its name and licences, and is renamed', async () => {
		expect(told(await client.put('/company', { name: 'Brightwater' }))).toEqual([204, {}]);
		const { companyId } = sandbox.company.profile;
		expect((await client.get('/company')).body).toEqual({ companyId, companyName: 'Brightwater' });
		const { body } = await client.get('/company/license');
		expect(body).toMatchObject({
			companyName: 'Brightwater',
			available_licenses: [{ licenseName: 'Tensor', isActive: true }, {}],
		});
		expect((await client.get('/account')).body.company_name).toBe('Brightwater');
		expect((await client.put('/company', { name: 'X', email: 'x@example.com' })).status).toBe(400);
	});

	it('is for its administrators', async () => {
		const colleague = sandbox.company.users[1]?.id ?? '';
		const other = clientOf(sandbox, sandbox.credentials.tokenOf(colleague));
		expect((await other.get('/company')).status).toBe(403);
		expect((await other.get('/managed/devices/company')).status).toBe(403);
	});
});

describe('alarms', () => {
	interface Answer {
		Alarms: Array<{ AlarmId: string; Status: number; TimeFrame: { FoundAt: string } }>;
		ContinuationToken: string | null;
	}
	const list = async (body: object) =>
		(await client.post('/monitoring/alarms', body)).body as unknown as Answer;

	it('come newest first, in pages, with nulls', async () => {
		const first = await list({});
		expect(first.Alarms).toHaveLength(20);
		expect(first.Alarms.find(({ Status }) => Status === 0)?.TimeFrame).toMatchObject({
			ResolvedAt: null,
			AcknowledgedBy: null,
		});
		const second = await list({ ContinuationToken: first.ContinuationToken });
		expect(second.ContinuationToken).toBeNull();
		const all = [...first.Alarms, ...second.Alarms];
		expect(all).toEqual(sandbox.company.alarms);
		const found = all.map(({ TimeFrame }) => TimeFrame.FoundAt);
		expect(found).toEqual([...found].sort().reverse());
	});

	it('are filtered by status, device, group and dates', async () => {
		const alarm = sandbox.addAlarm();
		const { FoundAt } = alarm.TimeFrame;
		for (const filter of [
			{ Status: 0 },
			{ DeviceId: String(alarm.DeviceId) },
			{ GroupId: alarm.GroupId },
			{ StartDate: FoundAt },
		]) {
			expect((await list(filter)).Alarms[0]).toEqual(alarm);
		}
		expect((await list({ EndDate: '2020-01-01' })).Alarms).toEqual([]);
		sandbox.settleAlarm(alarm.AlarmId, 'acknowledged');
		expect((await list({ Status: 2, StartDate: FoundAt })).Alarms).toHaveLength(1);
		for (const wrong of [{ Status: 3 }, { Status: '0' }, { GroupId: 'g1' }, { Limit: 1 }]) {
			expect((await client.post('/monitoring/alarms', wrong)).status).toBe(400);
		}
	});

	it('answer a GET too, by either spelling of the names but not by both', async () => {
		const plain = await client.get('/monitoring/alarms?status=1');
		const prefixed = await client.get('/monitoring/alarms?parameters.status=1');
		expect(plain.body).toEqual(prefixed.body);
		expect((plain.body as unknown as Answer).Alarms.every(({ Status }) => Status === 1)).toBe(true);
		const mixed = '/monitoring/alarms?status=1&parameters.deviceId=1234567890';
		expect((await client.get(mixed)).status).toBe(400);
	});
});

describe('monitored devices', () => {
	it('come bare or wrapped, by the path that is asked', async () => {
		const bare = (await client.get('/monitoring/devices')).body as unknown as object[];
		expect(bare).toHaveLength(12);
		expect(Object.keys(bare[0] ?? {})).toEqual(['Alias', 'TeamviewerId']);
		expect((await client.get('/Monitoring')).body.devices).toHaveLength(12);
	});

	it('tell their hardware, software and missing patches by the bare TeamViewer ID', async () => {
		const [device] = sandbox.company.monitored;
		const path = `/monitoring/devices/${device?.id}`;
		expect((await client.get(`${path}/information`)).body).toMatchObject({
			teamviewer_id: device?.id,
			os_name: 'Windows 11 Pro',
		});
		const hardware = (await client.get(`${path}/hardware`)).body;
		expect(hardware).toMatchObject({ device_name: device?.alias });
		expect(hardware.items).toEqual(device?.hardware);
		expect((await client.get(`${path}/software`)).body.items).toEqual(device?.software);
		const patches = await client.get(`/patchmanagement/devices/${device?.id}/patches/missing`);
		expect(patches.body).toEqual({ device_id: device?.id, patches: device?.patches });
		expect((await client.get(`/monitoring/devices/r${device?.id}/hardware`)).status).toBe(400);
		expect((await client.get('/monitoring/devices/123456789/hardware')).status).toBe(400);
	});

	it('have their patches managed since a moment with milliseconds', async () => {
		const { body } = await client.get('/patchmanagement/devices');
		const [first] = body.devices as Array<{ activation_time: string }>;
		expect(first?.activation_time).toMatch(/\.\d{3}Z$/);
		expect(body.continuation_token).toBeNull();
	});

	it('are for user tokens', async () => {
		const company = clientOf(sandbox, sandbox.credentials.companyToken);
		for (const path of ['/monitoring/devices', '/monitoring/alarms', '/patchmanagement/devices']) {
			expect((await company.get(path)).status).toBe(403);
		}
	});
});

describe('what was recorded of an incoming connection', () => {
	it('comes as summary and chat, and as nothing else', async () => {
		const { id = '' } = sandbox.addDeviceReport();
		const base = `/reports/devices/${id}`;
		expect((await client.get(`${base}/ai-summary`)).status).toBe(404);
		expect((await client.get(`${base}/chat-transcript`)).body).toEqual([]);
		const recording = sandbox.addRecording(id);
		expect((await client.get(`${base}/ai-summary`)).body).toEqual(recording.aiSummary);
		expect((await client.get(`${base}/chat-transcript`)).body).toEqual(recording.chat);
		expect((await client.get(`${base}/screenshots`)).status).toBe(404);
	});

	it('needs the right to see summaries', async () => {
		const { id = '' } = sandbox.addDeviceReport();
		sandbox.addRecording(id);
		const token = sandbox.credentials.limitedToken(['Connections.Read'], []);
		const limited = clientOf(sandbox, token);
		expect(await limited.get(`/reports/devices/${id}/ai-summary`)).toMatchObject({
			status: 403,
			body: { IsSuccess: false },
		});
	});
});

it('a text message invites to a session that is there already', async () => {
	const { code } = sandbox.addSession();
	const sms = { sms_invite_number: '+49 170 0000000' };
	expect(told(await client.put(`/sessions/${code}`, sms))).toEqual([204, {}]);
	expect(sandbox.company.textMessages).toEqual([{ code, number: sms.sms_invite_number }]);
	expect((await client.put(`/sessions/${code}`, { sms_invite_number: 'x' })).status).toBe(400);
});
