import { createSandbox, type Sandbox } from '../../sandbox';
import { call } from './caller';
import { clientOf } from './management/steps';

const HOUR = 3_600_000;

let clock: number;
let sandbox: Sandbox;

beforeEach(() => {
	clock = Date.parse('2026-11-20T15:00:00Z');
	sandbox = createSandbox({ company: 'empty', now: () => clock, licence: 'free' });
});

async function statuses(count: number, path = '/account', token?: string): Promise<Set<number>> {
	const seen = new Set<number>();
	for (let made = 0; made < count; made++) seen.add((await call(sandbox, path, { token })).status);
	return seen;
}

describe('calls by licence', () => {
	it('are refused above the limit of the hour, and good again in the next', async () => {
		expect(await statuses(300)).toEqual(new Set([200]));
		const refused = await call(sandbox, '/account');
		expect(refused).toMatchObject({ status: 403, body: { error: 'rate_limit_reached' } });
		expect(refused.headers.has('Retry-After')).toBe(false);
		expect(sandbox.requests.at(-1)?.fault).toBe('quota used up');
		clock += HOUR;
		expect(await statuses(1)).toEqual(new Set([200]));
	});

	it('are refused by a 429 that says when to come back, where a test asks for it', async () => {
		sandbox.quota.dialect = '429';
		await statuses(300);
		clock += 10 * 60_000;
		const refused = await call(sandbox, '/account');
		expect(refused).toMatchObject({ status: 429, body: { error: 'rate_limit_reached' } });
		expect(refused.headers.get('Retry-After')).toBe('3000');
		sandbox.quota.useUp();
		expect((await call(sandbox, '/users')).headers.get('Retry-After')).toBe('3600');
	});

	it('are counted by function and token, whichever record is meant', async () => {
		const client = clientOf(sandbox);
		const [user] = sandbox.company.users;
		await client.get('/users');
		await client.get(`/users/${user?.id}`);
		await client.get('/Users/u1');
		await clientOf(sandbox, sandbox.credentials.scriptToken).get('/users');
		const counted = sandbox.quota
			.counts()
			.map(({ tokenId, call, count }) => [tokenId, call, count]);
		expect(counted).toEqual([
			['user', 'GET /users/:id', 2],
			['user', 'GET /users', 1],
			['script', 'GET /users', 1],
		]);
		expect(sandbox.quota.counts()[0]).toMatchObject({ limit: 300, renewsAt: clock + HOUR });
	});

	it.each([
		['business', 7200],
		['premium', 14_400],
		['corporate', 36_000],
	] as const)('are limited for a day with %s', async (licence, limit) => {
		sandbox.quota.licence = licence;
		await call(sandbox, '/account');
		const renewsAt = clock + 24 * HOUR;
		expect(sandbox.quota.counts()).toMatchObject([{ limit, count: 1, renewsAt }]);
	});

	it('have no limit unless one is set', async () => {
		sandbox = createSandbox({ company: 'empty' });
		expect(await statuses(301)).toEqual(new Set([200]));
		sandbox.quota.licence = 'free';
		expect(await statuses(1)).toEqual(new Set([403]));
	});

	it('can be used up at once, all functions or one, and renewed', async () => {
		sandbox.quota.useUp('GET /account');
		expect(await statuses(1)).toEqual(new Set([403]));
		expect(await statuses(1, '/users')).toEqual(new Set([200]));
		sandbox.quota.useUp();
		expect(await statuses(1, '/users')).toEqual(new Set([403]));
		sandbox.quota.renew();
		expect(await statuses(1)).toEqual(new Set([200]));
		sandbox.quota.useUp('GET /account');
		await statuses(1);
		clock += HOUR;
		expect(await statuses(1)).toEqual(new Set([200]));
	});

	it('that are refused do not count, but where a test asks for it', async () => {
		await statuses(301);
		expect(sandbox.quota.counts()[0]?.count).toBe(300);
		sandbox.quota.countsRefused = true;
		await statuses(1);
		expect(sandbox.quota.counts()[0]?.count).toBe(301);
	});

	it('with a bad token are no calls, nor are those for tokens', async () => {
		await call(sandbox, '/account', { token: 'made-up' });
		await call(sandbox, '/oauth2/token', { method: 'POST', body: {} });
		expect(sandbox.quota.counts()).toEqual([]);
	});
});
