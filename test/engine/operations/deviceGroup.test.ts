import { jsonOf, locator, workbench } from '../../harness/workbench';

const { sandbox, run, fail, sent } = workbench({ company: 'full' });
const { company } = sandbox;
const { estate } = company;
const policy = company.policies[0]?.policy_id ?? '';
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** A device group, and how it is chosen. */
const newGroup = (name = 'Tills') => {
	const { id } = sandbox.addDeviceGroup(name);
	return { id, deviceGroup: locator('id', id), path: `/managed/groups/${id}` };
};

describe('Create device group', () => {
	it('sends the name, trimmed, and gives what TeamViewer answers', async () => {
		const { items } = await run('deviceGroup', 'create', { name: ' Shops north ' });
		const body = { name: 'Shops north' };
		expect(sent()).toEqual([{ method: 'POST', path: '/managed/groups', body }]);
		const { id } = estate.groups.at(-1) ?? {};
		expect(items).toEqual([{ json: { id, ...body }, pairedItem: { item: 0 } }]);
	});

	it('makes one group for each item', async () => {
		const items = [{ name: 'One' }, { name: 'Two' }];
		const result = await run('deviceGroup', 'create', { name: '={{ $json.name }}' }, { items });
		expect(result.items.map(({ json, pairedItem }) => [json.name, pairedItem])).toEqual([
			['One', { item: 0 }],
			['Two', { item: 1 }],
		]);
	});

	it.each([
		[' ', "'Name' is empty"],
		['x'.repeat(101), "'Name' is 101 characters long; TeamViewer takes at most 100"],
	])('refuses the name %j before any request', async (name, message) => {
		expect((await fail('deviceGroup', 'create', { name })).message).toBe(message);
		expect(sent()).toEqual([]);
	});
});

describe('Get device groups', () => {
	it('gives those that the user manages, page after page', async () => {
		for (let count = 0; count < 20; count++) sandbox.addDeviceGroup(`Extra ${count}`);
		const { items } = await run('deviceGroup', 'getAll', { returnAll: true });
		expect(items.length).toBeGreaterThan(20);
		expect(items[0]?.json).toMatchObject({
			id: estate.groups[0]?.id,
			name: estate.groups[0]?.name,
		});
		expect(sent().map(({ path }) => path)).toEqual(Array(2).fill('/managed/groups'));
	});

	it('gives those that one device is in', async () => {
		const { id } = newGroup('Only');
		const device = sandbox.addManagedDevice({ groups: [id], teamviewerId: 987_654_322 });
		const { items } = await run('deviceGroup', 'getAll', {
			filters: { managedDevice: locator('teamViewerId', '987 654 322') },
		});
		expect(jsonOf(items)).toEqual([{ id, name: 'Only' }]);
		expect(sent().at(-1)).toEqual({ method: 'GET', path: `/managed/devices/${device.id}/groups` });
	});

	it('says which device TeamViewer does not know', async () => {
		const filters = { managedDevice: locator('id', NOBODY) };
		const error = await fail('deviceGroup', 'getAll', { filters });
		expect(error.message).toBe(`TeamViewer does not know managed device ${NOBODY}`);
	});

	it('stops at Limit and says that more exist', async () => {
		const { items, hints } = await run('deviceGroup', 'getAll', { limit: 1 }, { items: [{}, {}] });
		expect(items).toHaveLength(2);
		expect(hints[0]?.message).toBe(
			'More device groups exist. Raise the limit or turn on Return All to get them.',
		);
	});
});

describe('Get device group', () => {
	it('gives what TeamViewer holds', async () => {
		const { id, deviceGroup, path } = newGroup('One');
		const { items } = await run('deviceGroup', 'get', { deviceGroup });
		expect(sent()).toEqual([{ method: 'GET', path }]);
		expect(items[0]?.json).toMatchObject({ id, name: 'One' });
	});

	it('says which group TeamViewer does not know', async () => {
		const error = await fail('deviceGroup', 'get', { deviceGroup: locator('id', NOBODY) });
		expect(error.message).toBe(`TeamViewer does not know device group ${NOBODY}`);
	});
});

describe('Get devices of device group', () => {
	it('gives the devices in it, and those that are about to join or leave', async () => {
		const { id, deviceGroup, path } = newGroup();
		const inside = sandbox.addManagedDevice({ groups: [id] });
		const joining = sandbox.addManagedDevice({ isOnline: false });
		await run('deviceGroup', 'addDevice', {
			...{ deviceGroup, managedDevice: locator('id', joining.id) },
		});
		sandbox.clearRequests();
		const now = await run('deviceGroup', 'getDevices', { deviceGroup });
		const pending = await run('deviceGroup', 'getDevices', { deviceGroup, pending: true });
		expect(jsonOf(now.items)).toEqual([inside]);
		expect(jsonOf(pending.items)).toEqual([{ ...joining, pendingOperation: 0 }]);
		expect(sent()).toEqual([
			{ method: 'GET', path: `${path}/devices` },
			{ method: 'GET', path: `${path}/pending-devices` },
		]);
	});

	it.each([false, true])(
		'says which group TeamViewer does not know (pending: %s)',
		async (pending) => {
			const deviceGroup = locator('id', NOBODY);
			const error = await fail('deviceGroup', 'getDevices', { deviceGroup, pending });
			expect(error.message).toBe(`TeamViewer does not know device group ${NOBODY}`);
		},
	);
});

describe('Update device group', () => {
	it("sends name and policy in one request, and gives TeamViewer's answer without reading again", async () => {
		const { id, deviceGroup, path } = newGroup();
		const updateFields = { name: 'Tills 2', policy: locator('id', policy) };
		const { items } = await run('deviceGroup', 'update', { deviceGroup, updateFields });
		expect(sent()).toEqual([
			{
				method: 'PUT',
				path,
				body: { name: 'Tills 2', policy: { policy_id: policy, policy_type: 1 } },
			},
		]);
		expect(items[0]?.json).toMatchObject({ id, name: 'Tills 2' });
	});

	it.each([
		['nothing', { status: 204 }],
		['a group without an ID', { status: 200, body: { id: null } }],
	])('reads the group where TeamViewer answers %s', async (_, answer) => {
		const { id, deviceGroup, path } = newGroup();
		sandbox.faults.add({ method: 'PUT', ...answer });
		const updateFields = { name: 'Tills 3' };
		const { items } = await run('deviceGroup', 'update', { deviceGroup, updateFields });
		expect(sent()[1]).toEqual({ method: 'GET', path });
		expect(items[0]?.json.id).toBe(id);
	});

	it('is content where the name already is as wanted', async () => {
		const { id, deviceGroup } = newGroup('Same');
		const { items } = await run('deviceGroup', 'update', {
			...{ deviceGroup, updateFields: { name: 'Same' } },
		});
		expect(items[0]?.json).toMatchObject({ id, name: 'Same' });
	});

	it('gives just the ID where nobody wants to see the group', async () => {
		const { id, deviceGroup } = newGroup();
		const { items } = await run('deviceGroup', 'update', {
			...{ deviceGroup, updateFields: { name: 'Tills 4' }, options: { returnUpdated: false } },
		});
		expect(jsonOf(items)).toEqual([{ id, updated: true }]);
		expect(sent()).toHaveLength(1);
	});

	it('says that setting a policy needs more than its maker has', async () => {
		const { items } = await run('deviceGroup', 'create', { name: 'Fresh' });
		const error = await fail('deviceGroup', 'update', {
			deviceGroup: locator('id', String(items[0]?.json.id)),
			updateFields: { policy: locator('id', policy) },
		});
		expect(error.description).toContain("'Policy Administration' to set a policy");
	});

	it.each<[string, object, string]>([
		['no field', {}, "'Update Fields' is empty, so there is nothing to change"],
		['an empty name', { name: '' }, "'Name' is empty"],
		['no policy', { policy: locator('list', '') }, "'Policy' is empty"],
	])('refuses %s before any request', async (_, updateFields, message) => {
		const error = await fail('deviceGroup', 'update', {
			...{ deviceGroup: locator('id', NOBODY), updateFields: updateFields as never },
		});
		expect(error.message).toBe(message);
		expect(sent()).toEqual([]);
	});
});

describe('Remove policy from device group', () => {
	it('sends one request for each kind, each kind once', async () => {
		const { id, deviceGroup, path } = newGroup();
		Object.assign(estate.group(id)?.policies ?? {}, { 1: policy, 5: policy });
		const { items } = await run('deviceGroup', 'removePolicy', {
			...{ deviceGroup, policyTypes: ['patchManagement', 'teamViewer', 'patchManagement'] },
		});
		expect(sent()).toEqual(
			[5, 1].map((policy_type) => ({
				...{ method: 'PUT', path: `${path}/policy/remove`, body: { policy_type } },
			})),
		);
		expect(jsonOf(items)).toEqual([{ deleted: true }]);
	});
});

describe('Delete device group', () => {
	it('deletes the one group; its devices stay', async () => {
		const { id, deviceGroup, path } = newGroup();
		const device = sandbox.addManagedDevice({ groups: [id] });
		const { items } = await run('deviceGroup', 'delete', { deviceGroup });
		expect(sent()).toEqual([{ method: 'DELETE', path }]);
		expect(items).toEqual([{ json: { deleted: true }, pairedItem: { item: 0 } }]);
		expect(estate.group(id)).toBeUndefined();
		expect(estate.device(device.id)).toBeDefined();
	});
});

describe('Add and remove device', () => {
	it('puts a device into a group and takes it out again', async () => {
		const { id, deviceGroup, path } = newGroup();
		const device = sandbox.addManagedDevice();
		const parameters = { deviceGroup, managedDevice: locator('id', device.id) };
		const added = await run('deviceGroup', 'addDevice', parameters);
		expect(added.items).toEqual([{ json: { id: device.id }, pairedItem: { item: 0 } }]);
		expect(estate.inGroup(id)).toHaveLength(1);
		const removed = await run('deviceGroup', 'removeDevice', parameters);
		expect(removed.items).toEqual([{ json: { deleted: true }, pairedItem: { item: 0 } }]);
		expect(estate.inGroup(id)).toHaveLength(0);
		expect(sent()).toEqual([
			{ method: 'POST', path: `${path}/devices`, body: { Id: device.id } },
			{ method: 'DELETE', path: `${path}/devices/${device.id}` },
		]);
	});

	it('says that it succeeded where TeamViewer answers nothing', async () => {
		const { deviceGroup } = newGroup();
		sandbox.faults.add({ method: 'POST', status: 204 });
		const { items } = await run('deviceGroup', 'addDevice', {
			...{ deviceGroup, managedDevice: locator('id', NOBODY) },
		});
		expect(jsonOf(items)).toEqual([{ success: true }]);
	});

	it('tells why a device cannot be added', async () => {
		const { deviceGroup } = newGroup();
		const foreign = estate.records[8]?.device.id ?? '';
		const error = await fail('deviceGroup', 'addDevice', {
			...{ deviceGroup, managedDevice: locator('id', foreign) },
		});
		expect(error.message).toContain('Only directly managed devices can be added');
	});
});

it.each([
	...['get', 'update', 'delete', 'getDevices', 'removePolicy', 'addDevice', 'removeDevice'],
])('%s never leaves /managed/groups', async (operation) => {
	for (const id of ['', ' ', '..', '../devices', `${NOBODY}/devices`, '%2e', 'g1']) {
		const parameters = {
			...{ updateFields: { name: 'x' }, policyTypes: ['teamViewer'] },
			...{ deviceGroup: locator('id', id), managedDevice: locator('id', NOBODY) },
		};
		const error = await fail('deviceGroup', operation, parameters);
		expect(error.message).toMatch(/^'Device Group' is /);
	}
	expect(sent()).toEqual([]);
});
