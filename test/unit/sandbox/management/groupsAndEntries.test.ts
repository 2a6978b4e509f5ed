import { createSandbox, type Sandbox } from '../../../sandbox';
import type { Group } from '../../../sandbox/company/types';
import { clientOf, NOBODY, told } from './steps';

let sandbox: Sandbox;
let client: ReturnType<typeof clientOf>;

beforeEach(() => {
	sandbox = createSandbox();
	client = clientOf(sandbox);
});

const groupNamed = (name: string) =>
	sandbox.company.groups.find((group) => group.name === name) as Group;

describe('a group of Computers & Contacts', () => {
	it('is made, changed and deleted', async () => {
		const policy_id = sandbox.company.policies[0]?.policy_id;
		const made = await client.post('/groups', { name: 'Warehouse' });
		expect(told(made)).toEqual([
			200,
			{ id: expect.stringMatching(/^g\d+$/) as string, name: 'Warehouse', permissions: 'owned' },
		]);
		const path = `/groups/${String(made.body.id)}`;
		expect(made.headers.get('Location')).toContain(path);
		expect(told(await client.put(path, { name: 'Store', policy_id }))).toEqual([204, {}]);
		expect((await client.get(path)).body).toEqual({ ...made.body, name: 'Store', policy_id });
		expect((await client.put(path, { policy_id })).status).toBe(400);
		expect((await client.put(path, { name: 'Store', policy_id: 'inherit' })).status).toBe(400);
		expect((await client.remove(path)).status).toBe(204);
		expect((await client.get(path)).status).toBe(400);
	});

	it('is shared, pending until the other accepts, and unshared', async () => {
		const { id } = sandbox.company.addGroup('Warehouse', sandbox.company.account.userid ?? '');
		const [, one, other] = sandbox.company.users;
		const share = async (userid: unknown, permissions: string) =>
			await client.post(`/groups/${id}/share_group`, { users: [{ userid, permissions }] });
		expect(told(await share(one?.id, 'read'))).toEqual([204, {}]);
		await share(other?.id, 'read');
		await share(one?.id, 'readwrite');
		expect((await client.get(`/groups/${id}`)).body.shared_with).toEqual([
			{ userid: one?.id, name: one?.name, permissions: 'readwrite', pending: true },
			{ userid: other?.id, name: other?.name, permissions: 'read', pending: true },
		]);
		const unshare = { users: [one?.id] };
		expect((await client.post(`/groups/${id}/unshare_group`, unshare)).status).toBe(204);
		expect((await client.get(`/groups/${id}`)).body.shared_with).toHaveLength(1);
		expect((await share('u1', 'read')).status).toBe(400);
		expect((await share(one?.id, 'full')).status).toBe(400);
	});

	it('that is only shared with the user is left by deleting it, and not changed', async () => {
		const { id } = groupNamed('Papyrus Bookshop');
		expect((await client.put(`/groups/${id}`, { name: 'Mine' })).status).toBe(403);
		expect((await client.remove(`/groups/${id}`)).status).toBe(204);
		expect((await client.get(`/groups/${id}`)).status).toBe(400);
		expect(sandbox.company.storedGroups.some((group) => group.id === id)).toBe(true);
	});

	it("is reached by company tokens through its owner's path", async () => {
		const company = clientOf(sandbox, sandbox.credentials.companyToken);
		const [, colleague] = sandbox.company.users;
		const base = `/users/${colleague?.id}/groups`;
		const { groups } = (await company.get(base)).body as { groups: Group[] };
		expect(groups.find(({ name }) => name === 'Papyrus Bookshop')).toMatchObject({
			permissions: 'owned',
			shared_with: [{ userid: sandbox.company.account.userid, permissions: 'read' }],
		});
		const made = await company.post(base, { name: 'Theirs' });
		expect((await company.get(`${base}/${String(made.body.id)}`)).body).toEqual(made.body);
		expect((await client.get(base)).status).toBe(403);
		expect((await client.get(`/users/${sandbox.company.account.userid}/groups`)).status).toBe(200);
		expect((await company.get('/users/u1/groups')).status).toBe(400);
	});
});

describe('a contact', () => {
	const KNOWN = 'emeka.brightwell@example.com';

	it('is added by the address of an account, read and deleted', async () => {
		const { id: groupid } = groupNamed('Internal');
		const made = await client.post('/contacts', { email: KNOWN, groupid, description: 'Vendor' });
		expect(made.status).toBe(200);
		expect(made.body).toMatchObject({ name: 'Emeka Brightwell', groupid, description: 'Vendor' });
		expect(made.body).not.toHaveProperty('email');
		const path = `/contacts/${String(made.body.contact_id)}`;
		expect((await client.get(path)).body).toEqual({ contacts: [made.body] });
		expect((await client.post('/contacts', { email: KNOWN, groupid })).status).toBe(400);
		expect(told(await client.remove(path))).toEqual([204, {}]);
		expect((await client.get(path)).status).toBe(400);
	});

	it('without an account is invited, which is told as an error', async () => {
		const body = { email: 'nobody.yet@example.com', groupname: 'Internal' };
		const refused = await client.post('/contacts', body);
		expect(refused.status).toBe(400);
		const before = sandbox.company.invitations.length;
		const invited = await client.post('/contacts', { ...body, invite: true });
		expect(invited.status).toBe(400);
		expect(invited.body.error_description).toContain('An invitation was sent');
		expect(sandbox.company.invitations).toHaveLength(before + 1);
	});

	it.each<[string, { email?: string; groupname?: string; groupid?: string }]>([
		['no group', { email: KNOWN }],
		['two groups', { email: KNOWN, groupname: 'Servers', groupid: 'internal' }],
		['no address', { groupname: 'Servers' }],
		['a group that may only be read', { email: KNOWN, groupid: 'read' }],
		['a bare number as group', { email: KNOWN, groupid: '123' }],
	])('is refused with %s', async (_, { groupid, ...body }) => {
		const ids: Record<string, string> = {
			internal: groupNamed('Internal').id,
			read: groupNamed('Papyrus Bookshop').id,
		};
		const given = groupid === undefined ? {} : { groupid: ids[groupid] ?? groupid };
		const { status } = await client.post('/contacts', { ...body, ...given });
		expect([400, 403]).toContain(status);
	});
});

describe('a device of Computers & Contacts', () => {
	it('is added once, changed, moved and deleted', async () => {
		const { id: groupid } = groupNamed('Servers');
		const body = { remotecontrol_id: 'r1234567890', groupid, alias: 'Till 4' };
		const made = await client.post('/devices', body);
		expect(told(made)).toEqual([
			200,
			{ ...body, device_id: expect.stringMatching(/^d\d+$/) as string, online_state: 'Online' },
		]);
		expect((await client.post('/devices', body)).status).toBe(400);
		const path = `/devices/${String(made.body.device_id)}`;
		const moved = groupNamed('Internal').id;
		expect((await client.put(path, { alias: 'Till 5', groupid: moved })).status).toBe(204);
		expect((await client.put(path, { policy_id: 'inherit' })).status).toBe(204);
		expect((await client.get(path)).body.devices).toMatchObject([
			{ alias: 'Till 5', groupid: moved, policy_id: 'inherit' },
		]);
		expect((await client.remove(path)).status).toBe(204);
		expect((await client.get(path)).status).toBe(400);
	});

	it('never changes group and policy in one request', async () => {
		const [device] = sandbox.company.devices;
		const both = { groupid: groupNamed('Servers').id, policy_id: 'none' };
		expect((await client.put(`/devices/${device?.device_id}`, both)).status).toBe(400);
		for (const body of [{}, { name: 'X' }, { alias: 'x'.repeat(51) }, { policy_id: NOBODY }]) {
			expect((await client.put(`/devices/${device?.device_id}`, body)).status).toBe(400);
		}
	});

	it('is assigned with its own password', async () => {
		const device = sandbox.company.devices.find(({ assigned_to }) => !assigned_to);
		const device_id = device?.device_id;
		await client.put(`/devices/${device_id}`, { password: 'right' });
		const assign = async (body: object) => await client.post('/devices/assign', body);
		const wrong = await assign({ device_id, current_device_password: 'wrong' });
		expect(wrong).toMatchObject({ status: 400, body: { error: 'wrong_credentials' } });
		const right = { device_id, current_device_password: 'right', enable_easy_access: true };
		expect(told(await assign(right))).toEqual([204, {}]);
		expect(device?.assigned_to).toBe(true);
		expect((await assign({ device_id })).status).toBe(400);
	});
});

describe('policies', () => {
	it('come in a list, also one, and are replaced as a whole', async () => {
		const settings = [{ Key: 'CheckForNewVersion', Value: 0, Enforce: true }];
		const made = await client.post('/teamviewerpolicies', { name: 'X', settings, default: false });
		expect(told(made)).toEqual([
			200,
			{ policy_id: expect.any(String) as string, name: 'X', settings },
		]);
		const path = `/teamviewerpolicies/${String(made.body.policy_id)}`;
		expect((await client.put(path, { settings: [] })).status).toBe(204);
		expect((await client.get(path)).body).toEqual({ policies: [{ ...made.body, settings: [] }] });
		expect((await client.get('/TeamViewerPolicies')).body.policies).toHaveLength(4);
		expect((await client.remove(path)).status).toBe(204);
		expect((await client.get(path)).status).toBe(400);
	});

	it('are for user tokens, with a name and a list of settings', async () => {
		const company = clientOf(sandbox, sandbox.credentials.companyToken);
		expect((await company.get('/teamviewerpolicies')).status).toBe(403);
		for (const body of [{ name: 'X' }, { name: 'X', settings: {} }, { settings: [] }]) {
			expect((await client.post('/teamviewerpolicies', body)).status).toBe(400);
		}
	});
});
