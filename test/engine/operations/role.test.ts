import { jsonOf, locator, workbench } from '../../harness/workbench';

jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../../harness/noWaiting')>('../../harness/noWaiting')
		.n8nWorkflowWithoutWaiting(),
);

const { sandbox, run, fail, sent } = workbench({ company: 'full', pageSize: 2 });
const { company } = sandbox;
const { roles } = company;
const UNKNOWN = '00000000-0000-4000-8000-000000000000';
const HOSTILE = ['../users', 'x/../../company', '%2e%2e', '', ' ', '.', UNKNOWN.slice(1), 'ａ'];
const SUCCESS = [{ success: true }];

const newRole = (name: string, permissions: string[] = ['ManageUsers', 'AllowGroupSharing']) => {
	const role = { id: company.newGuid(), name, permissions };
	roles.roles.push(role);
	return role;
};
const byId = (id: string | number) => locator('id', String(id));
const asShown = ({ id, name, permissions }: (typeof roles.roles)[number]) => ({
	Id: id,
	Name: name,
	Permissions: {
		AllowGroupSharing: permissions.includes('AllowGroupSharing'),
		ManageAdmins: permissions.includes('ManageAdmins'),
		ManageUsers: permissions.includes('ManageUsers'),
		ModifyConnections: permissions.includes('ModifyConnections'),
		DeleteConnections: permissions.includes('DeleteConnections'),
		AssignBackupPolicies: permissions.includes('AssignBackupPolicies'),
	},
});

describe('Get roles', () => {
	it("gives TeamViewer's own roles in one call", async () => {
		const { items } = await run('role', 'getAll', { returnAll: true });
		expect(sent()).toEqual([{ method: 'GET', path: '/userroles' }]);
		expect(jsonOf(items)).toEqual(roles.roles.map(asShown));
		expect(items[0]?.pairedItem).toEqual({ item: 0 });
	});

	it('says when there are more than the limit', async () => {
		const { items, hints } = await run('role', 'getAll', { limit: 1 }, { items: [{}, {}] });
		expect(items).toHaveLength(2);
		expect(hints[0]?.message).toContain('More roles exist');
	});

	it('reads the answer however TeamViewer spells its keys', async () => {
		sandbox.faults.add({
			status: 200,
			body: { roles: [{ id: UNKNOWN, name: 'Auditor', permissions: ['ManageUsers'], kind: 1 }] },
		});
		const { items } = await run('role', 'getAll');
		expect(jsonOf(items)).toEqual([
			{ Id: UNKNOWN, Name: 'Auditor', Permissions: ['ManageUsers'], kind: 1 },
		]);
	});
});

describe('Get role permissions', () => {
	it.each<[string, object | undefined]>([
		['as TeamViewer sends them', undefined],
		['from a bare list', ['AllowGroupSharing', 'ManageUsers']],
		['from a list under a key in lower case', { permissions: ['AllowGroupSharing'] }],
	])('gives one item a permission, %s', async (_, body) => {
		if (body) sandbox.faults.add({ status: 200, body });
		const { items } = await run('role', 'getPermissions');
		expect(sent()).toEqual([{ method: 'GET', path: '/userroles/permissions' }]);
		expect(items[0]).toEqual({
			json: { permission: 'AllowGroupSharing' },
			pairedItem: { item: 0 },
		});
	});
});

describe('Create role', () => {
	it('sends name and permissions, and gives the role without its wrapping', async () => {
		const { items } = await run('role', 'create', {
			name: ' Auditor ',
			permissions: ['ManageUsers', 'ModifyConnections'],
		});
		expect(sent()).toEqual([
			{
				method: 'POST',
				path: '/userroles',
				body: { Name: 'Auditor', Permissions: ['ManageUsers', 'ModifyConnections'] },
			},
		]);
		expect(jsonOf(items)).toEqual([asShown(roles.named('Auditor')!)]);
	});

	it('takes permissions from an expression, as text or as a list', async () => {
		await run(
			'role',
			'create',
			{ name: '={{ $json.name }}', permissions: '={{ $json.permissions }}' },
			{
				items: [
					{ name: 'Text', permissions: 'ManageUsers, ManageAdmins' },
					{ name: 'List', permissions: ['ManageUsers', 'ManageAdmins'] },
				],
			},
		);
		const permissions = ['ManageUsers', 'ManageAdmins'];
		expect(roles.named('Text')).toMatchObject({ permissions });
		expect(roles.named('List')).toMatchObject({ permissions });
	});

	it('makes a role without any permission when none is chosen', async () => {
		await run('role', 'create', { name: 'Guest' });
		expect(sent()[0]?.body).toEqual({ Name: 'Guest', Permissions: [] });
	});

	it('reads an answer in lower case, and permissions as a list', async () => {
		sandbox.faults.add({
			status: 200,
			body: { role: { id: UNKNOWN, name: 'Auditor', permissions: ['ManageUsers'] } },
		});
		const { items } = await run('role', 'create', { name: 'Auditor' });
		expect(jsonOf(items)).toEqual([{ Id: UNKNOWN, Name: 'Auditor', Permissions: ['ManageUsers'] }]);
	});

	it('warns to look first when the answer is no role', async () => {
		sandbox.faults.add({ status: 200, body: {} });
		const error = await fail('role', 'create', { name: 'Auditor' });
		expect(error.message).toBe("TeamViewer's answer is not a role: it has no Id");
		expect(error.description).toContain('look before you send it again');
	});

	it.each([
		['an empty name', ' ', "'Name' is empty"],
		[
			'a name that is too long',
			'x'.repeat(51),
			"'Name' is 51 characters long; TeamViewer takes at most 50",
		],
	])('refuses %s before any call', async (_, name, message) => {
		expect((await fail('role', 'create', { name })).message).toBe(message);
		expect(sent()).toEqual([]);
	});

	it('tells of a name that is taken, and goes on where failures are allowed', async () => {
		newRole('Taken');
		const { items } = await run(
			'role',
			'create',
			{ name: '={{ $json.name }}' },
			{ items: [{ name: 'Taken' }, { name: 'Free' }], continueOnFail: true },
		);
		expect(items).toMatchObject([
			{
				json: { error: 'TeamViewer refused the request: There is a role of this name already.' },
				pairedItem: { item: 0 },
			},
			{ json: { Name: 'Free' }, pairedItem: { item: 1 } },
		]);
	});
});

describe('Update role', () => {
	it('reads a role before it is renamed, so that its permissions stay', async () => {
		const role = newRole('Old name');
		const { items } = await run('role', 'update', {
			role: byId(role.id),
			updateFields: { name: 'New name' },
		});
		expect(sent()).toEqual([
			{ method: 'GET', path: '/userroles' },
			{
				method: 'PUT',
				path: '/userroles',
				body: {
					UserRoleId: role.id,
					Name: 'New name',
					Permissions: ['AllowGroupSharing', 'ManageUsers'],
				},
			},
			{ method: 'GET', path: '/userroles' },
		]);
		expect(jsonOf(items)).toEqual([asShown(role)]);
		expect(role.permissions).toEqual(['AllowGroupSharing', 'ManageUsers']);
	});

	it('keeps the name when only permissions are replaced', async () => {
		const role = newRole('Kept');
		await run('role', 'update', {
			role: byId(role.id.toUpperCase()),
			updateFields: { permissions: ['ManageAdmins'] },
			options: { returnUpdated: false },
		});
		expect(role).toMatchObject({ name: 'Kept', permissions: ['ManageAdmins'] });
	});

	it('takes every permission away when the field is left empty', async () => {
		const role = newRole('Emptied');
		await run('role', 'update', { role: byId(role.id), updateFields: { permissions: [] } });
		expect(sent()[1]?.body).toMatchObject({ Name: 'Emptied', Permissions: [] });
		expect(role.permissions).toEqual([]);
	});

	it('needs no look when both are given', async () => {
		const role = newRole('Both');
		const { items } = await run('role', 'update', {
			role: byId(role.id),
			updateFields: { name: 'Both new', permissions: ['ManageUsers'] },
			options: { returnUpdated: false },
		});
		expect(sent().map(({ method }) => method)).toEqual(['PUT']);
		expect(jsonOf(items)).toEqual([{ Id: role.id, updated: true }]);
	});

	it('keeps the look that a rename needs where the role is not to be read again', async () => {
		const role = newRole('Looked at');
		await run('role', 'update', {
			role: byId(role.id),
			updateFields: { name: 'Looked at again' },
			options: { returnUpdated: false },
		});
		expect(sent().map(({ method }) => method)).toEqual(['GET', 'PUT']);
	});

	it.each<[string, unknown]>([
		['a list of names', ['ManageUsers']],
		['switches under keys in lower case', { ManageUsers: true, ManageAdmins: false }],
	])('sends again what is granted by %s', async (_, permissions) => {
		sandbox.faults.add({
			status: 200,
			body: { roles: [{ id: UNKNOWN, name: 'Auditor', permissions }] },
		});
		sandbox.faults.add({ method: 'PUT', status: 204 });
		await run('role', 'update', {
			role: byId(UNKNOWN),
			updateFields: { name: 'Controller' },
			options: { returnUpdated: false },
		});
		expect(sent()[1]?.body).toEqual({
			UserRoleId: UNKNOWN,
			Name: 'Controller',
			Permissions: ['ManageUsers'],
		});
	});

	it.each([[undefined], [null], [{ ManageUsers: 'yes' }], [[1]]])(
		'changes nothing where the present permissions are told as %j',
		async (Permissions) => {
			const Roles = [{ Id: UNKNOWN, Name: 'Auditor', Permissions }];
			sandbox.faults.add({ status: 200, body: { Roles } });
			const error = await fail('role', 'update', {
				role: byId(UNKNOWN),
				updateFields: { name: 'Controller' },
			});
			expect(error.message).toBe(
				"TeamViewer's answer does not tell which permissions the role has",
			);
			expect(sent()).toHaveLength(1);
		},
	);

	it('changes nothing when there is no such role', async () => {
		const error = await fail('role', 'update', {
			role: byId(UNKNOWN),
			updateFields: { name: 'Controller' },
		});
		expect(error.message).toBe(`TeamViewer does not know role ${UNKNOWN}`);
		expect(error.context.reason).toBe('notFound');
		expect(sent()).toHaveLength(1);
	});

	it('gives each item the role as its own change left it', async () => {
		const role = newRole('First');
		const { items } = await run(
			'role',
			'update',
			{ role: byId(role.id), updateFields: { name: '={{ $json.name }}' } },
			{ items: [{ name: 'Second' }, { name: 'Third' }] },
		);
		expect(items.map(({ json }) => json.Name)).toEqual(['Second', 'Third']);
		expect(role.permissions).toEqual(['AllowGroupSharing', 'ManageUsers']);
	});

	it('says that the change was made when only reading it back failed', async () => {
		const role = newRole('Unread');
		sandbox.faults.add({ method: 'GET', after: 1, status: 404 });
		const error = await fail('role', 'update', {
			role: byId(role.id),
			updateFields: { name: 'Changed all the same' },
		});
		expect(error.message).toMatch(/^The role was changed, but reading it back failed: /);
		expect(role.name).toBe('Changed all the same');
	});

	it.each<[string, object, string]>([
		['nothing to change', {}, "'Update Fields' is empty, so there is nothing to change"],
		['an empty name', { name: '' }, "'Name' is empty"],
	])('refuses %s before any call', async (_, updateFields, message) => {
		const error = await fail('role', 'update', {
			role: byId(UNKNOWN),
			updateFields: updateFields as { name?: string },
		});
		expect(error.message).toBe(message);
		expect(sent()).toEqual([]);
	});
});

describe('Delete role', () => {
	it('sends the ID in the query, without a body', async () => {
		const role = newRole('Short-lived');
		const { items } = await run('role', 'delete', { role: byId(role.id) });
		expect(sent()).toEqual([
			{ method: 'DELETE', path: '/userroles', query: { userRoleId: role.id } },
		]);
		expect(jsonOf(items)).toEqual([{ deleted: true }]);
		expect(roles.find(role.id)).toBeUndefined();
	});

	it('names the role that TeamViewer does not know', async () => {
		const error = await fail('role', 'delete', { role: byId(UNKNOWN) });
		expect(error.message).toBe(`TeamViewer does not know role ${UNKNOWN}`);
	});
});

describe('The role of new users', () => {
	it('is read, set and cleared', async () => {
		const role = newRole('For newcomers');
		expect(jsonOf((await run('role', 'setPredefined', { role: byId(role.id) })).items)).toEqual(
			SUCCESS,
		);
		expect(jsonOf((await run('role', 'getPredefined')).items)).toEqual([{ roleId: role.id }]);
		expect(jsonOf((await run('role', 'clearPredefined')).items)).toEqual(SUCCESS);
		expect(jsonOf((await run('role', 'getPredefined')).items)).toEqual([{ roleId: null }]);
		expect(sent()).toEqual([
			{ method: 'PUT', path: `/userroles/${role.id}/predefined` },
			{ method: 'GET', path: '/userroles/predefined' },
			{ method: 'DELETE', path: '/userroles/predefined' },
			{ method: 'GET', path: '/userroles/predefined' },
		]);
	});

	it.each([
		['the other spelling', { PredefineduserRoleId: UNKNOWN }, UNKNOWN],
		['null', 'null', null],
		['nothing', '', null],
	])('is read from %s', async (_, body, roleId) => {
		sandbox.faults.add({ status: 200, body, headers: { 'content-type': 'application/json' } });
		expect(jsonOf((await run('role', 'getPredefined')).items)).toEqual([{ roleId }]);
	});

	it('is the one of the last item', async () => {
		const ids = ['A', 'B', 'C'].map((name) => newRole(`Newcomers ${name}`).id);
		await run(
			'role',
			'setPredefined',
			{ role: locator('id', '={{ $json.id }}') },
			{ items: ids.map((id) => ({ id })) },
		);
		expect(roles.predefined).toBe(ids[2]);
	});
});

describe('Users with a role', () => {
	it('are named with their letter', async () => {
		const role = newRole('Assigned');
		const [, one, other] = company.users as Array<{ id: string }>;
		const users = [one!.id, other!.id];
		const { items } = await run('role', 'assignToUsers', {
			role: byId(role.id),
			users: byId(`${users[0]}, ${users[1]?.slice(1)}, ${users[0]?.toUpperCase()},`),
		});
		const body = { UserRoleId: role.id, UserIds: users };
		expect(sent()).toEqual([{ method: 'POST', path: '/userroles/assign/account', body }]);
		expect(jsonOf(items)).toEqual(SUCCESS);
		expect(roles.usersOf(role.id)).toEqual(users);

		sandbox.clearRequests();
		await run('role', 'unassignFromUsers', { role: byId(role.id), users: byId(users.join()) });
		expect(sent()).toEqual([{ method: 'POST', path: '/userroles/unassign/account', body }]);
		expect(roles.usersOf(role.id)).toEqual([]);
	});

	it('are looked up by their addresses in one call', async () => {
		const role = newRole('By address');
		const [, one, other] = company.users as Array<{ id: string; email: string }>;
		const emails = `${one!.email.toUpperCase()}, ${other!.email}`;
		await run('role', 'assignToUsers', { role: byId(role.id), users: locator('email', emails) });
		expect(sent()).toEqual([
			{ method: 'GET', path: '/users', query: { email: `${one!.email},${other!.email}` } },
			{
				method: 'POST',
				path: '/userroles/assign/account',
				body: { UserRoleId: role.id, UserIds: [one!.id, other!.id] },
			},
		]);

		const error = await fail('role', 'assignToUsers', {
			role: byId(role.id),
			users: locator('email', `${one!.email}, nobody@example.com`),
		});
		expect(error.message).toBe(
			'\'Users\' is "nobody@example.com", which no user of the company has',
		);
	});

	it.each(['assignToUsers', 'unassignFromUsers'])(
		'go a hundred at a time with %s, and an error says how far it came',
		async (operation) => {
			const role = newRole(`Many ${operation}`);
			const users = Array.from({ length: 250 }, () => sandbox.addUser().id);
			const parameters = { role: byId(role.id), users: byId('={{ $json.users }}') };
			await run('role', operation, parameters, { items: [{ users }] });
			const sizes = sent().map(({ body }) => (body as { UserIds: string[] }).UserIds.length);
			expect(sizes).toEqual([100, 100, 50]);

			sandbox.faults.add({ after: 1, status: 500 });
			const error = await fail('role', operation, parameters, { items: [{ users }] });
			expect(error.message).toMatch(
				operation === 'assignToUsers'
					? /^The first 100 of 250 users were given the role, but the rest failed: /
					: /^The first 100 of 250 users lost the role, but the rest failed: /,
			);
			for (const id of users) sandbox.removeUser(id);
		},
	);

	it('are listed by ID, page by page and up to the limit', async () => {
		const role = newRole('Listed');
		const users = company.users.slice(0, 5).map(({ id }) => id);
		users.forEach((id) => roles.assign(id, role.id));
		const all = await run('role', 'getUsers', { role: byId(role.id), returnAll: true });
		expect(jsonOf(all.items)).toEqual(users.map((userId) => ({ userId })));
		expect(sent()).toHaveLength(3);
		expect(sent()[0]).toEqual({
			method: 'GET',
			path: '/userroles/assignments/account',
			query: { userRoleId: role.id },
		});
		expect(sent()[1]?.query).toMatchObject({
			userRoleId: role.id,
			continuationToken: expect.any(String) as string,
		});

		sandbox.clearRequests();
		const wanted = { role: byId(role.id), limit: 2 };
		const some = await run('role', 'getUsers', wanted, { items: [{}, {}] });
		expect(some.items).toHaveLength(4);
		expect(some.hints[0]?.message).toContain('More users exist');
		expect(sent()).toHaveLength(2);
	});

	it.each([
		['null for none', { AssignedToUsers: null, ContinuationToken: null }, []],
		['other keys', { assignedToUsers: ['u7'], continuationToken: '' }, [{ userId: 'u7' }]],
	])('are read from an answer with %s', async (_, body, expected) => {
		sandbox.faults.add({ status: 200, body });
		const { items } = await run('role', 'getUsers', { role: byId(UNKNOWN) });
		expect(jsonOf(items)).toEqual(expected);
	});

	it.each([[{}], [{ AssignedToUsers: [{ id: 'u7' }] }], [{ AssignedToUsers: 'u7' }]])(
		'are not taken for none when TeamViewer answers %j',
		async (body) => {
			sandbox.faults.add({ status: 200, body });
			const error = await fail('role', 'getUsers', { role: byId(UNKNOWN) });
			expect(error.message).toBe("TeamViewer's answer has no list 'AssignedToUsers'");
		},
	);
});

describe('User groups with a role', () => {
	const [, group] = company.userGroups as Array<{ id: number }>;
	const userGroup = byId(group!.id);

	it('are named by a number', async () => {
		const role = newRole('Of a group');
		const assigned = await run('role', 'assignToUserGroup', { role: byId(role.id), userGroup });
		expect(jsonOf(assigned.items)).toEqual(SUCCESS);
		expect(roles.userGroupsOf(role.id)).toEqual([group!.id]);
		const { items } = await run('role', 'getUserGroups', { role: byId(role.id) });
		expect(jsonOf(items)).toEqual([{ userGroupId: group!.id }]);
		const unassigned = await run('role', 'unassignFromUserGroup', { userGroup });
		expect(jsonOf(unassigned.items)).toEqual(SUCCESS);
		expect(roles.userGroupsOf(role.id)).toEqual([]);
		expect(sent()).toEqual([
			{
				method: 'POST',
				path: '/userroles/assign/usergroup',
				body: { UserRoleId: role.id, UserGroupId: group!.id },
			},
			{
				method: 'GET',
				path: '/userroles/assignments/usergroups',
				query: { userRoleId: role.id },
			},
			{
				method: 'POST',
				path: '/userroles/unassign/usergroup',
				body: { UserGroupId: group!.id },
			},
		]);
	});

	it('are never mixed up where the number has more digits than JavaScript counts', async () => {
		await fail('role', 'unassignFromUserGroup', { userGroup: byId('9007199254740993') });
		expect(sent()[0]?.body).toEqual({ UserGroupId: '9007199254740993' });
	});

	it('have the role of the last item', async () => {
		const ids = ['A', 'B', 'C'].map((name) => newRole(`Group ${name}`).id);
		await run(
			'role',
			'assignToUserGroup',
			{ role: locator('id', '={{ $json.id }}'), userGroup },
			{ items: ids.map((id) => ({ id })) },
		);
		expect(roles.ofUserGroup.get(group!.id)).toBe(ids[2]);
	});
});

describe('Wrong input', () => {
	const WITH_ROLE = [
		...['assignToUserGroup', 'assignToUsers', 'delete', 'getUserGroups', 'getUsers'],
		...['setPredefined', 'unassignFromUsers', 'update'],
	];
	const more = {
		...{ users: byId('u1'), userGroup: byId(1) },
		updateFields: { name: 'Auditor', permissions: ['ManageUsers'] },
	};

	it.each(WITH_ROLE)('never leaves n8n as the role of %s', async (operation) => {
		for (const id of HOSTILE) {
			const error = await fail('role', operation, { ...more, role: byId(id) });
			expect(error.message).toMatch(/^'Role' is (empty$|".*", which is not the ID of a role$)/);
		}
		expect(sent()).toEqual([]);
	});

	it.each(['assignToUserGroup', 'unassignFromUserGroup'])(
		'never leaves n8n as the user group of %s',
		async (operation) => {
			for (const id of HOSTILE) {
				const error = await fail('role', operation, { role: byId(UNKNOWN), userGroup: byId(id) });
				expect(error.message).toMatch(
					/^'User Group' is (empty$|".*", which is not the ID of a user)/,
				);
			}
			expect(sent()).toEqual([]);
		},
	);

	it.each(['assignToUsers', 'unassignFromUsers'])(
		'never leaves n8n as the users of %s',
		async (operation) => {
			for (const id of ['', ' , ', 'u1, ../company', 'u1;u2', 'a@example.com']) {
				const error = await fail('role', operation, { role: byId(UNKNOWN), users: byId(id) });
				expect(error.message).toMatch(/^'Users' is (empty$|".*", which is not the ID of a user$)/);
			}
			expect(sent()).toEqual([]);
		},
	);
});
