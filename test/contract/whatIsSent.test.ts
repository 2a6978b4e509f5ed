import { createSandbox } from '../sandbox';
import { functionOf } from '../sandbox/quota';
import { Api } from './api';
import { findAll } from './fact';
import { FACTS } from './facts';

const reading = FACTS.filter(({ writes, spends }) => !writes && !spends);
const writing = FACTS.filter(({ writes }) => writes);

const started = () => {
	const sandbox = createSandbox();
	return { sandbox, api: new Api(sandbox.fetch, sandbox.credentials.userToken) };
};

it('Reading facts change nothing', async () => {
	const { sandbox, api } = started();
	await findAll(api, reading);
	const changing = sandbox.requests
		.filter(({ method }) => method !== 'GET')
		.map(({ method, path }) => functionOf(method, path));
	expect([...new Set(changing)].sort()).toEqual(['POST /eventlogging', 'POST /monitoring/alarms']);
});

it('Reading facts are cheap: a licence of 300 calls an hour for each function is hardly touched', async () => {
	const { sandbox, api } = started();
	await findAll(api, reading);
	expect(sandbox.requests.length).toBeLessThan(160);
	expect(sandbox.quota.counts().filter(({ count }) => count >= 20)).toEqual([]);
});

it('The token is sent to the API only, not to the hosts of the sign-in', async () => {
	const { sandbox, api } = started();
	await findAll(api, reading);
	const elsewhere = sandbox.requests.filter(({ host }) => host !== 'webapi.teamviewer.com');
	expect(elsewhere.map(({ host }) => host).sort()).toEqual([
		'account.teamviewer.com',
		'login.teamviewer.com',
	]);
	for (const { authorization } of elsewhere) expect(authorization).toBeFalsy();
});

it('Writing facts never touch a user, and change and delete nothing that they did not make', async () => {
	const { sandbox, api } = started();
	const { company } = sandbox;
	const state = () => ({
		users: structuredClone(company.users),
		userGroups: structuredClone(company.userGroups),
		roles: structuredClone(company.roles.roles),
		deviceGroups: company.estate.groups.map(({ id, name }) => ({ id, name })),
		policies: structuredClone(company.policies),
		devices: structuredClone(company.devices),
		contacts: structuredClone(company.contacts),
		groups: company.storedGroups
			.filter(({ name }) => name !== 'n8n contract tests')
			.map(({ id, name }) => ({ id, name })),
	});
	const before = state();
	await findAll(api, writing);
	expect(state()).toEqual(before);
	expect(company.disasters).toEqual([]);
	const writes = sandbox.requests.filter(({ method }) => method !== 'GET');
	expect(writes.filter(({ path }) => /\/(users|company|account)\b/i.test(path))).toEqual([]);
});

it('What was made for a probe is deleted also when a step in between breaks', async () => {
	const { sandbox } = started();
	const { company, fetch, credentials } = sandbox;
	const api = new Api(async (request) => {
		if (request.method === 'PUT') throw new Error('socket hang up');
		return await fetch(request);
	}, credentials.userToken);
	const count = () => [
		company.userGroups.length,
		company.roles.roles.length,
		company.estate.groups.length,
	];
	const before = count();
	const findings = await findAll(api, writing);
	expect(count()).toEqual(before);
	expect(findings.find(({ text }) => text.startsWith('A user group is made'))).toMatchObject({
		outcome: 'differs',
		detail: '201, socket hang up, 204',
	});
});

it('What could not be deleted is named, so that a person can', async () => {
	const { sandbox, api } = started();
	sandbox.faults.failEvery({ method: 'DELETE', path: /usergroups/, status: 403, body: {} });
	const findings = await findAll(api, writing);
	const { detail } = findings.find(({ text }) => text.startsWith('A user group is made')) ?? {};
	expect(detail).toMatch(/^201, 409, 200, 'n8n contract tests .+' is left: 403$/);
});
