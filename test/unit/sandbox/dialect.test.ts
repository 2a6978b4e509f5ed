import { createSandbox, type Sandbox } from '../../sandbox';
import { clientOf } from './management/steps';

let sandbox: Sandbox;
let client: ReturnType<typeof clientOf>;

beforeEach(() => {
	sandbox = createSandbox({ company: 'small' });
	client = clientOf(sandbox);
});

const first = async (path: string) =>
	((await client.get(path)).body.records as Array<Record<string, unknown>>)[0];

describe('the same records come in every form that a source shows', () => {
	it('dates in the basic form, and with milliseconds', async () => {
		const report = sandbox.addReport({ end_date: '2030-01-31T08:15:30Z' });
		sandbox.setDialect({ dates: 'basic' });
		expect(await first('/reports/connections')).toMatchObject({ end_date: '20300131T081530Z' });
		expect((await client.get(`/reports/connections/${report.id}`)).body.end_date).toBe(
			'20300131T081530Z',
		);
		sandbox.setDialect({ dates: 'milliseconds' });
		expect(await first('/reports/connections')).toMatchObject({
			end_date: '2030-01-31T08:15:30.000Z',
		});
	});

	it('what is absent as null', async () => {
		sandbox.addReport({ start_date: '2030-01-31T08:15:30Z', end_date: undefined });
		expect(await first('/reports/connections')).not.toHaveProperty('end_date');
		sandbox.setDialect({ absent: 'null' });
		expect(await first('/reports/connections')).toMatchObject({ end_date: null });
	});

	it('report ids in upper case, under either key, and the page token with them', async () => {
		const { id } = sandbox.addReport({ end_date: '2030-01-31T08:15:30Z' });
		sandbox.addDeviceReport();
		sandbox.setDialect({ reportIds: 'upper', deviceReportIdKey: 'Id' });
		expect(await first('/reports/connections')).toMatchObject({ id: id.toUpperCase() });
		const incoming = await first('/reports/devices');
		expect(incoming).toMatchObject({ Id: expect.stringMatching(/^[0-9A-F-]{36}$/) as string });
		expect(incoming).not.toHaveProperty('id');
	});

	it('keys of newer endpoints in the other case', async () => {
		sandbox.setDialect({ keys: 'otherCase' });
		const devices = (await client.get('/managed/devices')).body;
		expect(devices.Resources).toMatchObject([{ IsOnline: expect.any(Boolean) as boolean }, {}]);
		const roles = (await client.get('/userroles')).body;
		expect(roles.roles).toMatchObject([{ name: 'Administrator' }, {}, {}, {}]);
	});

	it('what is wrapped bare, and what is bare wrapped', async () => {
		sandbox.setDialect({ wrapping: 'other' });
		const [device] = sandbox.company.devices;
		expect((await client.get(`/devices/${device?.device_id}`)).body).toEqual(device);
		expect((await client.get('/userroles/permissions')).body).toContain('ManageUsers');
		expect((await client.get('/monitoring/devices')).body.devices).toHaveLength(2);
		const [domain] = sandbox.company.ssoDomains;
		const { domains } = (await client.get(`/ssoDomain/${domain?.id}`)).body;
		expect(domains).toMatchObject([{ domain_id: domain?.id }]);
	});

	it('errors as ever', async () => {
		sandbox.setDialect({ keys: 'otherCase', wrapping: 'other', absent: 'null' });
		expect((await client.get('/managed/devices/d1')).body).toMatchObject({ IsSuccess: false });
	});
});
