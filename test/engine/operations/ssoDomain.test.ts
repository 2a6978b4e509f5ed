import type { INodeParameters } from 'n8n-workflow';

import { tokenCredential } from '../../harness/engine';
import { jsonOf, locator, nestedFields, workbench } from '../../harness/workbench';

jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../../harness/noWaiting')>('../../harness/noWaiting')
		.n8nWorkflowWithoutWaiting(),
);

const { sandbox, run, fail, sent } = workbench({ company: 'full', pageSize: 10 });
const [domain] = sandbox.company.ssoDomains as unknown as [
	{ id: string; name: string; inclusion: string[]; exclusion: string[] },
];
const ssoDomain = locator('id', domain.id);
const path = `/ssoDomain/${domain.id}`;
const addresses = (count: number, from = 0) =>
	Array.from({ length: count }, (_, index) => `person.${from + index}@example.com`);

describe('Get SSO domains', () => {
	it('asks once, and gives what TeamViewer lists', async () => {
		for (const simplify of [true, false]) {
			sandbox.clearRequests();
			const { items } = await run('ssoDomain', 'getAll', { returnAll: true, simplify });
			expect(sent()).toEqual([{ method: 'GET', path: '/ssoDomain' }]);
			expect(jsonOf(items)).toEqual([{ DomainId: domain.id, DomainName: domain.name }]);
			expect(items[0]?.pairedItem).toEqual({ item: 0 });
		}
	});

	it('obeys Limit', async () => {
		const domains = [{ DomainId: 'a' }, { DomainId: 'b' }];
		sandbox.faults.add({ status: 200, body: { domains }, times: 2 });
		const { items, hints } = await run('ssoDomain', 'getAll', { limit: 1 }, { items: [{}, {}] });
		expect(jsonOf(items)).toEqual([{ DomainId: 'a' }, { DomainId: 'a' }]);
		expect(hints[0]?.message).toMatch(/^More SSO domains exist\./);
	});
});

describe('Get SSO domain', () => {
	it('gives ten flat fields at most, without the secret that validates it', async () => {
		const { items } = await run('ssoDomain', 'get', { ssoDomain });
		expect(sent()).toEqual([{ method: 'GET', path }]);
		expect(items[0]?.json).toMatchObject({ domain_id: domain.id, domain_name: domain.name });
		expect(Object.keys(items[0]?.json ?? {}).length).toBeLessThanOrEqual(10);
		expect(items[0]?.json).not.toHaveProperty('validation_token');
		expect(nestedFields(items[0])).toEqual([]);
	});

	it("gives TeamViewer's own record with Simplify off", async () => {
		const { items } = await run('ssoDomain', 'get', { ssoDomain, simplify: false });
		expect(items[0]?.json).toHaveProperty('validation_token');
		expect(items[0]?.json).toHaveProperty('certificate_thumbprint', null);
	});

	it('reads a list of one too, and takes nothing else for a domain', async () => {
		const one = { DomainId: domain.id, DomainName: domain.name };
		sandbox.faults.add({ status: 200, body: { domains: [one] } });
		expect(jsonOf((await run('ssoDomain', 'get', { ssoDomain })).items)).toEqual([one]);
		for (const body of [{ domains: [] }, { domain_name: 'example.com' }, { DomainId: null }]) {
			sandbox.faults.add({ status: 200, body });
			expect((await fail('ssoDomain', 'get', { ssoDomain })).message).toMatch(/SSO domain/);
		}
	});

	it('says which domain TeamViewer does not know, and which permission is missing', async () => {
		const id = 'ffffffff-0000-4000-8000-000000000000';
		expect((await fail('ssoDomain', 'get', { ssoDomain: locator('id', id) })).message).toBe(
			`TeamViewer does not know SSO domain ${id}`,
		);
		const limited = tokenCredential(sandbox.credentials.limitedToken(['Users.Read'], []));
		const error = await fail('ssoDomain', 'get', { ssoDomain }, { credential: limited });
		expect(error.message).toBe(
			'The TeamViewer token lacks a permission: Manage SSO domains: view details about domains',
		);
	});
});

describe('Get emails of SSO domain', () => {
	it('reads the inclusion list unless told otherwise, and both over all pages', async () => {
		const { items } = await run('ssoDomain', 'getEmails', { ssoDomain, returnAll: true });
		expect(sent()).toEqual([{ method: 'GET', path: `${path}/inclusion` }]);
		expect(jsonOf(items)).toEqual(domain.inclusion.map((email) => ({ email })));

		sandbox.clearRequests();
		const excluded = await run('ssoDomain', 'getEmails', {
			...{ ssoDomain, list: 'exclusion', returnAll: true },
		});
		expect(jsonOf(excluded.items)).toEqual(domain.exclusion.map((email) => ({ email })));
		expect(sent()).toHaveLength(3);
		expect(sent()[1]).toEqual({
			method: 'GET',
			path: `${path}/exclusion`,
			query: { ct: expect.any(String) as string },
		});
	});

	it('asks for no page that Limit does not need, and says that more exist', async () => {
		const wanted = { ssoDomain, list: 'exclusion', limit: 10 };
		const { items, hints } = await run('ssoDomain', 'getEmails', wanted, { items: [{}, {}] });
		expect(items).toHaveLength(2 * 10);
		expect(sent()).toHaveLength(2);
		expect(hints[0]?.message).toMatch(/^More email addresses exist\./);
	});

	it('takes null for a list without any', async () => {
		sandbox.faults.add({ status: 200, body: { emails: null, continuation_token: null } });
		expect((await run('ssoDomain', 'getEmails', { ssoDomain })).items).toEqual([]);
	});

	it('refuses an answer without the list', async () => {
		sandbox.faults.add({ status: 200, body: { continuation_token: null } });
		expect((await fail('ssoDomain', 'getEmails', { ssoDomain })).message).toBe(
			"TeamViewer's answer has no list 'emails'",
		);
	});
});

describe.each([
	['addEmails', 'POST', { success: true }, 'added'],
	['removeEmails', 'DELETE', { deleted: true }, 'removed'],
] as const)('%s of SSO domain', (operation, method, result, done) => {
	it('sends the addresses, given as text or as a list', async () => {
		const emails = ['ada@example.com', 'mara.lind@example.com'];
		for (const given of [` ${emails.join(' , ')},`, emails]) {
			sandbox.clearRequests();
			const { items } = await run('ssoDomain', operation, {
				...{ ssoDomain, list: 'exclusion', emails: given },
			});
			expect(sent()).toEqual([{ method, path: `${path}/exclusion`, body: { emails } }]);
			expect(items).toEqual([{ json: result, pairedItem: { item: 0 } }]);
		}
		expect(domain.exclusion.includes('ada@example.com')).toBe(operation === 'addEmails');
	});

	it('sends one address in a list as well, to the inclusion list unless told otherwise', async () => {
		await run('ssoDomain', operation, { ssoDomain, emails: 'ada@example.com' });
		expect(sent()).toEqual([
			{ method, path: `${path}/inclusion`, body: { emails: ['ada@example.com'] } },
		]);
	});

	it('sends a hundred at a time, one after the other', async () => {
		const emails = addresses(250);
		await run('ssoDomain', operation, { ssoDomain, emails });
		expect(sent().map(({ body }) => (body as { emails: string[] }).emails)).toEqual([
			emails.slice(0, 100),
			emails.slice(100, 200),
			emails.slice(200),
		]);
	});

	it('says what was done when a later request fails', async () => {
		sandbox.faults.add({ method, status: 403, body: { error: 'blocked' }, after: 1 });
		const error = await fail('ssoDomain', operation, { ssoDomain, emails: addresses(250) });
		expect(error.message).toMatch(
			new RegExp(`^The first 100 of 250 email addresses were ${done}, but the rest failed: `),
		);
		expect(error.description).toMatch(/^What was done stays: do only the rest again\./);
		expect(sent()).toHaveLength(2);
	});

	it.each<[INodeParameters, string]>([
		[{ emails: '' }, "'Emails' is empty"],
		[{ emails: [] }, "'Emails' is empty"],
		[{ emails: 'ada@example.com, mara' }, `'Emails' is "mara", which is not an email address`],
		[{ emails: [{ email: 'ada@example.com' }] }, "'Emails' must be text"],
		[{ list: 'both' }, `'List' is "both", which TeamViewer does not know`],
		[{ ssoDomain: locator('id', '') }, "'SSO Domain' is empty"],
		[
			{ ssoDomain: locator('id', 'example.com') },
			`'SSO Domain' is "example.com", which is not the ID of an SSO domain`,
		],
		[
			{ ssoDomain: locator('id', '..') },
			`'SSO Domain' is "..", which is not the ID of an SSO domain`,
		],
	])('refuses %j before any request', async (wrong, message) => {
		const given = { ssoDomain, emails: 'ada@example.com', ...wrong };
		expect((await fail('ssoDomain', operation, given)).message).toBe(message);
		expect(sent()).toEqual([]);
	});

	it('goes on after a failed item where the node is set to continue', async () => {
		const { items } = await run(
			...(['ssoDomain', operation, { ssoDomain, emails: '={{ $json.email }}' }] as const),
			{ items: [{ email: 'mara' }, { email: 'ada@example.com' }], continueOnFail: true },
		);
		expect(items[0]?.json.error).toContain('not an email address');
		expect(items[1]).toEqual({ json: result, pairedItem: { item: 1 } });
	});
});
