import { createSandbox, type Dialect } from '../sandbox';
import { Api } from './api';
import { findAll, type Finding } from './fact';
import { FACTS } from './facts';
import { printed } from './print';

const finding = (more: Partial<Finding>): Finding => ({
	...{ text: 'It holds', source: 'API manual', outcome: 'held' },
	...more,
});

it('Findings are a table, with how many there were of each kind', () => {
	const table = printed([
		finding({}),
		finding({ text: 'Is it a|b?', outcome: 'answered', detail: 'a|b' }),
		finding({ outcome: 'differs', detail: '404' }),
	]);
	expect(table.split('\n')).toEqual([
		'| | Fact or question | Seen | Source |',
		'| --- | --- | --- | --- |',
		'| ✓ | It holds |  | API manual |',
		'| answer | Is it a\\|b? | a\\|b | API manual |',
		'| ✗ **differs** | It holds | 404 | API manual |',
		'',
		'1 facts held, 1 differ, 1 questions were answered, 0 cannot be told here.',
	]);
});

it('Ids, codes and addresses are left out of what was seen', () => {
	const detail =
		's119-457-589, 5B1F0C1E-7d7e-4a6c-9d55-2f8a3c9b1e10 of "mara.lind@example.com", g98765432: 404';
	expect(printed([finding({ detail })])).toContain('<code>, <GUID> of "<email>", g<number>: 404');
});

it.each<[string, Partial<Dialect>]>([
	['as documented', {}],
	['in another dialect', { keys: 'otherCase', absent: 'null', dates: 'basic', reportIds: 'upper' }],
	['wrapped otherwise', { wrapping: 'other' }],
])('The table of a whole run names nobody and nothing of the company (%s)', async (_, dialect) => {
	const sandbox = createSandbox({ dialect });
	const { company, credentials } = sandbox;
	const api = new Api(sandbox.fetch, credentials.userToken);
	const findings = await findAll(
		api,
		FACTS.filter(({ spends }) => !spends),
	);
	const table = printed(findings);
	expect(table).not.toContain('the probe failed');
	const own = [
		...company.users.flatMap(({ name, email }) => [name, email]),
		...company.storedGroups.map(({ name }) => name),
		...company.userGroups.map(({ name }) => name),
		...company.policies.map(({ name }) => name),
		...company.devices.map(({ alias }) => alias),
		company.profile.companyName,
		credentials.userToken,
	];
	const words = own.filter((word) => word !== undefined && word.length > 0);
	expect(words.filter((word) => table.includes(` ${word}`))).toEqual([]);
	expect(table).not.toMatch(/@|\d{6,}/);
});
