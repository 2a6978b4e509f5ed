import { jsonOf, locator, nestedFields, workbench } from '../../harness/workbench';

const { sandbox, run, fail, sent } = workbench({ company: 'full' });
const { company } = sandbox;
const policy = company.policies[0]?.policy_id ?? '';
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** A managed device, and how it is chosen. */
const newDevice = (fields: Parameters<typeof sandbox.addManagedDevice>[0] = {}) => {
	const { id } = sandbox.addManagedDevice(fields);
	return { id, managedDevice: locator('id', id), path: `/managed/devices/${id}` };
};
const stateOf = (id: string) => company.estate.device(id);

describe('Get managed device', () => {
	it('gives the record unchanged with Simplify off', async () => {
		const { managedDevice, path, id } = newDevice();
		const { items } = await run('managedDevice', 'get', { managedDevice, simplify: false });
		expect(sent()).toEqual([{ method: 'GET', path }]);
		expect(items[0]?.json).toEqual({
			...stateOf(id)?.device,
			teamViewerVersion: '15.71.4',
			deviceDescription: null,
		});
	});

	it('simplifies to at most ten flat fields, with a link to connect by', async () => {
		const { managedDevice, id } = newDevice();
		const { items } = await run('managedDevice', 'get', { managedDevice });
		expect(nestedFields(items[0])).toEqual([]);
		expect(items[0]?.json).toEqual({
			...stateOf(id)?.device,
			teamViewerVersion: '15.71.4',
			connect_link: `https://start.teamviewer.com/device/r${stateOf(id)?.device.teamviewerId}/authorization/password/mode/control`,
		});
	});

	it('asks for no device by the TeamViewer ID of one that is listed without an ID', async () => {
		const body = { resources: [{ teamviewerId: 987_654_320 }] };
		sandbox.faults.add({ method: 'GET', status: 200, body });
		const managedDevice = locator('teamViewerId', '987 654 320');
		const error = await fail('managedDevice', 'get', { managedDevice });
		expect(error.message).toBe("TeamViewer's answer is not a managed device: it has no id");
		expect(sent()).toHaveLength(1);
	});

	it('finds a device by its TeamViewer ID, once for all items that ask for the same', async () => {
		const { id } = newDevice({ teamviewerId: 987_654_321 });
		const { items } = await run(
			'managedDevice',
			'get',
			{ managedDevice: locator('teamViewerId', '987 654 321') },
			{ items: [{}, {}] },
		);
		expect(items.map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([
			[id, { item: 0 }],
			[id, { item: 1 }],
		]);
		expect(sent().filter(({ path }) => path === `/managed/devices/${id}`)).toHaveLength(2);
	});

	it('says that the user must be a manager where TeamViewer does not show the device', async () => {
		const foreign = company.estate.records[8]?.device.id ?? '';
		const error = await fail('managedDevice', 'get', { managedDevice: locator('id', foreign) });
		expect(error.message).toContain('Device Groups: read operations');
		expect(error.description).toContain('must also be one of its managers');
	});
});

describe('Get managed devices, simplified', () => {
	it('has at most ten flat fields, with a link to connect by', async () => {
		const { items } = await run('managedDevice', 'getAll', { limit: 5 });
		for (const item of items) {
			expect(Object.keys(item.json).length).toBeLessThanOrEqual(10);
			expect(nestedFields(item)).toEqual([]);
			expect(item.json.connect_link).toContain(`/device/r${String(item.json.teamviewerId)}/`);
		}
	});
});

describe('Update managed device', () => {
	it('changes name and policy in one request, the description in another, and reads once', async () => {
		const { managedDevice, path } = newDevice();
		const { items } = await run('managedDevice', 'update', {
			managedDevice,
			updateFields: { name: ' Till 4 ', policy: locator('id', policy), description: ' Door ' },
		});
		expect(sent()).toEqual([
			{ method: 'PUT', path, body: { name: 'Till 4', teamviewerPolicyId: policy } },
			{ method: 'PUT', path: `${path}/description`, body: { deviceDescription: ' Door ' } },
			{ method: 'GET', path },
		]);
		expect(items[0]?.json).toMatchObject({
			...{ name: 'Till 4', teamviewerPolicyId: policy, deviceDescription: ' Door ' },
		});
	});

	it('clears the description where it was left empty', async () => {
		const { managedDevice, id, path } = newDevice();
		Object.assign(stateOf(id) ?? {}, { description: 'Door' });
		const updateFields = { description: '' };
		await run('managedDevice', 'update', { managedDevice, updateFields });
		expect(sent()[0]).toEqual({
			...{ method: 'PUT', path: `${path}/description`, body: { deviceDescription: '' } },
		});
		expect(stateOf(id)?.description).toBeNull();
	});

	it('takes the policy over from a group that the device is in, and does not move it', async () => {
		const group = sandbox.addDeviceGroup('Tills').id;
		const { managedDevice, id } = newDevice({ groups: [group] });
		const updateFields = { policyFromGroup: locator('id', group) };
		await run('managedDevice', 'update', { managedDevice, updateFields });
		expect(sent()[0]?.body).toEqual({ managedGroupId: group });
		expect(stateOf(id)?.policyFrom).toBe(group);
	});

	it('is content where everything already is as wanted, although TeamViewer refuses that', async () => {
		const { managedDevice } = newDevice({ name: 'Till 4' });
		const { items } = await run('managedDevice', 'update', {
			...{ managedDevice, updateFields: { name: 'Till 4', description: 'Door' } },
		});
		expect(items[0]?.json).toMatchObject({ name: 'Till 4', deviceDescription: 'Door' });
		expect(sent().map(({ method }) => method)).toEqual(['PUT', 'GET', 'PUT', 'GET']);
	});

	it("keeps TeamViewer's refusal where the record is not as wanted", async () => {
		const { managedDevice } = newDevice();
		const updateFields = { policy: locator('id', NOBODY) };
		const error = await fail('managedDevice', 'update', { managedDevice, updateFields });
		expect(error.message).toContain('There is no such policy');
		expect(error.description).toContain('also refuses a change that changes nothing');
	});

	it('says what was changed where only the description failed', async () => {
		const { managedDevice } = newDevice();
		sandbox.faults.add({ path: /description/, status: 403, body: { error: 'forbidden' } });
		const error = await fail('managedDevice', 'update', {
			...{ managedDevice, updateFields: { name: 'Till 8', description: 'Door' } },
		});
		expect(error.message).toBe(
			'The name was changed, but the rest failed: The TeamViewer token lacks a permission: Device Groups: modifying operations',
		);
		expect(error.description).toContain("manager permission 'Device Description'");
	});

	it('does not read the device again where nobody wants to see it', async () => {
		const { managedDevice, id } = newDevice();
		const { items } = await run('managedDevice', 'update', {
			...{ managedDevice, updateFields: { name: 'Till 9' }, options: { returnUpdated: false } },
		});
		expect(jsonOf(items)).toEqual([{ id, updated: true }]);
		expect(sent()).toHaveLength(1);
	});

	it('gives each of several items the device as it was after its own change', async () => {
		const { managedDevice } = newDevice();
		const { items } = await run(
			'managedDevice',
			'update',
			{ managedDevice, updateFields: { name: '={{ $json.name }}' } },
			{ items: [{ name: 'One' }, { name: 'Two' }] },
		);
		expect(items.map(({ json, pairedItem }) => [json.name, pairedItem])).toEqual([
			['One', { item: 0 }],
			['Two', { item: 1 }],
		]);
	});

	it.each<[string, object, string]>([
		['no field', {}, "'Update Fields' is empty, so there is nothing to change"],
		['an empty name', { name: '' }, "'Name' is empty"],
		[
			'a name that is too long',
			{ name: 'x'.repeat(101) },
			"'Name' is 101 characters long; TeamViewer takes at most 100",
		],
		['no policy', { policy: locator('list', '') }, "'Policy' is empty"],
		['no group', { policyFromGroup: locator('list', '') }, "'Policy From Group' is empty"],
		[
			'two policies',
			{ policy: locator('id', policy), policyFromGroup: locator('id', NOBODY) },
			"'Policy' and 'Policy From Group' cannot be used together",
		],
	])('refuses %s before any request', async (_, updateFields, message) => {
		const error = await fail('managedDevice', 'update', {
			...{ managedDevice: locator('id', NOBODY), updateFields: updateFields as never },
		});
		expect(error.message).toBe(message);
		expect(sent()).toEqual([]);
	});
});

describe('Change groups of managed device', () => {
	const join = sandbox.addDeviceGroup('New tills').id;
	const leave = sandbox.addDeviceGroup('Old tills').id;

	it('joins and leaves in one request', async () => {
		const { managedDevice, path, id } = newDevice({ groups: [leave] });
		const { items } = await run('managedDevice', 'changeGroups', {
			...{ managedDevice, addToGroups: [join], removeFromGroups: [leave] },
		});
		expect(sent()).toEqual([
			{
				method: 'PUT',
				path: `${path}/groups`,
				body: { AddedChainIds: [join], RemovedChainIds: [leave] },
			},
		]);
		expect(items).toEqual([{ json: { success: true }, pairedItem: { item: 0 } }]);
		expect([...(stateOf(id)?.groups ?? [])]).toEqual([join]);
	});

	it('takes IDs as a list or as text, and sends only what is wanted', async () => {
		const { managedDevice } = newDevice({ groups: [leave] });
		await run('managedDevice', 'changeGroups', {
			...{ managedDevice, addToGroups: `={{ " ${join} , " }}` },
		});
		await run('managedDevice', 'changeGroups', {
			...{ managedDevice, removeFromGroups: `={{ ["${leave}"] }}` },
		});
		expect(sent().map(({ body }) => body)).toEqual([
			{ AddedChainIds: [join] },
			{ RemovedChainIds: [leave] },
		]);
	});

	it.each<[string, object, string]>([
		[
			'no group at all',
			{},
			"'Add to Groups' and 'Remove From Groups' are empty, so there is nothing to change",
		],
		[
			'a group in both',
			{ addToGroups: [NOBODY], removeFromGroups: [NOBODY] },
			`The device group "${NOBODY}" is in 'Add to Groups' and in 'Remove From Groups'`,
		],
		[
			'what is no device group',
			{ addToGroups: ['../x'] },
			'\'Add to Groups\' is "../x", which is not the ID of a device group',
		],
	])('refuses %s before any request', async (_, groups, message) => {
		const error = await fail('managedDevice', 'changeGroups', {
			...{ managedDevice: locator('id', NOBODY), ...groups },
		});
		expect(error.message).toBe(message);
		expect(sent()).toEqual([]);
	});
});

describe('Remove policy from managed device', () => {
	it("sends TeamViewer's number of each kind, one request after the other", async () => {
		const { managedDevice, path, id } = newDevice();
		Object.assign(stateOf(id)?.policies ?? {}, { 1: policy, 4: policy, 5: policy });
		const policyTypes = ['teamViewer', 'monitoring', 'patchManagement'];
		const { items } = await run('managedDevice', 'removePolicy', { managedDevice, policyTypes });
		expect(sent()).toEqual(
			[1, 4, 5].map((policy_type) => ({
				...{ method: 'PUT', path: `${path}/policy/remove`, body: { policy_type } },
			})),
		);
		expect(items).toEqual([{ json: { deleted: true }, pairedItem: { item: 0 } }]);
	});

	it.each([1, 4, 5])('takes away the kind %i, whichever others are not set', async (number) => {
		const { managedDevice, id } = newDevice();
		Object.assign(stateOf(id)?.policies ?? {}, { [number]: policy });
		const policyTypes = ['teamViewer', 'monitoring', 'patchManagement'];
		const { items } = await run('managedDevice', 'removePolicy', { managedDevice, policyTypes });
		expect(stateOf(id)?.policies).toEqual({});
		expect(jsonOf(items)).toEqual([{ deleted: true }]);
		expect(sent()).toHaveLength(3);
	});

	it('says so where none of them is set', async () => {
		const { managedDevice } = newDevice();
		const error = await fail('managedDevice', 'removePolicy', {
			...{ managedDevice, policyTypes: ['teamViewer', 'monitoring'] },
		});
		expect(error.message).toMatch(/^TeamViewer refused the request/);
		expect(sent()).toHaveLength(2);
	});

	it('says which ones are gone where a later one fails', async () => {
		const { managedDevice, id } = newDevice();
		Object.assign(stateOf(id)?.policies ?? {}, { 4: policy, 5: policy });
		sandbox.faults.add({ method: 'PUT', after: 2, status: 403, body: { error: 'blocked' } });
		const error = await fail('managedDevice', 'removePolicy', {
			...{ managedDevice, policyTypes: ['teamViewer', 'monitoring', 'patchManagement'] },
		});
		expect(error.message).toMatch(/^The monitoring policy was removed, but the rest failed: /);
		expect(stateOf(id)?.policies).toEqual({ 5: policy });
	});

	it.each<[unknown, string | RegExp]>([
		[[], "'Policy Types' is empty"],
		[['windows'], '\'Policy Types\' is "windows", which TeamViewer does not know'],
	])('refuses %j before any request', async (policyTypes, message) => {
		const error = await fail('managedDevice', 'removePolicy', {
			...{ managedDevice: locator('id', NOBODY), policyTypes: policyTypes as string[] },
		});
		expect(error.message).toBe(message);
		expect(sent()).toEqual([]);
	});
});

describe('Stop managing device', () => {
	it('ends the management of the one device', async () => {
		const { managedDevice, path, id } = newDevice();
		const { items } = await run('managedDevice', 'delete', { managedDevice });
		expect(sent()).toEqual([{ method: 'DELETE', path }]);
		expect(items).toEqual([{ json: { deleted: true }, pairedItem: { item: 0 } }]);
		expect(stateOf(id)).toBeUndefined();
	});

	it('goes on after a failed item where the node is set to continue', async () => {
		const { id } = newDevice();
		const { items } = await run(
			'managedDevice',
			'delete',
			{ managedDevice: locator('id', '={{ $json.id }}') },
			{ items: [{ id: NOBODY }, { id }], continueOnFail: true },
		);
		expect(items).toMatchObject([
			{
				json: { error: `TeamViewer does not know managed device ${NOBODY}` },
				pairedItem: { item: 0 },
			},
			{ json: { deleted: true }, pairedItem: { item: 1 } },
		]);
	});
});

it.each(['get', 'update', 'delete', 'changeGroups', 'removePolicy'])(
	'%s never leaves /managed/devices',
	async (operation) => {
		for (const id of ['', ' ', '..', '../groups', `${NOBODY}/..`, 'company', '%2e', 'd1']) {
			const error = await fail('managedDevice', operation, {
				...{ managedDevice: locator('id', id), updateFields: { name: 'x' } },
				...{ addToGroups: [NOBODY], policyTypes: ['teamViewer'] },
			});
			expect(error.message).toMatch(/^'Managed Device' is /);
		}
		expect(sent()).toEqual([]);
	},
);
