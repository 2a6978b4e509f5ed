import { jsonOf, locator, nestedFields, workbench } from '../../harness/workbench';

const { sandbox, run, fail, sent } = workbench({ company: 'full' });
const { company } = sandbox;
const [first, second, third] = company.devices as [Device, Device, Device];
type Device = (typeof company.devices)[number];
const group = company.groups[0]?.id ?? '';
const policy = company.policies[0]?.policy_id ?? '';
const byId = (device: Device) => locator('id', device.device_id);
const bodies = () => sent().map(({ method, body }) => [method, body]);

describe('A simplified device', () => {
	it('has at most ten flat fields, with a link to connect by', async () => {
		const { items } = await run('device', 'get', { device: byId(first) });
		expect(Object.keys(items[0]?.json ?? {}).length).toBeLessThanOrEqual(10);
		expect(nestedFields(items[0])).toEqual([]);
		expect(items[0]?.json.connect_link).toBe(
			`https://start.teamviewer.com/device/${first.remotecontrol_id}/authorization/password/mode/control`,
		);
		expect(items[0]?.json).not.toHaveProperty('supported_features');
	});

	it('has no link where TeamViewer gives no ID to connect to', async () => {
		sandbox.faults.add({ status: 200, body: { devices: [{ device_id: 'd1' }] } });
		const { items } = await run('device', 'get', { device: locator('id', 'd1') });
		expect(jsonOf(items)).toEqual([{ device_id: 'd1' }]);
	});
});

describe('Create device', () => {
	it('takes a TeamViewer ID as people write it, and gives the device as TeamViewer answers', async () => {
		const parameters = { remoteControlId: '1 234 500 001', group: locator('id', group.slice(1)) };
		const { items } = await run('device', 'create', { ...parameters, simplify: false });
		expect(sent()).toEqual([
			{
				method: 'POST',
				path: '/devices',
				body: { remotecontrol_id: 'r1234500001', groupid: group },
			},
		]);
		const { remotecontrol_id, device_id, alias, groupid, online_state } = company.devices.at(
			-1,
		) as Device;
		expect(items).toEqual([
			{
				json: { remotecontrol_id, device_id, alias, groupid, online_state },
				pairedItem: { item: 0 },
			},
		]);
	});

	it('sends what was added, description and password untouched, and never gives the password back', async () => {
		const additionalFields = {
			alias: ' Till 4 ',
			description: ' By the door ',
			password: ' s3cret ',
		};
		const { items } = await run('device', 'create', {
			...{ remoteControlId: 'r1234500002', group: locator('list', group), additionalFields },
		});
		expect(sent()[0]?.body).toEqual({
			remotecontrol_id: 'r1234500002',
			groupid: group,
			alias: 'Till 4',
			description: ' By the door ',
			password: ' s3cret ',
		});
		expect(JSON.stringify(items)).not.toContain('s3cret');
		expect(items[0]?.json.connect_link).toContain('r1234500002');
	});

	it('makes one device for each item, and goes on after a failure where the node may', async () => {
		const { items } = await run(
			'device',
			'create',
			{ remoteControlId: '={{ $json.id }}', group: locator('id', group) },
			{ items: [{ id: '1234500003' }, { id: 'x' }, { id: '1234500004' }], continueOnFail: true },
		);
		expect(
			items.map(({ json, pairedItem }) => [json.remotecontrol_id ?? json.error, pairedItem]),
		).toEqual([
			['r1234500003', { item: 0 }],
			['\'TeamViewer ID\' is "x", which is not a TeamViewer ID', { item: 1 }],
			['r1234500004', { item: 2 }],
		]);
	});

	it('says which entry a device has already, which is looked up only after a refusal', async () => {
		const remoteControlId = String(first.remotecontrol_id);
		const error = await fail('device', 'create', { remoteControlId, group: locator('id', group) });
		expect(error.message).toBe(
			`'TeamViewer ID' is "${remoteControlId}", which is in the Computers & Contacts list already: device ${first.device_id} in group ${first.groupid}`,
		);
		expect(sent()[1]).toEqual({
			...{ method: 'GET', path: '/devices', query: { remotecontrol_id: remoteControlId } },
		});
	});

	it("keeps TeamViewer's own reason where the device is not listed", async () => {
		const error = await fail('device', 'create', {
			...{ remoteControlId: '1234500009', group: locator('id', 'g999999999') },
		});
		expect(error.message).toContain('there is no such group');
		expect(error.description).toContain("Check the field 'Group'");
	});
});

describe('Update device', () => {
	it('sends what was filled in in one request, and gives the device as it then is', async () => {
		const updateFields = {
			...{ alias: 'Till 5', description: '', password: 's3cret', group: locator('id', group) },
		};
		const { items } = await run('device', 'update', { device: byId(first), updateFields });
		const path = `/devices/${first.device_id}`;
		expect(sent()).toEqual([
			{
				method: 'PUT',
				path,
				body: { alias: 'Till 5', description: '', password: 's3cret', groupid: group },
			},
			{ method: 'GET', path },
		]);
		expect(items[0]?.json).toMatchObject({ alias: 'Till 5', groupid: group });
		expect(JSON.stringify(items)).not.toContain('s3cret');
	});

	it.each([
		[locator('list', policy), policy],
		[locator('id', 'INHERIT'), 'inherit'],
		[locator('id', 'none'), 'none'],
	])('sets the policy %j', async (chosen, policy_id) => {
		await run('device', 'update', { device: byId(first), updateFields: { policy: chosen } });
		expect(sent()[0]?.body).toEqual({ policy_id });
	});

	it('changes group and policy in two requests, as TeamViewer wants it', async () => {
		const updateFields = {
			...{ alias: 'Till 6', group: locator('id', group), policy: locator('id', policy) },
		};
		const { items } = await run('device', 'update', {
			...{ device: byId(second), updateFields, simplify: false },
		});
		expect(bodies()).toEqual([
			['PUT', { alias: 'Till 6', groupid: group }],
			['PUT', { policy_id: policy }],
			['GET', undefined],
		]);
		expect(items[0]?.json).toMatchObject({ alias: 'Till 6', groupid: group, policy_id: policy });
	});

	it('says what was changed where only the policy failed', async () => {
		const unknown = '00000000-0000-4000-8000-000000000000';
		const updateFields = { group: locator('id', group), policy: locator('id', unknown) };
		const error = await fail('device', 'update', { device: byId(second), updateFields });
		expect(error.message).toMatch(
			/^All fields except the policy were changed, but the rest failed: .*there is no such policy/,
		);
		expect(error.description).toMatch(/^What was done stays/);
		expect(error.context.itemIndex).toBe(0);
	});

	it('does not read the device again where nobody wants to see it', async () => {
		const { items } = await run('device', 'update', {
			...{ device: byId(third), updateFields: { alias: 'Till 7' } },
			options: { returnUpdated: false },
		});
		expect(jsonOf(items)).toEqual([{ device_id: third.device_id, updated: true }]);
		expect(sent()).toHaveLength(1);
	});

	it.each<[string, object, string]>([
		['no field', {}, "'Update Fields' is empty, so there is nothing to change"],
		['an empty alias', { alias: ' ' }, "'Alias' is empty"],
		['an empty password', { password: '' }, "'Password' is empty"],
		['no group', { group: locator('list', '') }, "'Group' is empty"],
		['no policy', { policy: locator('list', '') }, "'Policy' is empty"],
		[
			'an alias that is too long',
			{ alias: 'x'.repeat(51) },
			"'Alias' is 51 characters long; TeamViewer takes at most 50",
		],
		[
			'a description that is too long',
			{ description: 'x'.repeat(2049) },
			"'Description' is 2,049 characters long; TeamViewer takes at most 2,048",
		],
		[
			'a policy that is none',
			{ policy: locator('id', '../x') },
			'\'Policy\' is "../x", which is not the ID of a policy',
		],
	])('refuses %s before any request', async (_, updateFields, message) => {
		const error = await fail('device', 'update', {
			...{ device: byId(first), updateFields: updateFields as never },
		});
		expect(error.message).toBe(message);
		expect(sent()).toEqual([]);
	});
});

describe('Delete device', () => {
	it('deletes the one entry', async () => {
		const device = company.devices.at(-1) as Device;
		const { items } = await run('device', 'delete', { device: byId(device) });
		expect(sent()).toEqual([{ method: 'DELETE', path: `/devices/${device.device_id}` }]);
		expect(items).toEqual([{ json: { deleted: true }, pairedItem: { item: 0 } }]);
		expect(company.devices).not.toContain(device);
	});
});

describe('Assign device', () => {
	it('sends the password untouched, and Easy Access only where it is wanted', async () => {
		const parameters = { device: byId(third), password: ' pass word ' };
		const { items } = await run('device', 'assign', parameters);
		await run('device', 'assign', { ...parameters, easyAccess: true });
		const body = { device_id: third.device_id, current_device_password: ' pass word ' };
		expect(sent()).toEqual(
			[false, true].map((enable_easy_access) => ({
				...{ method: 'POST', path: '/devices/assign', body: { ...body, enable_easy_access } },
			})),
		);
		expect(items).toEqual([{ json: { success: true }, pairedItem: { item: 0 } }]);
	});

	it('refuses an empty password before any request', async () => {
		const error = await fail('device', 'assign', { device: byId(third), password: '' });
		expect(error.message).toBe("'Password' is empty");
		expect(sent()).toEqual([]);
	});

	it('tells of a wrong password without repeating it', async () => {
		company.devicePasswords.set(third.device_id, 'right');
		const error = await fail('device', 'assign', { device: byId(third), password: 'wr0ng' });
		expect(error.message).toContain('TeamViewer does not accept the password that was given');
		expect(JSON.stringify([error.message, error.description, error.context])).not.toContain(
			'wr0ng',
		);
	});
});

it.each(['get', 'update', 'delete', 'assign'])('%s never leaves /devices', async (operation) => {
	for (const id of ['', ' ', '.', '..', '../account', 'd1/../../users', '%2e%2e', 'd1?x=1', 'u1']) {
		const error = await fail('device', operation, {
			...{ device: locator('id', id), password: 'x', updateFields: { alias: 'x' } },
		});
		expect(error.message).toMatch(/^'Device' is /);
	}
	expect(sent()).toEqual([]);
});

it.each([
	['create', 'Computers & Contacts: add entries (ContactList.Create)'],
	['update', 'Computers & Contacts: edit entries (ContactList.Modify)'],
	['delete', 'Computers & Contacts: remove entries (ContactList.Delete)'],
	['assign', 'the one for assigning devices, whose name is not documented'],
])(
	'%s says which permission is missing, and that a user token is needed',
	async (operation, name) => {
		sandbox.faults.add({ status: 403, body: { error: 'insufficient_scope' } });
		const error = await fail('device', operation, {
			...{ device: byId(first), password: 'x', updateFields: { alias: 'x' } },
			...{ remoteControlId: '1234500010', group: locator('id', group) },
		});
		expect(error.message).toBe(`The TeamViewer token lacks a permission: ${name}`);
		expect(error.description).toContain('does not work with a company token');
	},
);
