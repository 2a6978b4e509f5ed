import { createSandbox } from '../../sandbox';
import type {
	Contact,
	Device,
	DeviceReport,
	Group,
	ManagedDevice,
	User,
} from '../../sandbox/company/types';
import { call, pages, rows } from './caller';

const NOW = Date.parse('2026-11-20T15:00:00Z');
const sandbox = createSandbox({ now: () => NOW });
const { company, credentials } = sandbox;

async function list<Row>(path: string, key: string): Promise<Row[]> {
	return rows<Row>(await call(sandbox, path), key);
}

describe('people and devices', () => {
	it('the account hides its address from a token that may not read it', async () => {
		const token = credentials.limitedToken(['Account.Read']);
		expect((await call(sandbox, '/account')).body).toEqual(company.account);
		expect((await call(sandbox, '/account', { token })).body).not.toHaveProperty('email');
	});

	it('users come short unless the full list is asked for', async () => {
		const [short] = await list<User>('/users', 'users');
		const full = await list<User>('/users?full_list=true', 'users');
		expect(Object.keys(short ?? {})).toEqual(['id', 'name', 'email']);
		expect(full).toEqual(company.users);
		expect(full[0]).toMatchObject({
			userRoleId: company.roles.named('Administrator')?.id,
			sso_status: 1,
			tfa_enforcement: false,
		});
		const [first] = full;
		expect((await call(sandbox, `/users/${first?.id}`)).body).toEqual(first);
		expect(await list(`/users?email=${first?.email}`, 'users')).toEqual([short]);
		expect(await list('/users?name=mira', 'users')).toEqual([short]);
	});

	it('groups are found by a part of their name and by being shared', async () => {
		const shared = await list<Group>('/groups?shared=true', 'groups');
		const own = await list<Group>('/groups?shared=false', 'groups');
		expect(shared.length + own.length).toBe(company.groups.length);
		// "Shared" are the groups that others share with the user.
		expect(shared.map(({ name, permissions }) => [name, permissions])).toEqual([
			['Riverside Primary School', 'readwrite'],
			['Papyrus Bookshop', 'read'],
		]);
		expect(own.every(({ owner, permissions }) => !owner && permissions === 'owned')).toBe(true);
		expect(await list('/groups?name=harbour&shouldMatchFullName=true', 'groups')).toEqual([]);
		expect(await list('/groups?name=bakery', 'groups')).toMatchObject([
			{ name: 'Harbour Street Bakery' },
		]);
	});

	it('devices are filtered, and a single one comes in a list too', async () => {
		const [device] = company.devices;
		for (const query of [
			`name=${device?.alias}&groupid=${device?.groupid}`,
			`remotecontrol_id=${device?.remotecontrol_id}`,
		]) {
			expect(await list<Device>(`/devices?${query}`, 'devices')).toContainEqual(device);
		}
		const busy = await list<Device>('/devices?online_state=busy', 'devices');
		expect(new Set(busy.map(({ online_state }) => online_state))).toEqual(new Set(['Busy']));
		expect((await call(sandbox, `/devices/${device?.device_id}`)).body).toEqual({
			devices: [device],
		});
	});

	it('contacts come with invitations on request only, with their address when found by it', async () => {
		const [contact] = company.contacts;
		const [unasked] = await list<Contact>('/contacts', 'contacts');
		expect(unasked).not.toHaveProperty('email');
		expect((await call(sandbox, '/contacts')).body).not.toHaveProperty('invitations');
		const both = (await call(sandbox, '/contacts?include_invitations=true')).body;
		expect(both.invitations).toHaveLength(3);
		expect(await list(`/contacts?email=${contact?.email}`, 'contacts')).toEqual([contact]);
	});

	it.each([
		'/account?full=1',
		'/users?limit=1',
		'/users/1',
		'/groups?shared=maybe',
		'/devices?online_state=asleep',
		'/devices?alias=X',
		'/devices/1',
		'/contacts?include_invitations=1',
		'/ping?x=1',
	])('refuses %s', async (path) => {
		expect((await call(sandbox, path)).status).toBe(400);
	});

	it('has nothing at other addresses', async () => {
		expect((await call(sandbox, '/nowhere')).status).toBe(404);
		const elsewhere = await sandbox.fetch(new Request('https://example.com/api/v1/ping'));
		expect(elsewhere.status).toBe(404);
	});
});

describe('lists with page tokens of their own', () => {
	it('managed devices go on by paginationToken, of the company and of oneself', async () => {
		const read = async (path: string) => {
			const found: ManagedDevice[] = [];
			let token: unknown = null;
			do {
				const query = token === null ? '' : `?paginationToken=${encodeURIComponent(String(token))}`;
				const answer = await call(sandbox, `${path}${query}`);
				found.push(...rows<ManagedDevice>(answer, 'resources'));
				token = answer.body.nextPaginationToken;
			} while (token !== null);
			return found;
		};
		expect(await read('/managed/devices/company')).toEqual(company.managedDevices);
		expect((await read('/managed/devices')).length).toBe(30);
		const madeUp = await call(sandbox, '/managed/devices?paginationToken=abc');
		expect(madeUp).toMatchObject({ status: 400, body: { IsSuccess: false } });
	});

	it('incoming reports are paged and filtered as outgoing ones', async () => {
		const found = await pages<DeviceReport>(sandbox, '/reports/devices', 'records', 'offset_id');
		expect(found.flat()).toEqual(company.deviceReports);
		const [report] = found.flat();
		expect(typeof report?.targetid).toBe('number');
		for (const filter of [`targetid=${report?.targetid}`, `originid=${report?.originid}`]) {
			expect(await list(`/reports/devices?${filter}`, 'records')).toContainEqual(report);
		}
		expect((await call(sandbox, '/reports/devices?username=x')).status).toBe(400);
		const small = createSandbox({ now: () => NOW, pageSize: 2 });
		const { body } = await call(small, '/reports/devices');
		expect(Object.keys(body)).toEqual(['records', 'next_offset']);
	});
});
