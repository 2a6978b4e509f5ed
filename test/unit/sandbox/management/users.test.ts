import { createSandbox, type Sandbox } from '../../../sandbox';
import { clientOf, NOBODY, told } from './steps';

let sandbox: Sandbox;
let client: ReturnType<typeof clientOf>;

beforeEach(() => {
	sandbox = createSandbox();
	client = clientOf(sandbox);
});

const NEW = { email: 'mara.lind@example.com', name: 'Mara Lind', language: 'en' };

describe('creating a user', () => {
	it('answers with id and name only, and gives the predefined role', async () => {
		const answer = await client.post('/users', NEW);
		expect(told(answer)).toEqual([
			200,
			{ id: expect.stringMatching(/^u\d+$/) as string, name: 'Mara Lind' },
		]);
		expect(answer.headers.get('Location')).toContain(`/users/${String(answer.body.id)}`);
		const path = `/users/${String(answer.body.id)}`;
		expect((await client.get(path)).body).toMatchObject({
			email: NEW.email,
			active: true,
			tfa_enforcement: false,
			userRoleId: sandbox.company.roles.predefined,
		});
	});

	it('gives the role that was asked for, or none', async () => {
		const trainee = sandbox.company.roles.named('Trainee')?.id;
		const one = await client.post('/users', { ...NEW, userRoleId: trainee });
		expect((await client.get(`/users/${String(one.body.id)}/userroles`)).body).toEqual({
			currentPaginationToken: null,
			nextPaginationToken: null,
			assignedRoleIds: [trainee],
		});
		const other = { ...NEW, email: 'other@example.com', ignorePredefinedRole: true };
		const { id } = (await client.post('/users', other)).body;
		expect((await client.get(`/users/${String(id)}`)).body).not.toHaveProperty('userRoleId');
	});

	it.each([
		['an address in use', { email: 'mira.osterkamp@example.com' }, 'email_in_use'],
		['no language', { language: undefined }, "'language' is missing"],
		['a short name', { name: 'X' }, "'name'"],
		['a language it does not know', { language: 'en-US' }, "'language'"],
		['a role that does not exist', { userRoleId: NOBODY }, "'userRoleId'"],
		['tfa_enforcement, which is for changes only', { tfa_enforcement: true }, "'tfa_enforcement'"],
	])('refuses %s', async (_, change, text) => {
		const answer = await client.post('/users', { ...NEW, ...change });
		expect(answer.status).toBe(400);
		expect(JSON.stringify(answer.body)).toContain(text);
	});

	it('takes a customer id for single sign-on from user tokens only', async () => {
		const body = { ...NEW, sso_customer_id: 'secret' };
		const company = clientOf(sandbox, sandbox.credentials.companyToken);
		expect((await company.post('/users', body)).status).toBe(400);
		expect((await client.post('/users', body)).status).toBe(200);
	});
});

describe('changing a user', () => {
	it('changes what is given, and the address only once it is confirmed', async () => {
		const user = sandbox.addUser({ email: 'old@example.com' });
		const change = {
			name: 'Mara Lind-Berg',
			email: 'new@example.com',
			active: false,
			tfa_enforcement: true,
			custom_quicksupport_id: 'mara',
		};
		expect(told(await client.put(`/users/${user.id}`, change))).toEqual([204, {}]);
		const { body } = await client.get(`/users/${user.id}`);
		expect(body).toMatchObject({ ...change, email: 'old@example.com' });
		sandbox.company.confirmEmails();
		expect((await client.get(`/users/${user.id}`)).body.email).toBe('new@example.com');
		await client.put(`/users/${user.id}`, { custom_quicksupport_id: 'auto' });
		const again = (await client.get(`/users/${user.id}`)).body;
		expect(again).not.toHaveProperty('custom_quicksupport_id');
	});

	it('assigns and takes roles, keys read without case', async () => {
		const { id } = sandbox.addUser();
		const [first, second] = sandbox.company.roles.roles.map((role) => role.id);
		await client.put(`/users/${id}`, { assignUserRoleIds: [first, second] });
		await client.put(`/users/${id}`, { UnassignUserRoleIds: [first] });
		const { assignedRoleIds } = (await client.get(`/users/${id}/userroles`)).body;
		expect(assignedRoleIds).toEqual([second]);
	});

	it('refuses nothing, too much, a wrong id and a stranger', async () => {
		const { id } = sandbox.addUser();
		expect((await client.put(`/users/${id}`, {})).status).toBe(400);
		expect((await client.put(`/users/${id}`, { language: 'de' })).status).toBe(400);
		expect((await client.put(`/users/${id.slice(1)}`, { name: 'Xy' })).status).toBe(400);
		expect((await client.put('/users/u1', { name: 'Xy' })).status).toBe(400);
	});

	it('needs a permission of its own for administrators', async () => {
		const token = sandbox.credentials.limitedToken(['Users.ModifyUsers']);
		const limited = clientOf(sandbox, token);
		const [administrator, colleague] = sandbox.company.users;
		expect((await limited.put(`/users/${administrator?.id}`, { active: true })).status).toBe(403);
		expect((await limited.put(`/users/${colleague?.id}`, { active: true })).status).toBe(204);
	});

	it('resets the second factor', async () => {
		const { id } = sandbox.addUser({ tfa_enabled: true });
		expect((await client.remove(`/users/${id}/tfa`)).status).toBe(204);
		expect((await client.get(`/users/${id}`)).body.tfa_enabled).toBe(false);
	});
});

describe('deleting a user', () => {
	it('takes it out of everything, for good or not', async () => {
		const { id } = sandbox.addUser();
		const [group] = sandbox.company.userGroups;
		await client.post(`/usergroups/${group?.id}/members`, [Number(id.slice(1))]);
		const path = `/users/${id}?isPermanentDelete=true`;
		expect(told(await client.remove(path))).toEqual([204, {}]);
		expect((await client.get(`/users/${id}`)).status).toBe(400);
		const members = await client.all<{ accountId: number }>(`/usergroups/${group?.id}/members`);
		expect(members.map(({ accountId }) => accountId)).not.toContain(Number(id.slice(1)));
		expect((await client.remove(`/users/${sandbox.addUser().id}?force=1`)).status).toBe(400);
	});

	it('without an id, and deleting the company, are written down and never happen', async () => {
		const count = sandbox.company.users.length;
		expect((await client.remove('/users')).status).toBe(204);
		expect((await client.remove('/company')).status).toBe(204);
		expect(sandbox.company.disasters).toEqual(['DELETE /users', 'DELETE /company']);
		expect(sandbox.company.users).toHaveLength(count);
	});
});

it("a token's permissions come as one flat object", async () => {
	expect((await client.get('/users/effectivepermissions')).body).toMatchObject({
		ManageUsers: true,
	});
	const { id } = sandbox.addUser();
	const newcomer = clientOf(sandbox, sandbox.credentials.tokenOf(id));
	expect((await newcomer.get('/users/effectivepermissions')).body).toEqual({});
});

describe('the own account', () => {
	it('changes name and language at once, the address after confirmation', async () => {
		const change = { name: 'Mira Neumann', email: 'mira@example.com', email_language: 'de' };
		expect((await client.put('/account', change)).status).toBe(204);
		expect((await client.get('/account')).body).toMatchObject({
			name: 'Mira Neumann',
			email: 'mira.osterkamp@example.com',
			email_language: 'de',
		});
	});

	it.each([
		[{}],
		[{ name: 'Mira' }],
		[{ password: 'longer-than-six' }],
		[{ email_language: 'xx' }],
		[{ company_name: 'Mine' }],
	])('refuses %j', async (body) => {
		expect((await client.put('/account', body)).status).toBe(400);
	});

	it('is for user tokens with the permission for that field', async () => {
		const company = clientOf(sandbox, sandbox.credentials.companyToken);
		expect((await company.put('/account', { name: 'Mira Neu' })).status).toBe(403);
		const token = sandbox.credentials.limitedToken(['Account.Modify']);
		const limited = clientOf(sandbox, token);
		expect((await limited.put('/account', { email: 'mira@example.com' })).status).toBe(403);
		expect((await limited.put('/account', { name: 'Mira Neu' })).status).toBe(204);
	});
});
