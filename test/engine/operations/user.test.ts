/* eslint-disable @n8n/community-nodes/no-restricted-imports -- looks at everything an error carries, the way a log would */
import { inspect } from 'node:util';

import type { INodeParameters, INodeProperties } from 'n8n-workflow';

import { RESOURCES } from '../../../nodes/TeamViewer/operations';
import { tokenCredential } from '../../harness/engine';
import { jsonOf, locator, nestedFields, workbench } from '../../harness/workbench';

jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../../harness/noWaiting')>('../../harness/noWaiting')
		.n8nWorkflowWithoutWaiting(),
);

const { sandbox, run, fail, sent } = workbench({ company: 'full', pageSize: 2 });
const { company } = sandbox;
const [administrator, supporter, dispatcher, trainee] = company.roles.roles.map(({ id }) => id) as [
	string,
	string,
	string,
	string,
];

let mailboxes = 0;
const freshEmail = () => `newcomer.${++mailboxes}@example.com`;
const newUser = () => company.addUser({ userRoleId: supporter });
const byId = ({ id }: { id: string }) => ({ user: locator('id', id) });
const find = (id: string) => company.users.find((user) => user.id === id);
const everythingIn = (error: Error) =>
	[error.message, JSON.stringify(error), inspect(error.cause, { depth: 5 })].join('\n');

describe('Create user', () => {
	it('sends email, name and language, and reads back what the answer lacks', async () => {
		const email = freshEmail();
		const { items } = await run('user', 'create', { email: ` ${email} `, name: ' Mara Lind ' });
		const [item] = items;
		expect(sent()).toEqual([
			{ method: 'POST', path: '/users', body: { email, name: 'Mara Lind', language: 'en' } },
			{ method: 'GET', path: `/users/${String(item?.json.id)}` },
		]);
		expect(item?.json).toMatchObject({ name: 'Mara Lind', email, active: true });
		expect(Object.keys(item?.json ?? {}).length).toBeLessThanOrEqual(10);
		expect(nestedFields(item)).toEqual([]);
	});

	it('sends every field in the form that TeamViewer documents, and no field left empty', async () => {
		const email = freshEmail();
		await run('user', 'create', {
			...{ email, name: 'Mara Lind', language: 'zh_cn' },
			additionalFields: {
				customQuickSupportId: 'abc123x',
				ignorePredefinedRole: true,
				logSessions: false,
				password: ' Spaces count ',
				role: locator('id', trainee),
				showCommentWindow: true,
				ssoCustomerId: 'customer-77',
				subscribeNewsletter: false,
			},
		});
		expect(sent()[0]?.body).toEqual({
			...{ email, name: 'Mara Lind', language: 'zh_CN' },
			custom_quicksupport_id: 'abc123x',
			ignorePredefinedRole: true,
			log_sessions: false,
			password: ' Spaces count ',
			userRoleId: trainee,
			show_comment_window: true,
			sso_customer_id: 'customer-77',
			subscribe_newsletter: false,
		});
		const other = freshEmail();
		await run('user', 'create', {
			...{ email: other, name: 'Mara Lind', language: '' },
			additionalFields: { customQuickSupportId: '', password: '', role: locator('list', '') },
		});
		expect(sent()[2]?.body).toEqual({ email: other, name: 'Mara Lind', language: 'en' });
	});

	it("gives TeamViewer's own user with Simplify off", async () => {
		const { items } = await run('user', 'create', {
			...{ email: freshEmail(), name: 'Mara Lind', simplify: false },
		});
		expect(jsonOf(items)).toEqual([company.users.at(-1)]);
		expect(items[0]?.json).toHaveProperty('sso_status');
	});

	it('tells once how people get in who have no password and no single sign-on', async () => {
		const create = async (additionalFields: INodeParameters, items = [{}, {}]) => {
			const email = '={{ "person." + $itemIndex + "." + $json.run + "@example.com" }}';
			const made = items.map(() => ({ run: ++mailboxes }));
			return await run(
				...(['user', 'create', { email, name: 'Mara Lind', additionalFields }] as const),
				{ items: made },
			);
		};
		const { hints, items } = await create({});
		expect(hints.map(({ message }) => message)).toEqual([
			"A user who was created without a password and without single sign-on gets in by resetting the password on TeamViewer's sign-in page (login.teamviewer.com). Tell the person so, or add a password.",
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect((await create({ password: 'Hunter.2' })).hints).toEqual([]);
		expect((await create({ ssoCustomerId: 'customer-77' })).hints).toEqual([]);
	});

	it.each<[INodeParameters, string]>([
		[{ email: '' }, "'Email' is empty"],
		[{ email: 'Mara Lind' }, `'Email' is "Mara Lind", which is not an email address`],
		[{ email: 'a@b.c' }, "'Email' is 5 characters long; TeamViewer takes at least 6"],
		[{ name: ' ' }, "'Name' is empty"],
		[{ name: 'M' }, "'Name' is 1 characters long; TeamViewer takes at least 2"],
		[{ name: 'M'.repeat(51) }, "'Name' is 51 characters long; TeamViewer takes at most 50"],
		[{ language: 'tlh' }, `'Language' is "tlh", which TeamViewer does not know`],
		[
			{ additionalFields: { role: locator('id', 'Supporter') } },
			`'Role' is "Supporter", which is not the ID of a role`,
		],
		[{ additionalFields: { logSessions: 'maybe' } }, "'Log Sessions' must be true or false"],
	])('refuses %j before any request', async (wrong, message) => {
		const given = { email: freshEmail(), name: 'Mara Lind', ...wrong };
		expect((await fail('user', 'create', given)).message).toBe(message);
		expect(sent()).toEqual([]);
	});

	it('says that an address is taken', async () => {
		const { message, context } = await fail('user', 'create', {
			...{ email: company.users[0]?.email ?? '', name: 'Mara Lind' },
		});
		expect(message).toBe('TeamViewer refused the request: The email address is already in use.');
		expect(context.itemIndex).toBe(0);
	});

	it('goes on after a failed item where the node is set to continue', async () => {
		const { items } = await run(
			...(['user', 'create', { email: '={{ $json.email }}', name: 'Mara Lind' }] as const),
			{
				items: [{ email: company.users[0]?.email ?? '' }, { email: freshEmail() }],
				continueOnFail: true,
			},
		);
		expect(items[0]?.json.error).toContain('already in use');
		expect(items[1]?.json.name).toBe('Mara Lind');
		expect(items[1]?.pairedItem).toEqual({ item: 1 });
	});

	it('says which user was created when only reading back failed', async () => {
		const { message, description } = await fail(
			...(['user', 'create', { email: freshEmail(), name: 'Mara Lind' }] as const),
			{ credential: tokenCredential(sandbox.credentials.limitedToken(['Users.CreateUsers'])) },
		);
		expect(message).toBe(
			`User ${company.users.at(-1)?.id} was created, but reading it back failed: The TeamViewer token lacks a permission: User management: view users (Users.Read)`,
		);
		expect(description).toMatch(/^Do not make the change again\./);
	});

	it.each([{}, { id: '' }, { id: 7 }, { id: {} }, { id: 'u0' }, { id: '..' }, [{ id: 'u1' }]])(
		'reads nobody where TeamViewer answers %j, and does not pretend that nothing happened',
		async (body) => {
			sandbox.faults.add({ method: 'POST', status: 200, body });
			const { message, description } = await fail('user', 'create', {
				...{ email: freshEmail(), name: 'Mara Lind' },
			});
			expect(message).toMatch(/^TeamViewer's answer (is not a user|has no ID of a user)/);
			expect(description).toBe(
				'It is not known whether TeamViewer carried the request out: look before you send it again.',
			);
			expect(sent()).toHaveLength(1);
		},
	);

	it('names the permissions to create users', async () => {
		const { message } = await fail(
			...(['user', 'create', { email: freshEmail(), name: 'Mara Lind' }] as const),
			{ credential: tokenCredential(sandbox.credentials.limitedToken(['Users.Read'])) },
		);
		expect(message).toBe(
			'The TeamViewer token lacks a permission: User management: create users (Users.CreateUsers, for administrators Users.CreateAdministrators)',
		);
	});

	it('says that single sign-on needs the token of a user', async () => {
		const { message } = await fail(
			'user',
			'create',
			{
				...{ email: freshEmail(), name: 'Mara Lind' },
				additionalFields: { ssoCustomerId: 'customer-77' },
			},
			{ credential: tokenCredential(sandbox.credentials.companyToken) },
		);
		expect(message).toBe(
			'This needs the token of a user, but the credential holds one of the company',
		);
	});
});

describe('Update user', () => {
	it('sends what was filled in and nothing else, and gives the user as it then is', async () => {
		const user = newUser();
		const { items } = await run('user', 'update', {
			...byId(user),
			updateFields: { active: false, name: 'Mara Berg' },
		});
		expect(sent()).toEqual([
			{ method: 'PUT', path: `/users/${user.id}`, body: { active: false, name: 'Mara Berg' } },
			{ method: 'GET', path: `/users/${user.id}` },
		]);
		expect(items[0]?.json).toMatchObject({ id: user.id, active: false, name: 'Mara Berg' });
		expect(Object.keys(items[0]?.json ?? {}).length).toBeLessThanOrEqual(10);
	});

	it('sends every field in the form that TeamViewer documents', async () => {
		const user = newUser();
		const email = freshEmail();
		await run('user', 'update', {
			...byId(user),
			updateFields: {
				active: true,
				assignRoles: `${trainee}, ${dispatcher}`,
				customQuickJoinId: 'join1',
				customQuickSupportId: 'support1',
				email,
				logSessions: false,
				name: 'Mara Lind',
				password: ' Spaces count ',
				showCommentWindow: true,
				ssoCustomerId: 'customer-77',
				tfaEnforcement: true,
				unassignRoles: [supporter],
			},
		});
		expect(sent()[0]?.body).toEqual({
			active: true,
			AssignUserRoleIds: [trainee, dispatcher],
			custom_quickjoin_id: 'join1',
			custom_quicksupport_id: 'support1',
			email,
			log_sessions: false,
			name: 'Mara Lind',
			password: ' Spaces count ',
			show_comment_window: true,
			sso_customer_id: 'customer-77',
			tfa_enforcement: true,
			UnassignUserRoleIds: [supporter],
		});
	});

	it('takes custom modules away where their field is left empty', async () => {
		const user = newUser();
		await run('user', 'update', {
			...byId(user),
			updateFields: { customQuickJoinId: '', customQuickSupportId: '' },
		});
		expect(sent()[0]?.body).toEqual({
			custom_quickjoin_id: 'auto',
			custom_quicksupport_id: 'auto',
		});
	});

	it.each<[INodeParameters, string]>([
		[{}, "'Update Fields' is empty, so there is nothing to change"],
		[{ name: '' }, "'Name' is empty"],
		[{ email: '' }, "'Email' is empty"],
		[{ password: '' }, "'Password' is empty"],
		[{ ssoCustomerId: '' }, "'SSO Customer ID' is empty"],
		[{ active: '' }, "'Active' is empty"],
		[{ assignRoles: [] }, "'Assign Role Names or IDs' is empty"],
		[
			{ unassignRoles: ['Supporter'] },
			`'Unassign Role Names or IDs' is "Supporter", which is not the ID of a role`,
		],
		[
			{ assignRoles: [supporter], unassignRoles: [supporter.toUpperCase()] },
			`The role ${supporter} stands in both 'Assign Role Names or IDs' and 'Unassign Role Names or IDs'`,
		],
	])('refuses %j before any request', async (updateFields, message) => {
		const error = await fail('user', 'update', { user: locator('id', 'u1'), updateFields });
		expect(error.message).toBe(message);
		expect(sent()).toEqual([]);
	});

	it('gives the ID only, and reads nothing, where the updated record is not wanted', async () => {
		const user = newUser();
		const { items } = await run('user', 'update', {
			...byId(user),
			updateFields: { active: false },
			options: { returnUpdated: false },
		});
		expect(sent()).toHaveLength(1);
		expect(jsonOf(items)).toEqual([{ id: user.id, updated: true }]);
	});

	it('tells that a new address counts only when it is confirmed', async () => {
		const user = newUser();
		const { items, hints } = await run('user', 'update', {
			...byId(user),
			updateFields: { email: freshEmail() },
		});
		expect(items[0]?.json.email).toBe(user.email);
		expect(hints[0]?.message).toMatch(/^TeamViewer sends a confirmation to the new email address/);
	});

	it('gives in order what each of several changes of one user led to', async () => {
		const user = newUser();
		const { items } = await run(
			...(['user', 'update', { ...byId(user), updateFields: { name: '={{ $json.n }}' } }] as const),
			{ items: [{ n: 'First' }, { n: 'Second' }, { n: 'Third' }] },
		);
		expect(items.map(({ json, pairedItem }) => [json.name, pairedItem])).toEqual([
			['First', { item: 0 }],
			['Second', { item: 1 }],
			['Third', { item: 2 }],
		]);
	});

	it('says which user TeamViewer does not know', async () => {
		const error = await fail('user', 'update', {
			user: locator('id', 'u999999999'),
			updateFields: { active: false },
		});
		expect(error.description).toContain('user u999999999');
	});
});

describe('Passwords and customer IDs', () => {
	const secrets = { password: 'Hunter.2', ssoCustomerId: 'Customer-77' };

	it.each(['create', 'update'])(
		'stand in no error and no output of %s, even if TeamViewer repeats them',
		async (operation) => {
			const words = "'hunter.2' is too weak, 'CUSTOMER-77' is unknown";
			sandbox.faults.failEvery({
				method: operation === 'create' ? 'POST' : 'PUT',
				status: 400,
				body: { error: 'invalid_request', error_description: words },
			});
			const parameters = {
				...{ email: freshEmail(), name: 'Mara Lind', additionalFields: secrets },
				...{ user: locator('id', 'u1'), updateFields: secrets },
			};
			const error = await fail('user', operation, parameters);
			expect(error.message).toContain("'…' is too weak, '…' is unknown");
			expect(everythingIn(error)).not.toMatch(/hunter\.2|customer-77/i);
			const { items } = await run('user', operation, parameters, { continueOnFail: true });
			expect(JSON.stringify(items)).not.toMatch(/hunter\.2|customer-77/i);
		},
	);

	it('are shown as dots', () => {
		const { create, update } = RESOURCES.user?.operations ?? {};
		const options = [
			...(create?.fields.additionalFields?.property('additionalFields').options ?? []),
			...(update?.fields.updateFields?.property('updateFields').options ?? []),
		] as INodeProperties[];
		const found = options.filter(({ name }) => name in secrets);
		expect(found).toHaveLength(4);
		for (const { typeOptions } of found) expect(typeOptions?.password).toBe(true);
	});

	it('are not repeated where their form is refused', async () => {
		for (const name of ['password', 'ssoCustomerId']) {
			const error = await fail('user', 'create', {
				...{ email: freshEmail(), name: 'Mara Lind' },
				additionalFields: { [name]: { value: 'Hunter.2' } },
			});
			expect(error.message).toMatch(/^'(Password|SSO Customer ID)' must be text$/);
			expect([error.message, error.description].join()).not.toContain('Hunter.2');
		}
		expect(sent()).toEqual([]);
	});
});

describe('Delete user', () => {
	it('takes the user out of the company, and leaves the account', async () => {
		const user = newUser();
		const { items } = await run('user', 'delete', byId(user));
		expect(sent()).toEqual([{ method: 'DELETE', path: `/users/${user.id}` }]);
		expect(items).toEqual([{ json: { deleted: true }, pairedItem: { item: 0 } }]);
		expect(find(user.id)).toBeUndefined();
	});

	it('deletes the account for good only where that was chosen', async () => {
		const user = newUser();
		await run('user', 'delete', { ...byId(user), permanently: true });
		expect(sent()).toEqual([
			{ method: 'DELETE', path: `/users/${user.id}`, query: { isPermanentDelete: 'true' } },
		]);
		const another = newUser();
		await run('user', 'delete', { ...byId(another), permanently: '' });
		expect(sent()[1]).not.toHaveProperty('query');
	});

	it('finds the user by the exact email address, and deletes nobody on any doubt', async () => {
		const user = newUser();
		await run('user', 'delete', { user: locator('email', String(user.email).toUpperCase()) });
		expect(find(user.id)).toBeUndefined();

		const [first] = company.users as [{ id: string; email: string }];
		for (const [email, users] of [
			// A TeamViewer that does not narrow its list down answers with somebody else.
			['nobody@example.com', [first]],
			['nobody@example.com', []],
			[`${first.email},x`, [first]],
			[
				'twice@example.com',
				[
					{ ...first, email: 'twice@example.com' },
					{ ...first, email: 'twice@example.com' },
				],
			],
			['no.id@example.com', [{ email: 'no.id@example.com', id: '' }]],
		] as const) {
			sandbox.clearRequests();
			sandbox.faults.add({ method: 'GET', path: /users/, status: 200, body: { users } });
			await fail('user', 'delete', { user: locator('email', email) });
			expect(sent().map(({ method }) => method)).toEqual(['GET']);
			sandbox.faults.clear();
		}
	});

	it('goes on after a failed item where the node is set to continue', async () => {
		const user = newUser();
		const { items } = await run(
			...(['user', 'delete', { user: locator('id', '={{ $json.id }}') }] as const),
			{ items: [{ id: 'u999999999' }, { id: '' }, { id: user.id }], continueOnFail: true },
		);
		expect(items[0]?.json.error).toBeDefined();
		expect(items[1]?.json.error).toBe("'User' is empty");
		expect(items[2]?.json).toEqual({ deleted: true });
	});

	it('tells what was done when one of several fails', async () => {
		const user = newUser();
		const error = await fail(
			...(['user', 'delete', { user: locator('id', '={{ $json.id }}') }] as const),
			{ items: [{ id: user.id }, { id: 'u999999999' }] },
		);
		expect(error.description).toContain('Of the other 1 items 1 were carried out.');
	});
});

describe('What is needed to change users', () => {
	const limited = tokenCredential(sandbox.credentials.limitedToken(['Users.Read'], []));

	it.each<[string, INodeParameters, string]>([
		[
			'update',
			{ updateFields: { active: false } },
			'User management: edit users (Users.ModifyUsers, for administrators Users.ModifyAdministrators)',
		],
		['delete', {}, 'User management: edit users'],
		['resetTfa', {}, 'User management: edit users'],
		['getRoles', {}, 'the one for user roles, whose name is not documented'],
	])('%s says which permission is missing', async (operation, more, permission) => {
		const given = { ...byId(newUser()), ...more };
		const { message } = await fail('user', operation, given, { credential: limited });
		expect(message).toBe(`The TeamViewer token lacks a permission: ${permission}`);
	});
});

describe('Without the ID of a user', () => {
	const HOSTILE: unknown[] = [
		...['', ' ', '\n', '.', '..', '/', '//', '/.', '%2e', '%2F', '?', '#', '*', 'u', 'u0', '0'],
		...['u00', '-1', 'u1/..', '../users', 'u1?x', 'u1,u2', 'null', 'undefined', 'NaN', 'u１'],
		...[null, undefined, false, true, 0, [], [''], ['u1', 'u2'], {}, { value: '' }, { mode: 'id' }],
	];
	const OPERATIONS: Array<[string, INodeParameters]> = [
		['delete', {}],
		['delete', { permanently: true }],
		['get', {}],
		['getRoles', {}],
		['resetTfa', {}],
		['update', { updateFields: { active: false } }],
	];

	it.each(OPERATIONS)(
		'%s %j sends nothing, whatever stands in its place',
		async (operation, more) => {
			for (const value of HOSTILE) {
				for (const mode of ['list', 'id', 'email', 'nonsense']) {
					for (const user of [{ __rl: true, mode, value }, value]) {
						const error = await fail('user', operation, { user: user as never, ...more });
						expect(error.message).toMatch(/^'User' /);
					}
				}
				const error = await fail(
					...(['user', operation, { user: locator('id', '={{ $json.id }}'), ...more }] as const),
					{ items: [{ id: value as never }] },
				);
				expect(error.message).toMatch(/^'User' /);
			}
			expect(sent()).toEqual([]);
			expect(company.disasters).toEqual([]);
		},
	);
});

describe('Reset the second factor', () => {
	it('takes it away', async () => {
		const user = company.addUser({ tfa_enabled: true });
		const { items } = await run('user', 'resetTfa', byId(user));
		expect(sent()).toEqual([{ method: 'DELETE', path: `/users/${user.id}/tfa` }]);
		expect(items).toEqual([{ json: { success: true }, pairedItem: { item: 0 } }]);
		expect(find(user.id)?.tfa_enabled).toBe(false);
	});

	it('gives what TeamViewer answers, where it answers something', async () => {
		sandbox.faults.add({ method: 'DELETE', status: 200, body: { tfa: 'off' } });
		const { items } = await run('user', 'resetTfa', byId(newUser()));
		expect(jsonOf(items)).toEqual([{ tfa: 'off' }]);
		sandbox.faults.add({ method: 'DELETE', status: 200, body: [] });
		expect(jsonOf((await run('user', 'resetTfa', byId(newUser()))).items)).toEqual([
			{ success: true },
		]);
	});
});

describe('Get roles of user', () => {
	it('gives every role, direct and through user groups, over all pages', async () => {
		const user = company.addUser();
		for (const id of [administrator, supporter, trainee]) company.roles.assign(user.id, id);
		const { items } = await run('user', 'getRoles', byId(user));
		expect(jsonOf(items)).toEqual(
			[administrator, supporter, trainee].map((roleId) => ({ roleId })),
		);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(Array(3).fill({ item: 0 }));
		expect(sent()).toEqual([
			{ method: 'GET', path: `/users/${user.id}/userroles` },
			{
				method: 'GET',
				path: `/users/${user.id}/userroles`,
				query: { paginationToken: expect.any(String) as string },
			},
		]);
	});

	it('gives nothing for a user without a role', async () => {
		expect((await run('user', 'getRoles', byId(company.addUser()))).items).toEqual([]);
	});

	it('takes null for a list without any', async () => {
		sandbox.faults.add({ status: 200, body: { assignedRoleIds: null } });
		expect((await run('user', 'getRoles', byId(newUser()))).items).toEqual([]);
	});

	it('reads the answer whatever the case of its keys, and no other answer', async () => {
		sandbox.faults.add({ status: 200, body: { AssignedRoleIds: [trainee] } });
		expect(jsonOf((await run('user', 'getRoles', byId(newUser()))).items)).toEqual([
			{ roleId: trainee },
		]);
		for (const body of [{}, { assignedRoleIds: [{ id: 1 }] }]) {
			sandbox.faults.add({ status: 200, body });
			expect((await fail('user', 'getRoles', byId(newUser()))).message).toMatch(
				/'assignedRoleIds'/,
			);
		}
	});
});

describe('Get users', () => {
	it('filters by several addresses, as text or as a list', async () => {
		const [one, other] = company.users.map((user) => user.email) as [string, string];
		for (const email of [`${one} , ${other}`, [one, other]]) {
			sandbox.clearRequests();
			const { items } = await run('user', 'getAll', { filters: { email } });
			expect(sent()).toEqual([
				{
					method: 'GET',
					path: '/users',
					query: { email: `${one},${other}`, full_list: 'true' },
				},
			]);
			expect(items.map(({ json }) => json.email)).toEqual([one, other]);
		}
		sandbox.clearRequests();
		await run('user', 'getAll', { filters: { email: ' , ' } });
		expect(sent()[0]?.query).toEqual({ full_list: 'true' });
	});

	it("shows a user's role, and no longer the permissions that roles replaced", async () => {
		const user = company.addUser({ userRoleId: trainee, permissions: 'ManageUsers' });
		for (const { items } of [
			await run('user', 'get', byId(user)),
			await run('user', 'getAll', { filters: { email: String(user.email) } }),
		]) {
			expect(items[0]?.json).toHaveProperty('userRoleId', trainee);
			expect(items[0]?.json).not.toHaveProperty('permissions');
		}
	});
});
