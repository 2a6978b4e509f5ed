import { createSandbox, type Sandbox } from '../../../sandbox';
import { clientOf, NOBODY, told } from './steps';

let sandbox: Sandbox;
let client: ReturnType<typeof clientOf>;

beforeEach(() => {
	sandbox = createSandbox({ pageSize: 2 });
	client = clientOf(sandbox);
});

const accountOf = (place: number) => Number(sandbox.company.users[place]?.id.slice(1));

describe('user groups', () => {
	it('are made, renamed and deleted, by numbers without a letter', async () => {
		const made = await client.post('/usergroups', { name: 'Night shift' });
		expect(told(made)).toEqual([
			201,
			{ id: expect.any(Number) as number, name: 'Night shift', creationSourceType: 1 },
		]);
		const path = `/usergroups/${String(made.body.id)}`;
		const renamed = await client.put(path, { name: 'Nights' });
		expect(told(renamed)).toEqual([200, { ...made.body, name: 'Nights' }]);
		expect((await client.get(path)).body).toEqual(renamed.body);
		expect(told(await client.remove(path))).toEqual([204, {}]);
		expect((await client.get(path)).status).toBe(404);
	});

	it('refuse an empty name and one that is taken, in the newer body', async () => {
		const empty = await client.post('/usergroups', { name: '' });
		expect(empty).toMatchObject({
			status: 400,
			body: { Error: { ValidationErrors: { name: [expect.stringContaining('empty')] } } },
		});
		const taken = await client.post('/usergroups', { name: 'field service' });
		expect(taken).toMatchObject({ status: 409, body: { IsSuccess: false } });
		expect((await client.get('/usergroups/g12')).status).toBe(400);
	});

	it('come in pages, as their members do', async () => {
		const first = await client.get('/usergroups');
		expect(first.body).toMatchObject({
			currentPaginationToken: null,
			nextPaginationToken: expect.any(String) as string,
		});
		expect(await client.all('/usergroups')).toHaveLength(3);
		const [group] = sandbox.company.userGroups;
		const members = await client.all(`/usergroups/${group?.id}/members`);
		expect(members.length).toBe(group?.members.length);
		expect(members[0]).toEqual({
			accountId: expect.any(Number) as number,
			name: expect.any(String) as string,
		});
		const one = await client.get(`/usergroups/${group?.id}/members?limit=1`);
		expect(one.body.resources).toHaveLength(1);
	});

	it('take and lose members as a list of account numbers', async () => {
		const { id } = (await client.post('/usergroups', { name: 'New' })).body;
		const path = `/usergroups/${String(id)}/members`;
		const added = await client.post(path, [accountOf(1), accountOf(2)]);
		expect(added.status).toBe(201);
		expect(added.body).toMatchObject([{ accountId: accountOf(1) }, { accountId: accountOf(2) }]);
		expect(told(await client.remove(path, [accountOf(1)]))).toEqual([204, {}]);
		expect((await client.remove(`${path}/${accountOf(2)}`)).status).toBe(204);
		expect(await client.all(path)).toEqual([]);
	});

	it.each<[string, unknown]>([
		['one number instead of a list', 71234567],
		['ids with their letter', ['u71234567']],
		['nobody', []],
		['more than a hundred', Array.from({ length: 101 }, (_, index) => index + 1)],
		['a stranger', [1]],
	])('refuse %s as members', async (_, body) => {
		const [group] = sandbox.company.userGroups;
		expect((await client.post(`/usergroups/${group?.id}/members`, body)).status).toBe(400);
	});

	it('need a permission that has words only', async () => {
		const { limitedToken } = sandbox.credentials;
		const viewer = clientOf(sandbox, limitedToken([], ['User Group management: view groups']));
		expect((await viewer.get('/usergroups')).status).toBe(200);
		expect((await viewer.post('/usergroups', { name: 'X' })).status).toBe(403);
	});
});

describe('roles', () => {
	interface ShownRole {
		Id: string;
		Name: string;
		Permissions: Record<string, boolean>;
	}
	const list = async () => (await client.get('/userroles')).body.Roles as ShownRole[];

	it('tell rights as booleans and take them as names', async () => {
		const made = await client.post('/userroles', {
			Name: 'Auditor',
			Permissions: ['ModifyConnections'],
		});
		expect(made.body).toMatchObject({
			Role: { Name: 'Auditor', Permissions: { ModifyConnections: true, ManageUsers: false } },
		});
		const { Id } = made.body.Role as ShownRole;
		const put = { UserRoleId: Id, Name: 'Auditors', Permissions: [] };
		expect(told(await client.put('/userroles', put))).toEqual([204, {}]);
		const changed = (await list()).find((role) => role.Id === Id);
		expect(Object.values(changed?.Permissions ?? {})).not.toContain(true);
		expect((await client.remove(`/userroles?userRoleId=${Id}`)).status).toBe(204);
		expect((await list()).some((role) => role.Id === Id)).toBe(false);
	});

	it('need all three keys for a change, and names that are free', async () => {
		const [role] = await list();
		const put = { UserRoleId: role?.Id, Name: 'Boss' };
		expect((await client.put('/userroles', put)).status).toBe(400);
		const taken = { Name: 'supporter', Permissions: [] };
		expect((await client.post('/userroles', taken)).status).toBe(409);
		const unknown = { UserRoleId: NOBODY, Name: 'Boss', Permissions: [] };
		expect((await client.put('/userroles', unknown)).status).toBe(404);
		const wrong = { Name: 'Boss', Permissions: ['EditConnections'] };
		expect((await client.post('/userroles', wrong)).status).toBe(400);
	});

	it('are assigned to users by ids with their letter, and taken away', async () => {
		const role = sandbox.company.roles.named('Trainee');
		const UserIds = sandbox.company.users.slice(0, 3).map(({ id }) => id);
		const body = { UserRoleId: role?.id, UserIds };
		expect(told(await client.post('/userroles/assign/account', body))).toEqual([204, {}]);
		const path = `/userroles/assignments/account?userRoleId=${role?.id}`;
		const first = await client.get(path);
		expect(first.body.AssignedToUsers).toHaveLength(2);
		const token = encodeURIComponent(String(first.body.ContinuationToken));
		const second = await client.get(`${path}&continuationToken=${token}`);
		expect(second.body).toEqual({ AssignedToUsers: UserIds.slice(2), ContinuationToken: null });
		expect((await client.post('/userroles/unassign/account', body)).status).toBe(204);
		expect((await client.get(path)).body.AssignedToUsers).toEqual([]);
		const bare = { UserRoleId: role?.id, UserIds: [String(accountOf(1))] };
		expect((await client.post('/userroles/assign/account', bare)).status).toBe(400);
	});

	it('are given to user groups, one each', async () => {
		const [group] = sandbox.company.userGroups;
		const role = sandbox.company.roles.named('Trainee');
		const body = { UserRoleId: role?.id, UserGroupId: group?.id };
		expect((await client.post('/userroles/assign/usergroup', body)).status).toBe(204);
		const path = `/usergroups/${group?.id}/userroles`;
		expect((await client.get(path)).body).toEqual({ assignedRoleId: role?.id });
		const groups = await client.get(`/userroles/assignments/usergroups?userRoleId=${role?.id}`);
		expect(groups.body.AssignedToGroups).toEqual([group?.id]);
		const off = { UserGroupId: group?.id };
		expect((await client.post('/userroles/unassign/usergroup', off)).status).toBe(204);
		expect((await client.get(path)).body).toEqual({ assignedRoleId: null });
	});

	it('have one that is predefined, or none', async () => {
		const role = sandbox.company.roles.named('Trainee');
		expect((await client.put(`/userroles/${role?.id}/predefined`)).status).toBe(204);
		expect((await client.get('/userroles/predefined')).body).toEqual({
			PredefinedUserRoleId: role?.id,
		});
		expect((await client.remove('/userroles/predefined')).status).toBe(204);
		expect((await client.get('/userroles/predefined')).body).toEqual({
			PredefinedUserRoleId: null,
		});
	});

	it('say which rights there are', async () => {
		expect((await client.get('/userroles/permissions')).body.Permissions).toContain('ManageUsers');
	});
});
