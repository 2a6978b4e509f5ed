import { createSandbox, isDropped, type Sandbox } from '../../sandbox';
import { call } from './caller';

let sandbox: Sandbox;

beforeEach(() => {
	sandbox = createSandbox({ company: 'empty' });
});

async function statuses(count: number, path = '/account'): Promise<number[]> {
	const seen: number[] = [];
	for (let index = 0; index < count; index++) seen.push((await call(sandbox, path)).status);
	return seen;
}

async function raw(path: string): Promise<Response> {
	return await sandbox.fetch(
		new Request(`https://webapi.teamviewer.com/api/v1${path}`, {
			headers: { Authorization: `Bearer ${sandbox.credentials.userToken}` },
		}),
	);
}

describe('what goes wrong on demand', () => {
	it('hits as many requests as said, after as many as said, then no more', async () => {
		sandbox.faults.add({ status: 500, after: 1, times: 2 });
		expect(await statuses(5)).toEqual([200, 500, 500, 200, 200]);
		expect(sandbox.requests.map(({ fault }) => fault)).toEqual([
			undefined,
			'status 500',
			'status 500',
			undefined,
			undefined,
		]);
	});

	it('hits only what matches: method, path, host or anything about the request', async () => {
		sandbox.faults.failEvery({ path: /\/groups$/, method: 'GET', status: 503 });
		sandbox.faults.failEvery({ host: 'login.teamviewer.com', status: 503 });
		sandbox.faults.failEvery({ where: ({ query }) => query.full_list === 'true', status: 418 });
		expect(await statuses(1, '/groups')).toEqual([503]);
		expect(await statuses(1, '/users')).toEqual([200]);
		expect(await statuses(1, '/users?full_list=true')).toEqual([418]);
		sandbox.faults.clear();
		expect(await statuses(1, '/groups')).toEqual([200]);
	});

	it('can be any body: JSON, HTML, or an answer cut in half', async () => {
		sandbox.faults.add({ status: 502, body: '<html>Bad gateway</html>' });
		const html = await raw('/account');
		expect(html.headers.get('Content-Type')).toBe('text/html');
		expect(await html.text()).toBe('<html>Bad gateway</html>');
		sandbox.faults.add({ malformed: true });
		const cut = await raw('/account');
		expect(cut.status).toBe(200);
		const text = await cut.text();
		expect(() => JSON.parse(text) as unknown).toThrow();
	});

	it('can be a rate limit as documented, or as a 429 with Retry-After', async () => {
		sandbox.faults.rateLimit({ times: 1 });
		sandbox.faults.rateLimit({ dialect: '429', retryAfter: 7 });
		const documented = await call(sandbox, '/account');
		expect(documented).toMatchObject({ status: 403, body: { error: 'rate_limit_reached' } });
		expect(documented.headers.has('Retry-After')).toBe(false);
		const other = await call(sandbox, '/account');
		expect([other.status, other.headers.get('Retry-After')]).toEqual([429, '7']);
	});

	it('can be a dropped connection, before or after the work was done', async () => {
		const post = { method: 'POST', body: { groupname: 'A' } };
		sandbox.faults.add({ drop: true, method: 'POST' });
		expect((await call(sandbox, '/sessions', post)).headers.get('x-sandbox-fault')).toBe('drop');
		expect(sandbox.company.sessions).toHaveLength(0);
		sandbox.faults.add({ drop: true, method: 'POST', afterHandling: true });
		expect((await call(sandbox, '/sessions', post)).headers.get('x-sandbox-fault')).toBe('drop');
		expect(sandbox.company.sessions).toHaveLength(1);
		sandbox.faults.add({ drop: true });
		expect(isDropped(await raw('/ping'))).toBe(true);
		expect(isDropped(await raw('/ping'))).toBe(false);
	});

	it('can be slowness alone, and the answer is then the true one', async () => {
		sandbox.faults.add({ delayMs: 5 });
		sandbox.faults.latencyMs = 1;
		expect(await statuses(1)).toEqual([200]);
		expect(sandbox.requests[0]?.fault).toBe('delay');
	});

	it('can be a missing licence or too many sessions', async () => {
		sandbox.faults.licenceMissing({ path: /\/reports\// });
		expect(await statuses(2, '/reports/connections')).toEqual([404, 404]);
		sandbox.faults.clear();
		sandbox.faults.licenceMissing({ status: 500 });
		expect((await call(sandbox, '/account')).body).toMatchObject({
			error: 'internal_error',
			error_signature: expect.any(String) as string,
		});
		sandbox.faults.clear();
		sandbox.faults.sessionLimit();
		// Bare text, as the live service sends it.
		const refused = await sandbox.fetch(
			new Request('https://webapi.teamviewer.com/api/v1/sessions', { method: 'POST' }),
		);
		expect(refused.status).toBe(400);
		expect(refused.headers.get('Content-Type')).toBe('text/plain');
		expect(await refused.text()).toContain('license limitations');
	});
});
