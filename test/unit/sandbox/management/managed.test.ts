import { createSandbox, type Sandbox } from '../../../sandbox';
import type { ManagedDevice } from '../../../sandbox/company/types';
import { clientOf, NOBODY, told } from './steps';

let sandbox: Sandbox;
let client: ReturnType<typeof clientOf>;

beforeEach(() => {
	sandbox = createSandbox();
	client = clientOf(sandbox);
});

const idOf = (device: ManagedDevice) => `/managed/devices/${device.id}`;
const account = () => Number(sandbox.company.account.userid?.slice(1));

describe('a managed device', () => {
	it('tells more of itself alone than in a list, empty text as null', async () => {
		const device = sandbox.addManagedDevice({ name: 'Till 4' });
		expect((await client.get(idOf(device))).body).toEqual({
			...device,
			teamViewerVersion: '15.71.4',
			deviceDescription: null,
		});
		const offline = sandbox.addManagedDevice({ isOnline: false });
		expect((await client.get(idOf(offline))).body).toHaveProperty('last_seen');
	});

	it('is renamed and gets a policy; the description has its own path', async () => {
		const device = sandbox.addManagedDevice();
		const teamviewerPolicyId = sandbox.company.policies[1]?.policy_id;
		const change = { name: 'Till 5', teamviewerPolicyId };
		expect(told(await client.put(idOf(device), change))).toEqual([204, {}]);
		const text = { deviceDescription: 'Shop 12' };
		expect((await client.put(`${idOf(device)}/description`, text)).status).toBe(204);
		expect((await client.get(idOf(device))).body).toMatchObject({ ...change, ...text });
		const off = { policy_type: 1 };
		expect((await client.put(`${idOf(device)}/policy/remove`, off)).status).toBe(204);
		expect((await client.put(`${idOf(device)}/policy/remove`, off)).status).toBe(400);
		expect((await client.put(`${idOf(device)}/policy/remove`, { policy_type: '1' })).status).toBe(
			400,
		);
		const empty = { deviceDescription: '' };
		expect((await client.put(`${idOf(device)}/description`, empty)).status).toBe(204);
		expect((await client.get(idOf(device))).body.deviceDescription).toBeNull();
	});

	it('refuses a change that changes nothing, in the newer body', async () => {
		const device = sandbox.addManagedDevice({ name: 'Till 4' });
		const same = await client.put(idOf(device), { name: 'Till 4' });
		expect(same).toMatchObject({ status: 400, body: { IsSuccess: false } });
		expect((await client.put(idOf(device), {})).status).toBe(400);
		expect((await client.put(idOf(device), { deviceDescription: 'x' })).status).toBe(400);
	});

	it('inherits a policy only from a group that it is in', async () => {
		const [group, other] = sandbox.company.estate.groups;
		const device = sandbox.addManagedDevice({ groups: [group?.id ?? ''] });
		const from = async (managedGroupId?: string) =>
			(await client.put(idOf(device), { managedGroupId })).status;
		expect(await from(group?.id)).toBe(204);
		expect(await from(other?.id)).toBe(400);
		expect((await client.all(`${idOf(device)}/groups`)).length).toBe(1);
	});

	it('is 404 where there is none, 403 where somebody else manages it', async () => {
		const records = sandbox.company.estate.records;
		const [, , lookedAt] = records;
		const foreign = records[8];
		expect((await client.get(`/managed/devices/${NOBODY}`)).status).toBe(404);
		expect((await client.get('/managed/devices/d123')).status).toBe(400);
		expect((await client.get(`/managed/devices/${foreign?.device.id}`)).status).toBe(403);
		const path = `/managed/devices/${lookedAt?.device.id}`;
		expect((await client.get(path)).status).toBe(200);
		expect((await client.put(path, { name: 'Mine' })).status).toBe(403);
	});

	it('is no longer managed when deleted', async () => {
		const device = sandbox.addManagedDevice();
		expect(told(await client.remove(idOf(device)))).toEqual([204, {}]);
		expect((await client.get(idOf(device))).status).toBe(404);
		expect(sandbox.company.managedDevices).not.toContain(device);
	});

	it('changes groups at once when online, else when it comes online', async () => {
		const group = sandbox.addDeviceGroup('Tills');
		const other = sandbox.addDeviceGroup('Old tills');
		const online = sandbox.addManagedDevice();
		const offline = sandbox.addManagedDevice({ isOnline: false, groups: [other.id] });
		for (const device of [online, offline]) {
			const body = { AddedChainIds: [group.id] };
			expect((await client.put(`${idOf(device)}/groups`, body)).status).toBe(204);
			expect((await client.put(`${idOf(device)}/groups`, body)).status).toBe(400);
		}
		await client.put(`${idOf(offline)}/groups`, { RemovedChainIds: [other.id] });
		const devices = async (path: string) => await client.all<ManagedDevice>(path);
		expect(await devices(`/managed/groups/${group.id}/devices`)).toEqual([online]);
		expect(await devices(`/managed/groups/${group.id}/pending-devices`)).toEqual([
			{ ...offline, pendingOperation: 0 },
		]);
		expect(await devices(`/managed/groups/${other.id}/pending-devices`)).toEqual([
			{ ...offline, pendingOperation: 1 },
		]);
		sandbox.setDeviceOnline(offline.id, true);
		expect(await devices(`/managed/groups/${group.id}/devices`)).toEqual([online, offline]);
		expect(await devices(`/managed/groups/${other.id}/devices`)).toEqual([]);
		expect(await devices(`/managed/groups/${group.id}/pending-devices`)).toEqual([]);
	});
});

describe('a device group', () => {
	it('is made, renamed, given a policy, and deleted', async () => {
		const made = await client.post('/managed/groups', { name: 'Shops east' });
		expect(told(made)).toEqual([201, { id: expect.any(String) as string, name: 'Shops east' }]);
		const path = `/managed/groups/${String(made.body.id)}`;
		const managers = await client.all(`${path}/managers`);
		expect(managers).toMatchObject([
			{
				type: 'account',
				accountId: account(),
				permissions: ['ManagerAdministration', 'GroupAdministration'],
			},
		]);
		const renamed = await client.put(path, { name: 'Shops' });
		expect(told(renamed)).toEqual([200, { ...made.body, name: 'Shops' }]);
		expect((await client.put(path, { name: 'Shops' })).status).toBe(400);
		// Its maker may not set policies until a manager allows it.
		const policy = { policy_id: sandbox.company.policies[0]?.policy_id, policy_type: 1 };
		expect((await client.put(path, { policy })).status).toBe(403);
		expect((await client.remove(path)).status).toBe(204);
		expect((await client.get(path)).status).toBe(404);
	});

	it('takes policies of three kinds by number, and loses them', async () => {
		const group = sandbox.addDeviceGroup('Tills');
		const path = `/managed/groups/${group.id}`;
		const policy_id = sandbox.company.policies[0]?.policy_id;
		for (const policy_type of [1, 4, 5]) {
			const put = await client.put(path, { policy: { policy_id, policy_type } });
			expect(put.status).toBe(200);
		}
		expect((await client.get(path)).body.policy_id).toBe(policy_id);
		expect((await client.put(path, { policy: { policy_id } })).status).toBe(400);
		expect((await client.put(path, { policy: { policy_id, policy_type: 2 } })).status).toBe(400);
		expect((await client.put(`${path}/policy/remove`, { policy_type: 4 })).status).toBe(204);
		expect((await client.put(`${path}/policy/remove`, { policy_type: 4 })).status).toBe(400);
	});

	it('takes directly managed devices only', async () => {
		const group = sandbox.addDeviceGroup('Tills');
		const path = `/managed/groups/${group.id}/devices`;
		const device = sandbox.addManagedDevice();
		const added = await client.post(path, { Id: device.id });
		expect(told(added)).toEqual([201, { id: device.id }]);
		expect((await client.post(path, { id: device.id })).status).toBe(400);
		const foreign = sandbox.company.estate.records[8]?.device;
		expect((await client.post(path, { Id: foreign?.id })).status).toBe(400);
		expect((await client.remove(`${path}/${device.id}`)).status).toBe(204);
		expect((await client.remove(`${path}/${device.id}`)).status).toBe(404);
	});

	it('is listed for its managers only', async () => {
		const names = (await client.all<{ name: string }>('/managed/groups')).map(({ name }) => name);
		expect(names).toHaveLength(5);
		expect(names).not.toContain('Partner devices');
		const partner = sandbox.company.estate.groups.at(-1);
		expect((await client.get(`/managed/groups/${partner?.id}`)).status).toBe(403);
	});
});

describe('managers', () => {
	it('are added as a list, by account, user group, company or their own id', async () => {
		const device = sandbox.addManagedDevice();
		const path = `${idOf(device)}/managers`;
		const [, colleague, third] = sandbox.company.users;
		const accountId = Number(colleague?.id.slice(1));
		const added = await client.post(path, [
			{ accountId: String(accountId), permissions: ['EasyAccess'] },
			{ usergroupId: sandbox.company.userGroups[0]?.id, permissions: [] },
			{ companyId: sandbox.company.profile.companyId, permissions: [2] },
		]);
		expect(added.status).toBe(201);
		expect(added.body).toMatchObject([
			{ type: 'account', accountId, name: colleague?.name, permissions: ['EasyAccess'] },
			{ type: 'usergroup', permissions: [] },
			{ type: 'company', permissions: ['DeviceAdministration'] },
		]);
		const [manager] = added.body as unknown as Array<{ id: string }>;
		const group = sandbox.addDeviceGroup('Tills');
		const again = [{ id: manager?.id, permissions: ['GroupAdministration'] }];
		const onGroup = await client.post(`/managed/groups/${group.id}/managers`, again);
		expect(onGroup.body).toMatchObject([{ accountId }]);
		const one = { accountId: Number(third?.id.slice(1)), permissions: [] };
		expect((await client.post(path, one)).status).toBe(400);
		expect((await client.post(path, [{ accountId: 1, permissions: [] }])).status).toBe(400);
		expect((await client.post(path, [{ permissions: [] }])).status).toBe(400);
		const forGroups = [{ ...one, permissions: ['GroupAdministration'] }];
		expect((await client.post(path, forGroups)).status).toBe(400);
	});

	it('are changed and removed, alone and together', async () => {
		const group = sandbox.addDeviceGroup('Tills');
		const path = `/managed/groups/${group.id}/managers`;
		const [, one, other] = sandbox.company.users.map(({ id }) => Number(id.slice(1)));
		const added = await client.post(path, [
			{ accountId: one, permissions: [] },
			{ accountId: other, permissions: [] },
		]);
		const [first, second] = added.body as unknown as Array<{ id: string }>;
		const permissions = ['EasyAccess'];
		const changed = await client.put(`${path}/${first?.id}`, { permissions });
		expect(told(changed)).toEqual([200, { ...first, permissions }]);
		const both = [{ id: second?.id, permissions }];
		expect((await client.put(path, both)).body).toEqual([{ ...second, permissions }]);
		expect((await client.remove(`${path}/${first?.id}`)).status).toBe(204);
		expect(told(await client.remove(path, [second?.id]))).toEqual([204, {}]);
		expect(await client.all(path)).toHaveLength(1);
		expect((await client.remove(`${path}/${first?.id}`)).status).toBe(404);
	});

	it('keep the last one who may name managers', async () => {
		const device = sandbox.addManagedDevice();
		const path = `${idOf(device)}/managers`;
		const [me] = await client.all<{ id: string }>(path);
		const demoted = { permissions: ['EasyAccess'] };
		expect((await client.put(`${path}/${me?.id}`, demoted)).status).toBe(400);
		expect((await client.remove(`${path}/${me?.id}`)).status).toBe(400);
		expect((await client.remove(path, [me?.id])).status).toBe(400);
	});

	it('let a user group do what they may, through a group too', async () => {
		const group = sandbox.addDeviceGroup('Tills');
		const device = sandbox.addManagedDevice({ groups: [group.id] });
		const [team] = sandbox.company.userGroups;
		const member = clientOf(sandbox, sandbox.credentials.tokenOf(`u${team?.members[0]}`));
		expect((await member.get(idOf(device))).status).toBe(403);
		const permissions = ['DeviceAdministration'];
		const manager = [{ usergroupId: team?.id, permissions }];
		await client.post(`/managed/groups/${group.id}/managers`, manager);
		expect((await member.put(idOf(device), { name: 'Theirs' })).status).toBe(204);
		expect((await member.remove(idOf(device))).status).toBe(403);
		const own = await member.all<ManagedDevice>('/managed/devices');
		expect(own.map(({ id }) => id)).not.toContain(device.id);
	});
});
