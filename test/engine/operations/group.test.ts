import { tokenCredential } from '../../harness/engine';
import { jsonOf, locator, workbench } from '../../harness/workbench';

const { sandbox, run, fail, sent } = workbench();
const { company } = sandbox;
const me = company.account.userid ?? '';
const [, colleague] = company.users as [unknown, { id: string; name: string; email: string }];
const [policy, otherPolicy] = company.policies.map(({ policy_id }) => policy_id) as [
	string,
	string,
];

const newGroup = (owner = me) => company.addGroup('Seasonal', owner);
const byId = (id: string) => ({ group: locator('id', id) });
const stored = (id: string) => company.storedGroups.find((group) => group.id === id);

/** A group of the colleague's that is shared with the token's user. */
const sharedWithMe = () => {
	const group = newGroup(colleague.id);
	group.shares.push({ userid: me, name: 'Me', permissions: 'readwrite', pending: false });
	return group;
};

describe('Create group', () => {
	it('sends just the name, and gives the group', async () => {
		const { items } = await run('group', 'create', { name: ' Pop-up shops ' });
		expect(sent()).toEqual([{ method: 'POST', path: '/groups', body: { name: 'Pop-up shops' } }]);
		expect(items).toEqual([
			{
				json: { id: company.groups.at(-1)?.id, name: 'Pop-up shops', permissions: 'owned' },
				pairedItem: { item: 0 },
			},
		]);
	});

	it('gives it a policy', async () => {
		const { items } = await run('group', 'create', {
			name: 'Tills',
			additionalFields: { policy: locator('list', policy) },
		});
		expect(sent()[0]?.body).toEqual({ name: 'Tills', policy_id: policy });
		expect(items[0]?.json.policy_id).toBe(policy);
	});

	it('makes it for the owner where a company token needs one', async () => {
		const credential = tokenCredential(sandbox.credentials.companyToken);
		const additionalFields = { owner: locator('id', colleague.id.slice(1)) };
		await run('group', 'create', { name: 'Hers', additionalFields }, { credential });
		expect(sent()).toEqual([
			{ method: 'POST', path: `/users/${colleague.id}/groups`, body: { name: 'Hers' } },
		]);
		expect(company.storedGroups.at(-1)?.owner.userid).toBe(colleague.id);
	});

	it('says that it is not known whether the group was made when the answer is none', async () => {
		sandbox.faults.add({ status: 200, body: { done: true } });
		const error = await fail('group', 'create', { name: 'Lost' });
		expect(error.message).toBe("TeamViewer's answer is not a group: it has no id");
		expect(error.description).toContain('look before you send it again');
	});
});

describe('Get group', () => {
	it('gives the own group unchanged, whatever the form of its ID', async () => {
		const group = company.groups.find(({ permissions }) => permissions === 'owned');
		const { items } = await run('group', 'get', byId(String(group?.id.slice(1))));
		expect(sent()).toEqual([{ method: 'GET', path: `/groups/${group?.id}` }]);
		expect(jsonOf(items)).toEqual([group]);
	});

	it('tells whose it is where somebody else shares it', async () => {
		const { items } = await run('group', 'get', byId(sharedWithMe().id));
		expect(items[0]?.json).toMatchObject({
			owner: { userid: colleague.id },
			permissions: 'readwrite',
		});
	});

	it("gives an owner's view of it", async () => {
		const group = sharedWithMe();
		const credential = tokenCredential(sandbox.credentials.companyToken);
		const { items } = await run(
			'group',
			'get',
			{ ...byId(group.id), options: { owner: locator('id', colleague.id) } },
			{ credential },
		);
		expect(sent()[0]?.path).toBe(`/users/${colleague.id}/groups/${group.id}`);
		expect(items[0]?.json.permissions).toBe('owned');
	});

	it('understands a list of one', async () => {
		sandbox.faults.add({ status: 200, body: { groups: [{ id: 'g7', name: 'Seven' }] } });
		expect(jsonOf((await run('group', 'get', byId('g7'))).items)).toEqual([
			{ id: 'g7', name: 'Seven' },
		]);
	});
});

describe('Get groups', () => {
	it("lists an owner's groups, found by the email address with one look-up for all items", async () => {
		const credential = tokenCredential(sandbox.credentials.companyToken);
		const { items } = await run(
			'group',
			'getAll',
			{ returnAll: true, filters: { owner: locator('email', colleague.email), name: 'a' } },
			{ credential, items: [{}, {}] },
		);
		expect(sent()).toEqual([
			{ method: 'GET', path: '/users', query: { email: colleague.email } },
			...Array(2).fill({
				method: 'GET',
				path: `/users/${colleague.id}/groups`,
				query: { name: 'a' },
			}),
		]);
		expect(items.length).toBe(
			2 * company.groupsOf(colleague.id).filter(({ name }) => /a/i.test(String(name))).length,
		);
	});
});

describe('Update group', () => {
	it('renames it, and gives it as TeamViewer then holds it', async () => {
		const { id } = newGroup();
		const { items } = await run('group', 'update', {
			...byId(id),
			updateFields: { name: 'Winter' },
		});
		expect(sent()).toEqual([
			{ method: 'PUT', path: `/groups/${id}`, body: { name: 'Winter' } },
			{ method: 'GET', path: `/groups/${id}` },
		]);
		expect(items).toEqual([
			{ json: { id, name: 'Winter', permissions: 'owned' }, pairedItem: { item: 0 } },
		]);
	});

	it('reads the name first where only the policy changes: TeamViewer always wants one', async () => {
		const { id } = newGroup();
		await run('group', 'update', {
			...byId(id),
			updateFields: { policy: locator('id', policy.toUpperCase()) },
			options: { returnUpdated: false },
		});
		expect(sent()).toEqual([
			{ method: 'GET', path: `/groups/${id}` },
			{
				method: 'PUT',
				path: `/groups/${id}`,
				body: { name: 'Seasonal', policy_id: policy.toUpperCase() },
			},
		]);
		expect(stored(id)?.name).toBe('Seasonal');
	});

	it('reads nothing where the result is not wanted', async () => {
		const { id } = newGroup();
		const { items } = await run('group', 'update', {
			...byId(id),
			updateFields: { name: 'Winter', policy: locator('id', otherPolicy) },
			options: { returnUpdated: false },
		});
		expect(sent()).toHaveLength(1);
		expect(jsonOf(items)).toEqual([{ id, updated: true }]);
	});

	it("changes an owner's group", async () => {
		const { id } = newGroup(colleague.id);
		const credential = tokenCredential(sandbox.credentials.companyToken);
		const options = { owner: locator('id', colleague.id) };
		const given = { ...byId(id), updateFields: { name: 'Spring' }, options };
		await run('group', 'update', given, { credential });
		expect(sent().map(({ method, path }) => `${method} ${path}`)).toEqual([
			`PUT /users/${colleague.id}/groups/${id}`,
			`GET /users/${colleague.id}/groups/${id}`,
		]);
	});

	it('gives each item that changes the same group what came of its own change', async () => {
		const { id } = newGroup();
		const names = ['One', 'Two', 'Three'];
		const { items } = await run(
			'group',
			'update',
			{ ...byId(id), updateFields: { name: '={{ $json.name }}' } },
			{ items: names.map((name) => ({ name })) },
		);
		expect(items.map(({ json }) => json.name)).toEqual(names);
	});

	it('says that the group was changed when only reading it back failed', async () => {
		const { id } = newGroup();
		sandbox.faults.add({ method: 'GET', status: 403, body: { error: 'blocked' } });
		const error = await fail('group', 'update', { ...byId(id), updateFields: { name: 'Winter' } });
		expect(error.message).toMatch(/^The group was changed, but reading it back failed: /);
		expect(stored(id)?.name).toBe('Winter');
	});

	it.each<[string, object, string]>([
		['no field at all', {}, "'Update Fields' is empty, so there is nothing to change"],
		['an empty name', { name: ' ' }, "'Name' is empty"],
		['an empty policy', { policy: locator('list', '') }, "'Policy' is empty"],
		[
			'what only a device can inherit',
			{ policy: locator('id', 'inherit') },
			'\'Policy\' is "inherit", which is not the ID of a policy',
		],
	])('refuses %s before any request', async (_, updateFields, message) => {
		const given = { ...byId('g1'), updateFields: updateFields as never };
		const error = await fail('group', 'update', given);
		expect(error.message).toBe(message);
		expect(error.description).toBeTruthy();
		expect(sent()).toEqual([]);
	});
});

describe('Delete group', () => {
	it('deletes the own group', async () => {
		const { id } = newGroup();
		const { items } = await run('group', 'delete', byId(id));
		expect(sent()).toEqual([{ method: 'DELETE', path: `/groups/${id}` }]);
		expect(items).toEqual([{ json: { deleted: true }, pairedItem: { item: 0 } }]);
		expect(stored(id)).toBeUndefined();
	});

	it('only leaves a group that somebody else shares, as its description says', async () => {
		const { id } = sharedWithMe();
		await run('group', 'delete', byId(id));
		expect(stored(id)?.shares).toEqual([]);
	});

	it("deletes an owner's group", async () => {
		const { id } = newGroup(colleague.id);
		const credential = tokenCredential(sandbox.credentials.companyToken);
		const options = { owner: locator('id', colleague.id) };
		await run('group', 'delete', { ...byId(id), options }, { credential });
		expect(sent()[0]?.path).toBe(`/users/${colleague.id}/groups/${id}`);
		expect(stored(id)).toBeUndefined();
	});
});

describe('Share group', () => {
	it('shares it for reading unless more is chosen, and says that it is done', async () => {
		const { id } = newGroup();
		const { items } = await run('group', 'share', {
			...byId(id),
			user: locator('id', colleague.id),
		});
		expect(sent()).toEqual([
			{
				method: 'POST',
				path: `/groups/${id}/share_group`,
				body: { users: [{ userid: colleague.id, permissions: 'read' }] },
			},
		]);
		expect(items).toEqual([{ json: { success: true }, pairedItem: { item: 0 } }]);
		expect(stored(id)?.shares).toMatchObject([{ userid: colleague.id, pending: true }]);
	});

	it("changes what the user may do, in an owner's group, the user found by email", async () => {
		const [first] = company.users as [{ id: string; email: string }];
		const { id } = sharedWithMe();
		const credential = tokenCredential(sandbox.credentials.companyToken);
		await run(
			'group',
			'share',
			{
				...byId(id),
				user: locator('email', first.email),
				permission: 'readwrite',
				options: { owner: locator('id', colleague.id) },
			},
			{ credential },
		);
		expect(sent()[1]).toEqual({
			method: 'POST',
			path: `/users/${colleague.id}/groups/${id}/share_group`,
			body: { users: [{ userid: first.id, permissions: 'readwrite' }] },
		});
	});

	it('gives what TeamViewer answers, where it answers something', async () => {
		const { id } = newGroup();
		sandbox.faults.add({ method: 'POST', status: 200, body: { shared: 1 } });
		const given = { ...byId(id), user: locator('id', colleague.id) };
		expect(jsonOf((await run('group', 'share', given)).items)).toEqual([{ shared: 1 }]);
	});

	it('refuses another permission and a missing user before any request', async () => {
		const user = locator('id', colleague.id);
		const permission = await fail('group', 'share', { ...byId('g1'), user, permission: 'all' });
		expect(permission.message).toBe('\'Permission\' is "all", which TeamViewer does not know');
		expect((await fail('group', 'share', byId('g1'))).message).toBe("'User' is empty");
		expect(sent()).toEqual([]);
	});
});

describe('Unshare group', () => {
	it('takes the share back', async () => {
		const group = newGroup();
		group.shares.push({ userid: colleague.id, name: '', permissions: 'read', pending: false });
		const { items } = await run('group', 'unshare', {
			...byId(group.id),
			user: locator('list', colleague.id),
		});
		expect(sent()).toEqual([
			{
				method: 'POST',
				path: `/groups/${group.id}/unshare_group`,
				body: { users: [colleague.id] },
			},
		]);
		expect(jsonOf(items)).toEqual([{ deleted: true }]);
		expect(group.shares).toEqual([]);
	});

	it("tells TeamViewer's reason where there is no such share, and goes on with the next item", async () => {
		const group = newGroup();
		group.shares.push({ userid: colleague.id, name: '', permissions: 'read', pending: false });
		const { items } = await run(
			'group',
			'unshare',
			{ ...byId(group.id), user: locator('id', '={{ $json.user }}') },
			{ items: [{ user: 'u1' }, { user: colleague.id }], continueOnFail: true },
		);
		expect(items).toMatchObject([
			{ json: { error: expect.stringContaining('not shared') as string } },
			{ json: { deleted: true }, pairedItem: { item: 1 } },
		]);
	});
});

describe('A group', () => {
	const parameters = { user: locator('id', 'u1'), updateFields: { name: 'x' } };

	it.each(['', ' ', '..', '../users', 'g1/../../users', '%2e%2e', 'g1?x=1', '0x1', 'ｇ1'])(
		'is not looked for under %j, nor under an owner of that ID',
		async (id) => {
			for (const operation of ['get', 'update', 'delete', 'share', 'unshare']) {
				const error = await fail('group', operation, { ...byId(id), ...parameters });
				expect(error.message).toMatch(/^'Group' is /);
			}
			expect(sent()).toEqual([]);
			if (id.trim() === '') return;
			const owner = locator('id', id);
			for (const operation of ['get', 'update', 'delete', 'share', 'unshare']) {
				const given = { ...byId('g1'), ...parameters, options: { owner } };
				expect((await fail('group', operation, given)).message).toMatch(/^'Owner' is /);
			}
			const create = { name: 'x', additionalFields: { owner } };
			expect((await fail('group', 'create', create)).message).toMatch(/^'Owner' is /);
			expect((await fail('group', 'getAll', { filters: { owner } })).message).toMatch(
				/^'Owner' is /,
			);
			expect(sent()).toEqual([]);
		},
	);

	it.each<[string, string]>([
		['get', 'Groups.Read'],
		['update', 'Groups.Modify'],
		['delete', 'Groups.Delete'],
		['share', 'Groups.Share'],
		['unshare', 'Groups.Share'],
	])('tells on %s that %s is missing, with an owner too', async (operation, scope) => {
		const credential = tokenCredential(sandbox.credentials.limitedToken(['Account.Read']));
		for (const options of [{}, { owner: locator('id', me) }]) {
			const given = { ...byId(newGroup().id), ...parameters, options };
			const error = await fail('group', operation, given, { credential });
			expect(error.message).toBe(
				`The TeamViewer token lacks a permission: ${scope} (Group management)`,
			);
		}
	});
});
