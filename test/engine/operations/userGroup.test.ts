import { tokenCredential } from '../../harness/engine';
import { jsonOf, locator, workbench } from '../../harness/workbench';

jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../../harness/noWaiting')>('../../harness/noWaiting')
		.n8nWorkflowWithoutWaiting(),
);

const { sandbox, run, fail, sent } = workbench({ company: 'full', pageSize: 2 });
const { company } = sandbox;
const HOSTILE = ['../users', '1/../../company', '%2e%2e', '', ' ', '.', '-1', '1e3', '１', 'g12'];

const byId = (id: string | number) => locator('id', String(id));
const accountOf = (userId: string) => Number(userId.slice(1));
const asShown = ({ id, name, creationSourceType }: (typeof company.userGroups)[number]) => ({
	...{ id, name, creationSourceType },
});
const newGroup = (name: string, members: number[] = []) => {
	const group = { id: company.newUserGroupId(), name, creationSourceType: 1 as const, members };
	company.userGroups.push(group);
	return group;
};

describe('Get user groups', () => {
	it("gives TeamViewer's own groups, page by page", async () => {
		const { items } = await run('userGroup', 'getAll', { returnAll: true });
		expect(jsonOf(items)).toEqual(company.userGroups.map(asShown));
		expect(items[0]?.pairedItem).toEqual({ item: 0 });
		expect(sent()[0]).toEqual({ method: 'GET', path: '/usergroups' });
		expect(sent()[1]?.query).toEqual({ paginationToken: expect.any(String) as string });
	});

	it('asks for no page that is not needed', async () => {
		const { items, hints } = await run('userGroup', 'getAll', { limit: 2 }, { items: [{}, {}] });
		expect(items).toHaveLength(2 * 2);
		expect(hints[0]?.message).toContain('More user groups exist');
		expect(sent()).toHaveLength(2);
	});

	it('reads the answer however TeamViewer spells its keys', async () => {
		sandbox.faults.add({
			status: 200,
			body: { Resources: [{ Id: 7, Name: 'Seven' }], NextPaginationToken: null },
		});
		expect(jsonOf((await run('userGroup', 'getAll')).items)).toEqual([{ id: 7, name: 'Seven' }]);
	});
});

describe('Get user group', () => {
	it('gives one group', async () => {
		const group = newGroup('One');
		const { items } = await run('userGroup', 'get', { userGroup: byId(group.id) });
		expect(sent()).toEqual([{ method: 'GET', path: `/usergroups/${group.id}` }]);
		expect(jsonOf(items)).toEqual([asShown(group)]);
	});

	it('gives one group an item, and goes on where failures are allowed', async () => {
		const one = newGroup('Item one');
		const other = newGroup('Item two');
		const { items } = await run(
			'userGroup',
			'get',
			{ userGroup: locator('id', '={{ $json.id }}') },
			{ items: [{ id: one.id }, { id: 1 }, { id: other.id }], continueOnFail: true },
		);
		expect(items).toMatchObject([
			{ json: { name: 'Item one' }, pairedItem: { item: 0 } },
			{ json: { error: 'TeamViewer does not know user group 1' }, pairedItem: { item: 1 } },
			{ json: { name: 'Item two' }, pairedItem: { item: 2 } },
		]);
	});
});

describe('Create user group', () => {
	it('sends the name, and gives the group', async () => {
		const { items } = await run('userGroup', 'create', { name: ' Night shift ' });
		expect(sent()).toEqual([
			{ method: 'POST', path: '/usergroups', body: { name: 'Night shift' } },
		]);
		expect(jsonOf(items)).toEqual([asShown(company.userGroups.at(-1)!)]);
	});

	it('tells of a name that is taken', async () => {
		newGroup('Taken');
		const error = await fail('userGroup', 'create', { name: 'taken' });
		expect(error.message).toContain('There is a user group of this name already');
	});

	it.each([
		['an empty name', '', "'Name' is empty"],
		[
			'a name that is too long',
			'x'.repeat(101),
			"'Name' is 101 characters long; TeamViewer takes at most 100",
		],
	])('refuses %s before any call', async (_, name, message) => {
		expect((await fail('userGroup', 'create', { name })).message).toBe(message);
		expect(sent()).toEqual([]);
	});
});

describe('Update user group', () => {
	it("renames it and gives TeamViewer's answer, without another call", async () => {
		const group = newGroup('Before');
		const { items } = await run('userGroup', 'update', {
			userGroup: byId(group.id),
			name: 'After',
		});
		expect(sent()).toEqual([
			{ method: 'PUT', path: `/usergroups/${group.id}`, body: { name: 'After' } },
		]);
		expect(jsonOf(items)).toEqual([asShown({ ...group, name: 'After' })]);
	});

	it('reads the group where TeamViewer answers with nothing', async () => {
		const group = newGroup('Silent');
		sandbox.faults.add({ method: 'PUT', status: 204 });
		const { items } = await run('userGroup', 'update', { userGroup: byId(group.id), name: 'X' });
		expect(sent().map(({ method }) => method)).toEqual(['PUT', 'GET']);
		expect(jsonOf(items)).toEqual([asShown(group)]);
	});

	it('does not read it where nobody wants to see it', async () => {
		const group = newGroup('Unseen');
		sandbox.faults.add({ method: 'PUT', status: 204 });
		const { items } = await run('userGroup', 'update', {
			...{ userGroup: byId(group.id), name: 'X' },
			options: { returnUpdated: false },
		});
		expect(sent()).toHaveLength(1);
		expect(jsonOf(items)).toEqual([{ id: group.id, updated: true }]);
	});

	it('refuses an empty name before any call', async () => {
		const error = await fail('userGroup', 'update', { userGroup: byId(1), name: ' ' });
		expect(error.message).toBe("'Name' is empty");
		expect(sent()).toEqual([]);
	});
});

describe('Delete user group', () => {
	it('deletes that group only', async () => {
		const group = newGroup('Short-lived');
		const before = company.userGroups.length;
		const { items } = await run('userGroup', 'delete', { userGroup: byId(group.id) });
		expect(sent()).toEqual([{ method: 'DELETE', path: `/usergroups/${group.id}` }]);
		expect(jsonOf(items)).toEqual([{ deleted: true }]);
		expect(company.userGroups).toHaveLength(before - 1);
		expect(company.userGroups).not.toContain(group);
	});
});

describe('Members of a user group', () => {
	const users = company.users.slice(1, 4).map(({ id }) => id);
	const accounts = users.map(accountOf);
	const membersOf = (ids: number[]) =>
		ids.map((accountId) => ({
			accountId,
			name: company.users.find(({ id }) => accountOf(id) === accountId)?.name,
		}));

	it('are added as account numbers, and come back one an item', async () => {
		const group = newGroup('Growing');
		const { items } = await run('userGroup', 'addMembers', {
			userGroup: byId(group.id),
			users: byId(`${users[0]}, ${accounts[1]}, U${accounts[2]}, ${users[0]}`),
		});
		const path = `/usergroups/${group.id}/members`;
		expect(sent()).toEqual([{ method: 'POST', path, body: accounts }]);
		expect(jsonOf(items)).toEqual(membersOf(accounts));
		expect(items.every(({ pairedItem }) => (pairedItem as { item: number }).item === 0)).toBe(true);
	});

	it('go by numbers that JavaScript does not hold as text', async () => {
		sandbox.faults.add({ status: 204 });
		await run('userGroup', 'addMembers', { userGroup: byId(1), users: byId('u90071992547409931') });
		expect(sent()[0]?.body).toEqual(['90071992547409931']);
	});

	it('go as a list, also when it is one, chosen from the list', async () => {
		const group = newGroup('One member');
		await run('userGroup', 'addMembers', {
			userGroup: locator('list', String(group.id)),
			users: locator('list', users[0] ?? ''),
		});
		expect(sent()[0]?.body).toEqual([accounts[0]]);
	});

	it.each([
		['an empty list', { status: 201, body: [] }],
		['nothing', { status: 204 }],
	])('are added also where TeamViewer answers with %s', async (_, answer) => {
		sandbox.faults.add(answer);
		const { items } = await run('userGroup', 'addMembers', {
			userGroup: byId(1),
			users: byId(users.join()),
		});
		expect(jsonOf(items)).toEqual([{ success: true }]);
	});

	it('are removed by a list in the body', async () => {
		const group = newGroup('Shrinking', [...accounts]);
		const { items } = await run(
			'userGroup',
			'removeMembers',
			{
				userGroup: byId(group.id),
				users: byId('={{ $json.leavers }}'),
			},
			{ items: [{ leavers: users.slice(0, 2) }] },
		);
		const path = `/usergroups/${group.id}/members`;
		expect(sent()).toEqual([{ method: 'DELETE', path, body: accounts.slice(0, 2) }]);
		expect(jsonOf(items)).toEqual([{ deleted: true }]);
		expect(group.members).toEqual(accounts.slice(2));
	});

	it.each([
		['addMembers', 'added'],
		['removeMembers', 'removed'],
	])(
		'go a hundred at a time with %s, and an error says how far it came',
		async (operation, done) => {
			const many = Array.from({ length: 250 }, () => sandbox.addUser().id);
			const numbers = many.map(accountOf);
			const group = newGroup(`Many ${operation}`, operation === 'addMembers' ? [] : numbers);
			const parameters = { userGroup: byId(group.id), users: byId(many.join()) };
			const { items } = await run('userGroup', operation, parameters);
			expect(sent().map(({ body }) => (body as number[]).length)).toEqual([100, 100, 50]);
			expect(sent().flatMap(({ body }) => body)).toEqual(numbers);
			expect(items).toHaveLength(operation === 'addMembers' ? 250 : 1);
			expect(group.members).toHaveLength(operation === 'addMembers' ? 250 : 0);

			sandbox.faults.add({ after: 2, status: 400, body: { error: 'invalid_request' } });
			const error = await fail('userGroup', operation, parameters);
			expect(error.message).toBe(
				`The first 200 of 250 members were ${done}, but the rest failed: TeamViewer refused the request as invalid`,
			);
			for (const id of many) sandbox.removeUser(id);
		},
	);

	it('are listed page by page and up to the limit', async () => {
		const group = newGroup('Listed', [...accounts]);
		const userGroup = byId(group.id);
		const { items } = await run('userGroup', 'getMembers', { userGroup, returnAll: true });
		expect(jsonOf(items)).toEqual(membersOf(accounts));
		const path = `/usergroups/${group.id}/members`;
		expect(sent()[0]).toEqual({ method: 'GET', path });
		expect(sent()).toHaveLength(2);

		sandbox.clearRequests();
		const wanted = { userGroup, limit: 1 };
		const some = await run('userGroup', 'getMembers', wanted, { items: [{}, {}] });
		expect(some.items).toHaveLength(2);
		expect(some.hints[0]?.message).toContain('More members exist');
		expect(sent()).toHaveLength(2);
	});

	it('of a group that does not exist are told so', async () => {
		const error = await fail('userGroup', 'getMembers', { userGroup: byId(1) });
		expect(error.message).toBe('TeamViewer does not know user group 1');
	});

	it.each([
		['an account of another company', byId('u1'), /The account 1 does not belong to the company/],
		[
			'an address that nobody has',
			locator('email', 'x@y.de'),
			/'Users' is "x@y.de", which no user/,
		],
	])('cannot be %s', async (_, who, message) => {
		const group = newGroup(`Refusing ${String(message)}`);
		const error = await fail('userGroup', 'addMembers', {
			userGroup: byId(group.id),
			users: who,
		});
		expect(error.message).toMatch(message);
		expect(group.members).toEqual([]);
	});
});

describe('Get role of user group', () => {
	it('gives its ID, null where there is none', async () => {
		const [group] = company.userGroups as unknown as [{ id: number }];
		const none = newGroup('Without role');
		const { items } = await run(
			'userGroup',
			'getRole',
			{ userGroup: locator('id', '={{ $json.id }}') },
			{ items: [{ id: group.id }, { id: none.id }] },
		);
		expect(jsonOf(items)).toEqual([
			{ roleId: company.roles.ofUserGroup.get(group.id) },
			{ roleId: null },
		]);
		expect(sent()).toEqual([
			{ method: 'GET', path: `/usergroups/${group.id}/userroles` },
			{ method: 'GET', path: `/usergroups/${none.id}/userroles` },
		]);
	});

	it('reads the other spelling', async () => {
		sandbox.faults.add({ status: 200, body: { AssignedRoleId: 'R-1' } });
		const { items } = await run('userGroup', 'getRole', { userGroup: byId(1) });
		expect(jsonOf(items)).toEqual([{ roleId: 'R-1' }]);
	});
});

describe('Wrong input', () => {
	it.each([...['addMembers', 'delete', 'get', 'getMembers', 'getRole', 'removeMembers', 'update']])(
		'never leaves n8n as the user group of %s',
		async (operation) => {
			for (const id of HOSTILE) {
				const error = await fail('userGroup', operation, {
					...{ userGroup: byId(id), users: byId('u1'), name: 'Night shift' },
				});
				expect(error.message).toMatch(
					/^'User Group' is (empty$|".*", which is not the ID of a user group$)/,
				);
			}
			expect(sent()).toEqual([]);
		},
	);

	it.each(['addMembers', 'removeMembers'])(
		'never leaves n8n as the users of %s',
		async (operation) => {
			for (const id of ['', ',', 'u1, ../company', 'a@example.com']) {
				const error = await fail('userGroup', operation, { userGroup: byId(1), users: byId(id) });
				expect(error.message).toMatch(/^'Users' is (empty$|".*", which is not the ID of a user$)/);
			}
			expect(sent()).toEqual([]);
		},
	);
});

describe('A token without the right', () => {
	const credential = tokenCredential(sandbox.credentials.limitedToken(['Users.Read'], []));

	it.each([
		['getAll', {}, 'view groups'],
		['getRole', {}, 'view groups'],
		['create', { name: 'X' }, 'create groups'],
		['update', { name: 'X' }, 'edit groups'],
		['delete', {}, 'delete groups'],
		['addMembers', {}, 'edit groups'],
		['removeMembers', {}, 'edit groups'],
	])("is told by %s in the console's words", async (operation, parameters, permission) => {
		const [group] = company.userGroups as unknown as [{ id: number }];
		const error = await fail(
			'userGroup',
			operation,
			{ userGroup: byId(group.id), users: byId('u1'), ...parameters },
			{ credential },
		);
		expect(error.message).toBe(
			`The TeamViewer token lacks a permission: User Group management: ${permission}`,
		);
	});
});
