import type { INodeParameters } from 'n8n-workflow';

import { tokenCredential } from '../../harness/engine';
import { jsonOf, workbench } from '../../harness/workbench';

jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../../harness/noWaiting')>('../../harness/noWaiting')
		.n8nWorkflowWithoutWaiting(),
);

const { sandbox, run, fail, sent } = workbench({ company: 'full' });
const { company } = sandbox;
const companyToken = { credential: tokenCredential(sandbox.credentials.companyToken) };
const supporterToken = {
	credential: tokenCredential(sandbox.credentials.tokenOf(company.users[3]?.id ?? '')),
};

describe('Get company', () => {
	it('asks once, for each item', async () => {
		const { items } = await run('company', 'get', {}, { items: [{}, {}] });
		expect(sent()).toEqual(Array(2).fill({ method: 'GET', path: '/company' }));
		expect(jsonOf(items)).toEqual([company.profile, company.profile]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});

	it('says that it needs an administrator of the company', async () => {
		const error = await fail('company', 'get', {}, supporterToken);
		expect(error.message).toBe(
			'The TeamViewer token lacks a permission: the one for the company, whose name is not documented',
		);
		expect(error.description).toContain(
			"The token's user must also belong to a company, as its administrator.",
		);
		const { items } = await run('company', 'get', {}, { ...supporterToken, continueOnFail: true });
		expect(items[0]?.json.error).toBe(error.message);
	});

	it('takes no answer without a company for one', async () => {
		sandbox.faults.add({ status: 200, body: {} });
		expect((await fail('company', 'get')).message).toBe(
			"TeamViewer's answer is not a company: it has no companyId",
		);
	});
});

describe('Get licenses of company', () => {
	it('gives one item a license, as TeamViewer sent it', async () => {
		const { items } = await run('company', 'getLicenses');
		expect(sent()).toEqual([{ method: 'GET', path: '/company/license' }]);
		expect(jsonOf(items)).toEqual(company.licences);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			company.licences.map(() => ({ item: 0 })),
		);
	});
});

describe('Update company', () => {
	it('renames it, and gives it as it then is', async () => {
		const { items } = await run('company', 'update', { name: ' Nordlicht Retail ' });
		expect(sent()).toEqual([
			{ method: 'PUT', path: '/company', body: { name: 'Nordlicht Retail' } },
			{ method: 'GET', path: '/company' },
		]);
		expect(jsonOf(items)).toEqual([{ ...company.profile, companyName: 'Nordlicht Retail' }]);
	});

	it('reads nothing where the updated record is not wanted', async () => {
		const { items } = await run('company', 'update', {
			...{ name: 'Nordlicht', options: { returnUpdated: false } },
		});
		expect(sent()).toHaveLength(1);
		expect(jsonOf(items)).toEqual([{ updated: true }]);
	});

	it('needs a name', async () => {
		expect((await fail('company', 'update', { name: ' ' })).message).toBe("'Name' is empty");
		expect(sent()).toEqual([]);
	});

	it('takes a success without a body and with one', async () => {
		sandbox.faults.add({ method: 'PUT', status: 200, body: { companyId: 1 } });
		const { items } = await run('company', 'update', { name: 'Another' });
		expect(jsonOf(items)).toEqual([company.profile]);
	});

	it('gives in order what each of several changes led to', async () => {
		const { items } = await run(
			...(['company', 'update', { name: '={{ $json.name }}' }] as const),
			{ items: [{ name: 'First' }, { name: 'Second' }] },
		);
		expect(items.map(({ json }) => json.companyName)).toEqual(['First', 'Second']);
	});

	it('says that it was renamed when only reading it back failed', async () => {
		sandbox.faults.add({ method: 'GET', status: 403, body: { error: 'blocked' } });
		expect((await fail('company', 'update', { name: 'Third' })).message).toMatch(
			/^The company was renamed, but reading it back failed: /,
		);
	});
});

describe('Nothing deletes the company', () => {
	it('there is no such operation', async () => {
		expect((await fail('company', 'delete')).message).toBe("'company' has no operation 'delete'");
		expect(company.disasters).toEqual([]);
	});
});

describe('Get permissions of account', () => {
	it('gives one item a permission that is granted', async () => {
		const { items } = await run('account', 'getPermissions');
		expect(sent()).toEqual([{ method: 'GET', path: '/users/effectivepermissions' }]);
		expect(jsonOf(items)).toContainEqual({ permission: 'ManageUsers' });
		expect(items[0]?.pairedItem).toEqual({ item: 0 });
	});

	it('leaves out what is not granted, and gives nothing where nothing is', async () => {
		sandbox.faults.add({ status: 200, body: { ManageUsers: true, ManageAdmins: false, X: null } });
		expect(jsonOf((await run('account', 'getPermissions')).items)).toEqual([
			{ permission: 'ManageUsers' },
		]);
		sandbox.faults.add({ status: 200, body: {} });
		expect((await run('account', 'getPermissions')).items).toEqual([]);
		sandbox.faults.add({ status: 200, body: [] });
		expect((await fail('account', 'getPermissions')).message).toBe(
			"TeamViewer's answer has no list of permissions",
		);
	});
});

describe('Update account', () => {
	it('sends what was filled in, and gives the account as it then is', async () => {
		const { items, hints } = await run('account', 'update', {
			updateFields: { emailLanguage: 'DE', name: ' Mara Lind ' },
		});
		expect(sent()).toEqual([
			{ method: 'PUT', path: '/account', body: { email_language: 'de', name: 'Mara Lind' } },
			{ method: 'GET', path: '/account' },
		]);
		expect(items[0]?.json).toMatchObject({ email_language: 'de', name: 'Mara Lind' });
		expect(items[0]?.pairedItem).toEqual({ item: 0 });
		expect(hints).toEqual([]);
	});

	it('tells that a new address counts only when it is confirmed', async () => {
		const { email } = company.account;
		const { items, hints } = await run('account', 'update', {
			updateFields: { email: 'mara.lind@example.com', emailLanguage: 'auto' },
		});
		expect(sent()[0]?.body).toEqual({ email: 'mara.lind@example.com', email_language: 'auto' });
		expect(items[0]?.json.email).toBe(email);
		expect(hints[0]?.message).toMatch(/^TeamViewer sends a confirmation to the new email address/);
	});

	it('reads nothing where the updated record is not wanted', async () => {
		const { items } = await run('account', 'update', {
			...{ updateFields: { name: 'Mara Berg' }, options: { returnUpdated: false } },
		});
		expect(sent()).toHaveLength(1);
		expect(jsonOf(items)).toEqual([{ updated: true }]);
	});

	it.each<[INodeParameters, string]>([
		[{}, "'Update Fields' is empty, so there is nothing to change"],
		[{ name: '' }, "'Name' is empty"],
		[{ name: 'Mara' }, "'Name' is 4 characters long; TeamViewer takes at least 5"],
		[{ name: 'M'.repeat(51) }, "'Name' is 51 characters long; TeamViewer takes at most 50"],
		[{ email: '' }, "'Email' is empty"],
		[{ email: 'nobody' }, `'Email' is "nobody", which is not an email address`],
		[{ emailLanguage: '' }, "'Email Language' is empty"],
		[{ emailLanguage: 'tlh' }, `'Email Language' is "tlh", which TeamViewer does not know`],
	])('refuses %j before any request', async (updateFields, message) => {
		expect((await fail('account', 'update', { updateFields })).message).toBe(message);
		expect(sent()).toEqual([]);
	});

	it('says that it needs the token of a user', async () => {
		const { message, description } = await fail(
			...(['account', 'update', { updateFields: { name: 'Mara Lind' } }] as const),
			companyToken,
		);
		expect(message).toBe(
			'The TeamViewer token lacks a permission: Account management (Account.Modify, for the email Account.ModifyEmail)',
		);
		expect(description).toContain('This operation does not work with a company token.');
	});
});
