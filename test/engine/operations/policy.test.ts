import { tokenCredential } from '../../harness/engine';
import { jsonOf, locator, nestedFields, workbench } from '../../harness/workbench';

const { sandbox, run, fail, sent } = workbench();
const { company } = sandbox;
const LIST = '/teamviewerpolicies';
const SETTINGS = [
	{ Key: 'DisableTeamViewerShutdown', Value: true, Enforce: true },
	{ Key: 'CheckForNewVersion', Value: 2, Enforce: false },
];
const AS_TEXT = 'DisableTeamViewerShutdown: true (enforced); CheckForNewVersion: 2';

const newPolicy = (name = 'Tills') => {
	const policy = { policy_id: company.newGuid(), name, settings: SETTINGS };
	company.policies.push(policy);
	return policy;
};
const byId = (id: string) => ({ policy: locator('id', id) });

describe('Create policy', () => {
	it('sends name, settings and whether it is the default, and gives the policy', async () => {
		const { items } = await run('policy', 'create', {
			name: ' Shop tills ',
			settings: JSON.stringify(SETTINGS),
		});
		expect(sent()).toEqual([
			{
				method: 'POST',
				path: LIST,
				body: { name: 'Shop tills', settings: SETTINGS, default: false },
			},
		]);
		const { policy_id } = company.policies.at(-1) as { policy_id: string };
		expect(items).toEqual([
			{
				json: { policy_id, name: 'Shop tills', settings: AS_TEXT },
				pairedItem: { item: 0 },
			},
		]);
	});

	it("takes settings from an expression, with keys in any case, and gives TeamViewer's own policy with Simplify off", async () => {
		const { items } = await run(
			'policy',
			'create',
			{
				name: 'Default',
				settings: '={{ $json.settings }}',
				simplify: false,
				additionalFields: { default: true },
			},
			{ items: [{ settings: [{ key: ' CheckForNewVersion ', VALUE: { every: 'day' } }] }] },
		);
		const settings = [{ Key: 'CheckForNewVersion', Value: { every: 'day' }, Enforce: false }];
		expect(sent()[0]?.body).toEqual({ name: 'Default', settings, default: true });
		expect(jsonOf(items)).toEqual([company.policies.at(-1)]);
	});

	it.each([
		['nothing', 204, undefined],
		['something else', 200, { success: true }],
		['an empty list', 200, { policies: [] }],
		['null for a list', 200, { policies: null }],
		['null for an ID', 200, { policy_id: null }],
	])('looks the policy up when TeamViewer answers %s', async (_, status, body) => {
		const name = `Kiosks ${status} ${JSON.stringify(body)}`;
		sandbox.faults.add({ method: 'POST', status, body, afterHandling: true });
		const { items } = await run('policy', 'create', { name, settings: '[]' });
		expect(sent().map(({ method, path }) => `${method} ${path}`)).toEqual([
			`POST ${LIST}`,
			`GET ${LIST}`,
		]);
		expect(items[0]?.json).toMatchObject({ policy_id: company.policies.at(-1)?.policy_id, name });
	});

	it('says that it was created where the list does not tell which one it is', async () => {
		newPolicy('Twins');
		sandbox.faults.add({ method: 'POST', status: 204, afterHandling: true });
		const error = await fail('policy', 'create', { name: 'Twins', settings: '[]' });
		expect(error.message).toBe(
			'The policy was created, but reading it back failed: TeamViewer did not say which one it is, and several policies have this name',
		);
		expect(error.description).toMatch(/^Do not make the change again\./);
	});

	it('understands a policy whose keys are spelled otherwise', async () => {
		const policy = { Policy_Id: 'p1', Name: 'One', Settings: [{ Key: 'a', Value: 1 }] };
		for (const body of [policy, { Policies: [policy] }]) {
			sandbox.clearRequests();
			sandbox.faults.add({ method: 'POST', status: 201, body });
			const { items } = await run('policy', 'create', { name: 'One', settings: '[]' });
			expect(jsonOf(items)).toEqual([{ policy_id: 'p1', name: 'One', settings: 'a: 1' }]);
			expect(sent()).toHaveLength(1);
		}
	});

	it('understands a policy that comes in a list', async () => {
		const policy = { policy_id: 'p1', name: 'One', settings: [] };
		sandbox.faults.add({ method: 'POST', status: 201, body: { policies: [policy] } });
		const { items } = await run('policy', 'create', {
			name: 'One',
			settings: '[]',
			simplify: false,
		});
		expect(jsonOf(items)).toEqual([policy]);
	});

	it.each<[string, object, string]>([
		['no name', { name: '' }, "'Name' is empty"],
		['no settings', { settings: '' }, "'Settings' is empty"],
		['no JSON', { settings: '[{]' }, "'Settings' is not valid JSON"],
		['an object', { settings: '{"Key":"a"}' }, "'Settings' must be a list of settings"],
		[
			'a setting without a key',
			{ settings: '[{"Key":"a","Value":0},{"Value":1}]' },
			"'Settings' cannot be used: its entry 2 needs a Key, which is text, and a Value",
		],
		[
			'a setting without a value',
			{ settings: '[{"Key":"a"}]' },
			"'Settings' cannot be used: its entry 1 needs a Key, which is text, and a Value",
		],
		[
			'a setting that is text',
			{ settings: '["a"]' },
			"'Settings' cannot be used: its entry 1 needs a Key, which is text, and a Value",
		],
		[
			'an Enforce that is no switch',
			{ settings: '[{"Key":"a","Value":null,"Enforce":"yes"}]' },
			"'Settings' cannot be used: its entry 1 has an Enforce that is not true or false",
		],
	])('refuses %s before any request', async (_, parameters, message) => {
		const error = await fail('policy', 'create', { name: 'x', settings: '[]', ...parameters });
		expect(error.message).toBe(message);
		expect(error.description).toBeTruthy();
		expect(sent()).toEqual([]);
	});
});

describe('Get policy', () => {
	it('takes the one policy out of the list that TeamViewer sends', async () => {
		const policy = newPolicy();
		const { items } = await run('policy', 'get', { ...byId(policy.policy_id), simplify: false });
		expect(sent()).toEqual([{ method: 'GET', path: `${LIST}/${policy.policy_id}` }]);
		expect(jsonOf(items)).toEqual([policy]);
	});

	it('tells the settings in one text, whichever way they are spelt', async () => {
		const settings = [{ key: 'Proxy', value: { host: 'a' }, enforce: true }, ...SETTINGS.slice(1)];
		sandbox.faults.add({ status: 200, body: { policy_id: 'p1', name: 'One', settings } });
		const { items } = await run('policy', 'get', byId(newPolicy().policy_id));
		expect(items[0]?.json).toEqual({
			...{ policy_id: 'p1', name: 'One' },
			settings: 'Proxy: {"host":"a"} (enforced); CheckForNewVersion: 2',
		});
		expect(nestedFields(items[0])).toEqual([]);
	});

	it('says so when the list is empty', async () => {
		sandbox.faults.add({ status: 200, body: { policies: [] } });
		const { policy_id } = newPolicy();
		const error = await fail('policy', 'get', byId(policy_id));
		expect(error.message).toBe(`TeamViewer's answer holds no policy ${policy_id}`);
	});
});

describe('Get policies', () => {
	it("asks once and gives TeamViewer's own records with Simplify off", async () => {
		const { items } = await run('policy', 'getAll', { returnAll: true, simplify: false });
		expect(sent()).toEqual([{ method: 'GET', path: LIST }]);
		expect(jsonOf(items)).toEqual(company.policies);
	});

	it('obeys Limit, says that more exist, and gives flat items', async () => {
		const { items, hints } = await run('policy', 'getAll', { limit: 1 }, { items: [{}, {}] });
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(items.flatMap(nestedFields)).toEqual([]);
		expect(hints.map(({ message }) => message)).toEqual([
			'More policies exist. Raise the limit or turn on Return All to get them.',
		]);
	});
});

describe('Update policy', () => {
	it('renames it and leaves its settings alone', async () => {
		const { policy_id } = newPolicy();
		const { items } = await run('policy', 'update', {
			...byId(policy_id),
			updateFields: { name: 'Kiosks' },
		});
		expect(sent()).toEqual([
			{ method: 'PUT', path: `${LIST}/${policy_id}`, body: { name: 'Kiosks' } },
			{ method: 'GET', path: `${LIST}/${policy_id}` },
		]);
		expect(jsonOf(items)).toEqual([{ policy_id, name: 'Kiosks', settings: AS_TEXT }]);
	});

	it('replaces all settings', async () => {
		const policy = newPolicy();
		const settings = [{ Key: 'CheckForNewVersion', Value: 0, Enforce: true }];
		const { items } = await run('policy', 'update', {
			...byId(policy.policy_id),
			updateFields: { settings: JSON.stringify(settings) },
			simplify: false,
		});
		expect(jsonOf(items)).toEqual([{ ...policy, settings }]);
	});

	it('takes all settings away only where an empty list says so', async () => {
		const { policy_id } = newPolicy();
		const given = { ...byId(policy_id), options: { returnUpdated: false } };
		const error = await fail('policy', 'update', { ...given, updateFields: { settings: '' } });
		expect(error.message).toBe("'Settings' is empty");
		expect(error.description).toContain('[] is a policy without settings');
		expect(sent()).toEqual([]);
		await run('policy', 'update', { ...given, updateFields: { settings: '[]' } });
		expect(sent()[0]?.body).toEqual({ settings: [] });
	});

	it('reads nothing where the result is not wanted', async () => {
		const { policy_id } = newPolicy();
		const { items } = await run('policy', 'update', {
			...byId(policy_id),
			updateFields: { name: 'Kiosks' },
			options: { returnUpdated: false },
		});
		expect(sent()).toHaveLength(1);
		expect(jsonOf(items)).toEqual([{ policy_id, updated: true }]);
	});

	it('gives each item that changes the same policy what came of its own change', async () => {
		const { policy_id } = newPolicy();
		const given = { policy: locator('id', '={{ $json.id }}') };
		const { items } = await run(
			'policy',
			'update',
			{ ...given, updateFields: { name: '={{ $json.name }}' } },
			{
				items: [
					{ id: policy_id, name: 'One' },
					{ id: policy_id.toUpperCase(), name: 'Two' },
				],
			},
		);
		expect(items.map(({ json }) => json.name)).toEqual(['One', 'Two']);
	});

	it('says that the policy was changed when only reading it back failed', async () => {
		sandbox.faults.add({ method: 'GET', status: 403, body: { error: 'blocked' } });
		const given = { ...byId(newPolicy().policy_id), updateFields: { name: 'Kiosks' } };
		const error = await fail('policy', 'update', given);
		expect(error.message).toMatch(/^The policy was changed, but reading it back failed: /);
	});

	it.each<[string, object, string]>([
		['no field at all', {}, "'Update Fields' is empty, so there is nothing to change"],
		['an empty name', { name: '' }, "'Name' is empty"],
	])('refuses %s before any request', async (_, updateFields, message) => {
		const given = { ...byId(newPolicy().policy_id), updateFields: updateFields as never };
		expect((await fail('policy', 'update', given)).message).toBe(message);
		expect(sent()).toEqual([]);
	});
});

describe('Delete policy', () => {
	it('deletes each, and goes on after one that TeamViewer does not know', async () => {
		const policy = newPolicy();
		const unknown = company.newGuid();
		const { items } = await run(
			'policy',
			'delete',
			{ policy: locator('id', '={{ $json.id }}') },
			{ items: [{ id: unknown }, { id: policy.policy_id }], continueOnFail: true },
		);
		expect(items[0]?.json.error).toContain('TeamViewer');
		expect(items[1]).toEqual({ json: { deleted: true }, pairedItem: { item: 1 } });
		expect(sent().map(({ method, path }) => `${method} ${path}`)).toEqual([
			`DELETE ${LIST}/${unknown}`,
			`DELETE ${LIST}/${policy.policy_id}`,
		]);
		expect(company.policies).not.toContain(policy);
	});
});

describe('A policy', () => {
	const operations: Array<[string, object]> = [
		['get', {}],
		['update', { updateFields: { name: 'x' } }],
		['delete', {}],
	];

	it.each(['', ' ', '..', '../users', 'inherit', '%2e%2e', '1/../../company'])(
		'is not looked for under %j',
		async (id) => {
			for (const [operation, more] of operations) {
				const error = await fail('policy', operation, { ...byId(id), ...more } as never);
				expect(error.message).toMatch(/^'Policy' is /);
			}
			expect(sent()).toEqual([]);
		},
	);

	it('tells which permission is missing, and that a company token will not do', async () => {
		const credential = tokenCredential(sandbox.credentials.companyToken);
		for (const [operation, more] of operations) {
			const given = { ...byId(newPolicy().policy_id), ...more } as never;
			const error = await fail('policy', operation, given, { credential });
			expect(error.message).toBe('The TeamViewer token lacks a permission: TeamViewer policies');
			expect(error.description).toContain('does not work with a company token');
		}
	});
});
