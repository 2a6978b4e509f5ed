import { jsonOf, locator, workbench } from '../../harness/workbench';

const { sandbox, run, fail, sent } = workbench({ company: 'full' });
const { company } = sandbox;
const { estate } = company;
const [me, colleague, third] = company.users as [User, User, User];
type User = (typeof company.users)[number];
const numberOf = ({ id }: User) => Number(id.slice(1));
const userGroup = company.userGroups[0]?.id ?? 0;
const NOBODY = '00000000-0000-4000-8000-000000000000';

/** A managed device, and how it is chosen. */
const newDevice = () => {
	const { id } = sandbox.addManagedDevice();
	return { id, managedDevice: locator('id', id), path: `/managed/devices/${id}/managers` };
};
const newGroup = () => {
	const { id } = sandbox.addDeviceGroup('Tills');
	const deviceGroup = locator('id', id);
	return { id, target: 'deviceGroup', deviceGroup, path: `/managed/groups/${id}/managers` };
};
/** A device that the colleague manages too, without any permission. */
const sharedDevice = () => {
	const device = newDevice();
	const manager = company.newGuid();
	estate.device(device.id)?.managers.push({
		...{ id: manager, type: 'account', accountId: numberOf(colleague), name: colleague.name },
		permissions: [],
	});
	return { ...device, manager };
};

describe('Get managers', () => {
	it.each(['managedDevice', 'deviceGroup'])('gives those of a %s', async (target) => {
		const { id, path, ...chosen } = target === 'deviceGroup' ? newGroup() : newDevice();
		const { items } = await run('manager', 'getAll', { ...chosen, returnAll: true });
		expect(sent()).toEqual([{ method: 'GET', path }]);
		const managers = (target === 'deviceGroup' ? estate.group(id) : estate.device(id))?.managers;
		expect(jsonOf(items)).toEqual(managers);
		expect(items[0]?.pairedItem).toEqual({ item: 0 });
	});

	it('gives none where TeamViewer sends null for the list', async () => {
		sandbox.faults.add({ status: 200, body: { resources: null, nextPaginationToken: null } });
		const { items } = await run('manager', 'getAll', { managedDevice: newDevice().managedDevice });
		expect(items).toEqual([]);
	});

	it.each([
		['managedDevice', 'managed device'],
		['deviceGroup', 'device group'],
	])('says which %s TeamViewer does not know', async (target, thing) => {
		const error = await fail('manager', 'getAll', { target, [target]: locator('id', NOBODY) });
		expect(error.message).toBe(`TeamViewer does not know ${thing} ${NOBODY}`);
	});

	it('stops at Limit and says that more exist', async () => {
		const { managedDevice } = sharedDevice();
		const wanted = { managedDevice, limit: 1 };
		const { items, hints } = await run('manager', 'getAll', wanted, { items: [{}, {}] });
		expect(items).toHaveLength(2);
		expect(hints[0]?.message).toContain('More managers exist');
	});
});

describe('Add manager', () => {
	it("sends a list with the user's number, and gives the manager that TeamViewer answers", async () => {
		const { managedDevice, path, id } = newDevice();
		const { items } = await run('manager', 'add', {
			...{ managedDevice, user: locator('id', colleague.id) },
			permissions: ['EasyAccess', 'DeviceDescription'],
		});
		expect(sent()).toEqual([
			{
				method: 'POST',
				path,
				body: [
					{ accountId: numberOf(colleague), permissions: ['EasyAccess', 'DeviceDescription'] },
				],
			},
		]);
		expect(items).toEqual([{ json: estate.device(id)?.managers.at(-1), pairedItem: { item: 0 } }]);
	});

	it('finds the user by email', async () => {
		const { managedDevice } = newDevice();
		await run('manager', 'add', { managedDevice, user: locator('email', third.email ?? '') });
		expect(sent().at(-1)?.body).toEqual([{ accountId: numberOf(third), permissions: [] }]);
	});

	it('lets a user group or a company manage a device group', async () => {
		const { path, target, deviceGroup } = newGroup();
		const group = { target, deviceGroup };
		await run('manager', 'add', {
			...{ ...group, managerType: 'userGroup', userGroup: locator('id', String(userGroup)) },
			permissions: ['GroupAdministration'],
		});
		const { companyId } = company.profile;
		await run('manager', 'add', { ...group, managerType: 'company', companyId });
		expect(sent()).toEqual([
			{
				...{ method: 'POST', path },
				body: [{ usergroupId: userGroup, permissions: ['GroupAdministration'] }],
			},
			{ method: 'POST', path, body: [{ companyId, permissions: [] }] },
		]);
	});

	it.each([
		['user', 'user', 'accountId', 'u'],
		['user group', 'userGroup', 'usergroupId', ''],
	])(
		'sends a %s by a number that JavaScript does not hold as text',
		async (_, type, key, letter) => {
			const number = '90071992547409931';
			const { managedDevice } = newDevice();
			sandbox.faults.add({ method: 'POST', status: 201, body: [] });
			await run('manager', 'add', {
				...{ managedDevice, managerType: type, [type]: locator('id', letter + number) },
			});
			expect(sent()[0]?.body).toEqual([{ [key]: number, permissions: [] }]);
		},
	);

	it.each([
		['a list of words in any case', '={{ ["easyaccess", "POLICYADMINISTRATION"] }}'],
		['text', '={{ "EasyAccess, PolicyAdministration" }}'],
		["TeamViewer's numbers", '={{ [5, 3] }}'],
		['numbers as text', '={{ "5,3" }}'],
		['the same twice', '={{ [5, "EasyAccess", 3] }}'],
	])('understands permissions as %s, and sends words', async (_, permissions) => {
		const { managedDevice } = newDevice();
		const user = locator('id', colleague.id);
		await run('manager', 'add', { managedDevice, user, permissions });
		expect(sent()[0]?.body).toEqual([
			{ accountId: numberOf(colleague), permissions: ['EasyAccess', 'PolicyAdministration'] },
		]);
	});

	it('says that it succeeded where TeamViewer answers nothing', async () => {
		const { managedDevice } = newDevice();
		sandbox.faults.add({ method: 'POST', status: 204 });
		const { items } = await run('manager', 'add', { managedDevice, user: locator('id', me.id) });
		expect(jsonOf(items)).toEqual([{ success: true }]);
	});

	it.each<[string, object, string]>([
		[
			'Group Administration for a device',
			{ permissions: ['EasyAccess', 'GroupAdministration'] },
			"'Permissions' holds Group Administration, which exists for device groups only",
		],
		[
			'its number for a device',
			{ permissions: '={{ [1] }}' },
			"'Permissions' holds Group Administration, which exists for device groups only",
		],
		[
			'a permission that does not exist',
			{ permissions: ['Everything'] },
			'\'Permissions\' is "Everything", which TeamViewer does not know',
		],
		[
			'a number that means nothing',
			{ permissions: '={{ [12] }}' },
			'\'Permissions\' is "12", which TeamViewer does not know',
		],
		['no user', { user: locator('list', '') }, "'User' is empty"],
		['no user group', { managerType: 'userGroup' }, "'User Group' is empty"],
		['no company', { managerType: 'company' }, "'Company ID' must be the number of a company"],
		[
			'a company that is none',
			{ managerType: 'company', companyId: '12.5' },
			"'Company ID' must be the number of a company",
		],
		['no device', { managedDevice: locator('list', '') }, "'Managed Device' is empty"],
		['no device group', { target: 'deviceGroup' }, "'Device Group' is empty"],
		[
			'a target that does not exist',
			{ target: 'planet' },
			'\'Target\' is "planet", which TeamViewer does not know',
		],
	])('refuses %s before any request', async (_, parameters, message) => {
		const error = await fail('manager', 'add', {
			...{ managedDevice: locator('id', NOBODY), user: locator('id', colleague.id) },
			...parameters,
		});
		expect(error.message).toBe(message);
		expect(sent()).toEqual([]);
	});
});

describe('Update manager', () => {
	it("replaces the permissions, and gives TeamViewer's answer without reading again", async () => {
		const { managedDevice, path, manager } = sharedDevice();
		const { items } = await run('manager', 'update', {
			...{ managedDevice, manager: locator('list', manager), permissions: ['EasyAccess'] },
		});
		const body = { permissions: ['EasyAccess'] };
		expect(sent()).toEqual([{ method: 'PUT', path: `${path}/${manager}`, body }]);
		expect(items).toMatchObject([{ json: { id: manager, ...body }, pairedItem: { item: 0 } }]);
	});

	it.each(['u', ''])(
		'finds the manager by the user, with and without its letter',
		async (letter) => {
			const { managedDevice, path, manager } = sharedDevice();
			await run('manager', 'update', {
				...{ managedDevice, permissions: ['EasyAccess'] },
				manager: locator('user', letter + colleague.id.slice(1)),
			});
			expect(sent()).toMatchObject([
				{ method: 'GET', path },
				{ method: 'PUT', path: `${path}/${manager}` },
			]);
		},
	);

	it.each([
		['nothing', { status: 204 }],
		['a manager without an ID', { status: 200, body: { id: null } }],
	])('reads the manager where TeamViewer answers %s', async (_, answer) => {
		const { managedDevice, path, manager } = sharedDevice();
		sandbox.faults.add({ method: 'PUT', ...answer });
		const { items } = await run('manager', 'update', {
			...{ managedDevice, manager: locator('id', manager), permissions: ['EasyAccess'] },
		});
		expect(sent()[1]).toEqual({ method: 'GET', path });
		expect(items[0]?.json.id).toBe(manager);
	});

	it('blames no proxy where TeamViewer takes the change and does not list the manager', async () => {
		const { managedDevice } = newDevice();
		sandbox.faults.add({ method: 'PUT', status: 204 });
		const error = await fail('manager', 'update', {
			...{ managedDevice, manager: locator('id', NOBODY), permissions: ['EasyAccess'] },
		});
		expect(error.message).toBe(
			`The manager was changed, but reading it back failed: TeamViewer does not know manager ${NOBODY}`,
		);
		expect(error.description).toContain('it may have been deleted');
		expect(error.description).not.toContain('proxy');
	});

	it('is content where the permissions already are as wanted', async () => {
		const { managedDevice, manager } = sharedDevice();
		const { items } = await run('manager', 'update', {
			...{ managedDevice, manager: locator('id', manager), permissions: [] },
		});
		expect(items[0]?.json).toMatchObject({ id: manager, permissions: [] });
	});

	it('gives just the ID where nobody wants to see the manager', async () => {
		const { managedDevice, manager } = sharedDevice();
		const { items } = await run('manager', 'update', {
			...{ managedDevice, manager: locator('id', manager), permissions: ['EasyAccess'] },
			options: { returnUpdated: false },
		});
		expect(jsonOf(items)).toEqual([{ id: manager, updated: true }]);
		expect(sent()).toHaveLength(1);
	});

	it('says why the last who may name managers cannot be demoted', async () => {
		const { managedDevice } = newDevice();
		const error = await fail('manager', 'update', {
			...{ managedDevice, manager: locator('user', me.id), permissions: ['EasyAccess'] },
		});
		expect(error.description).toContain(
			"the last manager with 'Manager Administration' has to keep it",
		);
	});

	it('says so where the user is no manager in person', async () => {
		const { managedDevice } = newDevice();
		const error = await fail('manager', 'update', {
			...{ managedDevice, manager: locator('user', third.id), permissions: ['EasyAccess'] },
		});
		expect(error.message).toBe(
			`'Manager' is the user ${third.id}, who does not manage this device in person`,
		);
		expect(sent().map(({ method }) => method)).toEqual(['GET']);
	});
});

describe('Remove manager', () => {
	it('removes the one manager', async () => {
		const { managedDevice, path, manager, id } = sharedDevice();
		const { items } = await run('manager', 'remove', {
			...{ managedDevice, manager: locator('id', manager) },
		});
		expect(sent()).toEqual([{ method: 'DELETE', path: `${path}/${manager}` }]);
		expect(items).toEqual([{ json: { deleted: true }, pairedItem: { item: 0 } }]);
		expect(estate.device(id)?.managers).toHaveLength(1);
	});

	it('gives access for a while: added by the user, removed by the user', async () => {
		const { path, id, ...group } = newGroup();
		await run('manager', 'add', {
			...{ ...group, user: locator('id', colleague.id), permissions: ['EasyAccess'] },
		});
		await run('manager', 'remove', { ...group, manager: locator('user', colleague.id) });
		expect(sent().map(({ method }) => method)).toEqual(['POST', 'GET', 'DELETE']);
		expect(sent()[2]?.path.startsWith(`${path}/`)).toBe(true);
		expect(estate.group(id)?.managers).toHaveLength(1);
	});

	it.each([
		['AccountId', 'Id'],
		['accountid', 'ID'],
	])('finds the ID of the user, however TeamViewer spells %s and %s', async (account, key) => {
		const { managedDevice, path, manager } = sharedDevice();
		const listed = { [account]: numberOf(colleague), [key]: manager };
		sandbox.faults.add({ method: 'GET', status: 200, body: { resources: [listed] } });
		await run('manager', 'remove', { managedDevice, manager: locator('user', colleague.id) });
		expect(sent().at(-1)).toEqual({ method: 'DELETE', path: `${path}/${manager}` });
	});

	it.each([{}, { id: null }])('removes nobody where the list has no ID: %j', async (id) => {
		const { managedDevice } = sharedDevice();
		const listed = { accountId: numberOf(colleague), ...id };
		sandbox.faults.add({ method: 'GET', status: 200, body: { resources: [listed] } });
		const error = await fail('manager', 'remove', {
			...{ managedDevice, manager: locator('user', colleague.id) },
		});
		expect(error.message).toBe("TeamViewer's answer is not a manager: it has no id");
		expect(sent().map(({ method }) => method)).toEqual(['GET']);
	});

	it('goes on after a failed item where the node is set to continue', async () => {
		const { managedDevice, manager } = sharedDevice();
		const { items } = await run(
			'manager',
			'remove',
			{ managedDevice, manager: locator('id', '={{ $json.id }}') },
			{ items: [{ id: NOBODY }, { id: manager }], continueOnFail: true },
		);
		expect(items).toMatchObject([
			{ json: { error: `TeamViewer does not know manager ${NOBODY}` }, pairedItem: { item: 0 } },
			{ json: { deleted: true }, pairedItem: { item: 1 } },
		]);
	});

	it.each(['', ' ', '..', `${NOBODY}/..`, '%2e%2e', 'u1'])(
		'refuses the manager %j before any request',
		async (id) => {
			const managedDevice = locator('id', NOBODY);
			for (const operation of ['update', 'remove']) {
				const manager = locator('id', id);
				const error = await fail('manager', operation, { managedDevice, manager });
				expect(error.message).toMatch(/^'Manager' is /);
			}
			expect(sent()).toEqual([]);
		},
	);
});

it("says what somebody needs who may not change a device's managers", async () => {
	const foreign = estate.records[2]?.device.id ?? '';
	const error = await fail('manager', 'add', {
		...{ managedDevice: locator('id', foreign), user: locator('id', colleague.id) },
	});
	expect(error.message).toContain('Device Groups: modifying operations');
	expect(error.description).toContain("manager permission 'Manager Administration'");
});
