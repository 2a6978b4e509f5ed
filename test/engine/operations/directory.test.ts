import { jsonOf, locator, nestedFields, workbench } from '../../harness/workbench';

const { sandbox, run, fail, sent } = workbench({ company: 'full' });
const { company } = sandbox;

/** TeamViewer tells a contact's address only to who filters by it. */
const withoutEmail = <T extends { email?: string }>(contact: T) => ({
	...contact,
	email: undefined,
});

/** Lists of people and things: where they are asked, what for, and what TeamViewer holds. */
const LISTS = [
	{
		resource: 'group',
		path: '/groups',
		query: undefined,
		records: () => company.groups,
		simplified: false,
	},
	{
		resource: 'contact',
		path: '/contacts',
		query: undefined,
		records: () => company.contacts.map(withoutEmail),
		simplified: true,
	},
	{
		resource: 'device',
		path: '/devices',
		query: undefined,
		records: () => company.devices,
		simplified: true,
	},
	{
		resource: 'user',
		path: '/users',
		query: { full_list: 'true' },
		records: () => company.users,
		simplified: true,
	},
];

describe.each(LISTS)('Get Many of $resource', ({ resource, path, query, records }) => {
	it("asks once and gives TeamViewer's own records", async () => {
		const { items, hints } = await run(resource, 'getAll', { returnAll: true, simplify: false });
		expect(sent()).toEqual([{ method: 'GET', path, ...(query && { query }) }]);
		expect(jsonOf(items)).toEqual(records());
		expect(hints).toEqual([]);
	});

	it('obeys Limit although TeamViewer sends everything, and says that more exist', async () => {
		const wanted = { limit: 3, simplify: false };
		const { items, hints } = await run(resource, 'getAll', wanted, { items: [{}, {}] });
		const first = records().slice(0, 3);
		expect(jsonOf(items)).toEqual([...first, ...first]);
		expect(hints[0]?.message).toBe(
			`More ${resource}s exist. Raise the limit or turn on Return All to get them.`,
		);
	});

	it('says nothing when Limit is just reached', async () => {
		const { items, hints } = await run(resource, 'getAll', { limit: records().length });
		expect(items).toHaveLength(records().length);
		expect(hints).toEqual([]);
	});

	it('pairs every record with its item', async () => {
		const { items } = await run(resource, 'getAll', { limit: 2 }, { items: [{}, {}] });
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 0 },
			{ item: 1 },
			{ item: 1 },
		]);
	});

	it('refuses a wrong Limit before any request', async () => {
		expect((await fail(resource, 'getAll', { limit: 0 })).message).toBe(
			"'Limit' must be a whole number above zero",
		);
		expect(sent()).toEqual([]);
	});
});

describe.each(LISTS.filter(({ simplified }) => simplified))(
	'Get Many of $resource, simplified',
	({ resource, records }) => {
		it('simplifies to at most ten flat fields, untouched', async () => {
			const { items } = await run(resource, 'getAll', { returnAll: true });
			expect(items).toHaveLength(records().length);
			items.forEach((item, index) => {
				expect(Object.keys(item.json).length).toBeLessThanOrEqual(10);
				expect(nestedFields(item)).toEqual([]);
				const { connect_link: link, ...fields } = item.json;
				expect(String(link ?? 'https://start.teamviewer.com/')).toMatch(
					/^https:\/\/start\.teamviewer\.com\//,
				);
				expect(records()[index]).toMatchObject(fields);
			});
		});
	},
);

describe('Filters of lists', () => {
	const asked = async (resource: string, filters: object) => {
		await run(resource, 'getAll', { filters: filters as never });
		return sent()[0]?.query;
	};

	it('groups by name and sharing', async () => {
		expect(await asked('group', { name: 'Berlin', shared: false })).toEqual({
			name: 'Berlin',
			shared: 'false',
		});
	});

	it('users by email and name', async () => {
		expect(await asked('user', { email: 'a@example.com', name: 'Ada' })).toEqual({
			email: 'a@example.com',
			name: 'Ada',
			full_list: 'true',
		});
	});

	it('devices by group, name, online state and remote control id', async () => {
		expect(
			await asked('device', {
				group: locator('id', 'g1'),
				name: 'FRONT',
				onlineState: 'Online',
				remoteControlId: '123 456 789',
			}),
		).toEqual({
			groupid: 'g1',
			name: 'FRONT',
			online_state: 'online',
			remotecontrol_id: 'r123456789',
		});
	});

	it('contacts by email, group, name and online state, with invitations', async () => {
		expect(
			await asked('contact', {
				email: 'a@example.com, b@example.com',
				group: locator('id', 'g1'),
				includeInvitations: true,
				name: 'Ada',
				onlineState: 'busy',
			}),
		).toEqual({
			email: 'a@example.com,b@example.com',
			groupid: 'g1',
			include_invitations: 'true',
			name: 'Ada',
			online_state: 'busy',
		});
	});

	it.each([
		['group', 'A part of the name is enough.'],
		['user', 'A part of the name is enough.'],
		['contact', 'Whether a part of the name is enough is not documented: give the whole name.'],
		['device', 'Whether a part of the name is enough is not documented: give the whole name.'],
	])('by name tell how a %s is found where nothing is', async (resource, rule) => {
		const { items, hints } = await run(resource, 'getAll', { filters: { name: 'Nobody at all' } });
		expect(items).toEqual([]);
		expect(hints.map(({ message }) => message)).toEqual([
			`Nothing found with 'Name' "Nobody at all". ${rule}`,
		]);
		const other = await run(resource, 'getAll', { filters: { name: '' } });
		expect(other.hints).toEqual([]);
	});

	it.each<[string, string, object, string]>([
		[
			'a group that is none',
			'device',
			{ group: locator('id', '../account') },
			'\'Group\' is "../account", which is not the ID of a group',
		],
		[
			'a remote control id that is none',
			'device',
			{ remoteControlId: '../../x' },
			'\'TeamViewer ID\' is "../../x", which is not a TeamViewer ID',
		],
		[
			'an online state that does not exist',
			'contact',
			{ onlineState: 'asleep' },
			'\'Online State\' is "asleep", which TeamViewer does not know',
		],
		[
			'a choice that is none',
			'group',
			{ shared: 'perhaps' },
			'\'Shared\' is "perhaps", which TeamViewer does not know',
		],
		[
			'a scope that does not exist',
			'managedDevice',
			{ scope: 'world' },
			'\'Scope\' is "world", which TeamViewer does not know',
		],
	])('refuse %s before any request', async (_, resource, filters, message) => {
		const error = await fail(resource, 'getAll', { filters: filters as never });
		expect(error.message).toBe(message);
		expect(sent()).toEqual([]);
	});
});

describe('Get contacts with invitations', () => {
	it('gives the invitations after the contacts, as TeamViewer sends them', async () => {
		const { items } = await run('contact', 'getAll', {
			returnAll: true,
			simplify: false,
			filters: { includeInvitations: true },
		});
		expect(jsonOf(items)).toEqual([...company.contacts.map(withoutEmail), ...company.invitations]);
	});

	it.each(['groupId', 'groupid'])("keeps TeamViewer's own key for the group: %s", async (key) => {
		const invitation = { [key]: 'g1', email: 'kim@example.org' };
		const invitations = [invitation, { ...invitation, contact_id: null, name: null, more: 1 }];
		sandbox.faults.add({ status: 200, body: { contacts: [], invitations } });
		const { items } = await run('contact', 'getAll', { filters: { includeInvitations: true } });
		expect(jsonOf(items)).toEqual([invitation, invitation]);
	});

	it('adds no link to a contact who is nobody yet: null counts as left out', async () => {
		const contact = { contact_id: 'c1', groupid: 'g1' };
		const contacts = [contact, { ...contact, user_id: null, name: null }];
		sandbox.faults.add({ status: 200, body: { contacts } });
		const { items } = await run('contact', 'getAll');
		expect(jsonOf(items)).toEqual([contact, contact]);
	});

	it('adds a link to connect to each contact, and none to an invitation', async () => {
		const { items } = await run('contact', 'getAll', {
			returnAll: true,
			filters: { includeInvitations: true },
		});
		expect(items.map(({ json }) => json.connect_link)).toEqual([
			...company.contacts.map(
				({ contact_id }) =>
					`https://start.teamviewer.com/contact/${contact_id}/authorization/prompt/mode/control`,
			),
			...company.invitations.map(() => undefined),
		]);
	});
});

describe('Get managed devices', () => {
	it('reads page after page by the token that TeamViewer gives', async () => {
		const { items } = await run('managedDevice', 'getAll', {
			returnAll: true,
			simplify: false,
			filters: { scope: 'company' },
		});
		expect(jsonOf(items)).toEqual(company.managedDevices);
		expect(sent().map(({ path }) => path)).toEqual(Array(3).fill('/managed/devices/company'));
		expect(sent().map(({ query }) => Object.keys(query ?? {}))).toEqual([
			[],
			['paginationToken'],
			['paginationToken'],
		]);
	});

	it('gives the own ones unless the company is chosen, and reads no page too many', async () => {
		const { items } = await run('managedDevice', 'getAll', { limit: 20 });
		expect(items).toHaveLength(20);
		expect(sent()).toEqual([{ method: 'GET', path: '/managed/devices' }]);
	});
});

describe('Get device', () => {
	const device = company.devices[0] as (typeof company.devices)[number];

	it('takes the one device out of the list that TeamViewer sends', async () => {
		const { items } = await run('device', 'get', {
			device: locator('id', device.device_id),
			simplify: false,
		});
		expect(sent()).toEqual([{ method: 'GET', path: `/devices/${device.device_id}` }]);
		expect(jsonOf(items)).toEqual([device]);
	});

	it('simplifies to at most ten flat fields', async () => {
		const { items } = await run('device', 'get', { device: locator('list', device.device_id) });
		expect(Object.keys(items[0]?.json ?? {}).length).toBeLessThanOrEqual(10);
		const { connect_link, ...own } = items[0]?.json ?? {};
		expect(device).toMatchObject(own);
		expect(connect_link).toContain(`/device/${device.remotecontrol_id}/`);
	});

	it('says so when the list is empty', async () => {
		sandbox.faults.add({ status: 200, body: { devices: [] } });
		const error = await fail('device', 'get', { device: locator('id', 'd404') });
		expect(error.message).toBe("TeamViewer's answer holds no device d404");
	});
});

describe('Get user', () => {
	it('gives the record unchanged with Simplify off, and simplified else', async () => {
		const user = company.users[1] as (typeof company.users)[number];
		const parameters = { user: locator('id', user.id) };
		const raw = await run('user', 'get', { ...parameters, simplify: false });
		expect(jsonOf(raw.items)).toEqual([user]);
		const simple = await run('user', 'get', parameters);
		expect(Object.keys(simple.items[0]?.json ?? {}).length).toBeLessThanOrEqual(10);
		expect(user).toMatchObject(simple.items[0]?.json ?? {});
		expect(sent()).toEqual(Array(2).fill({ method: 'GET', path: `/users/${user.id}` }));
	});
});

describe('One of a kind', () => {
	it.each(['', '../account', 'u1/../../account', '%2e%2e%2faccount', 'u1\naccount', 'ｕ1'])(
		'refuses the id %j before any request',
		async (id) => {
			expect((await fail('user', 'get', { user: locator('id', id) })).message).toMatch(
				/^'User' is /,
			);
			expect((await fail('device', 'get', { device: locator('id', id) })).message).toMatch(
				/^'Device' is /,
			);
			expect(sent()).toEqual([]);
		},
	);

	it('takes the id of each item', async () => {
		const ids = company.users.slice(0, 3).map(({ id }) => id);
		const { items } = await run(
			'user',
			'get',
			{ user: locator('id', '={{ $json.id }}') },
			{ items: [...ids, 'u9999999999'].map((id) => ({ id })), continueOnFail: true },
		);
		expect(items.slice(0, 3).map(({ json }) => json.id)).toEqual(ids);
		expect(items[3]?.json.error).toContain('TeamViewer');
	});
});

describe('Get account', () => {
	it('gives the account that the token belongs to', async () => {
		const { items } = await run('account', 'get');
		expect(sent()).toEqual([{ method: 'GET', path: '/account' }]);
		expect(items).toEqual([{ json: company.account, pairedItem: { item: 0 } }]);
	});
});
