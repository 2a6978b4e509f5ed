import { createSandbox, type Sandbox } from '../../sandbox';
import { call } from './caller';

const CALLBACK = 'http://localhost:5678/rest/oauth2-credential/callback';
const MINUTE = 60_000;

let clock: number;
let sandbox: Sandbox;

beforeEach(() => {
	clock = Date.parse('2026-11-20T15:00:00Z');
	sandbox = createSandbox({ company: 'empty', now: () => clock });
});

async function authorizePage(change: Record<string, string | undefined> = {}) {
	const url = new URL('https://login.teamviewer.com/oauth2/authorize');
	const parameters: Record<string, string | undefined> = {
		response_type: 'code',
		client_id: sandbox.credentials.clientId,
		redirect_uri: CALLBACK,
		state: 'st4te',
		display: 'popup',
		scope: '',
		...change,
	};
	for (const [name, value] of Object.entries(parameters)) {
		if (value !== undefined) url.searchParams.set(name, value);
	}
	const response = await sandbox.fetch(new Request(url));
	return { status: response.status, html: await response.text() };
}

async function answerPage(html: string, decision: 'allow' | 'deny'): Promise<URL> {
	const request = /name="request" value="([^"]+)"/.exec(html)?.[1] ?? '';
	const response = await sandbox.fetch(
		new Request('https://login.teamviewer.com/oauth2/authorize', {
			method: 'POST',
			body: new URLSearchParams({ request, decision }),
		}),
	);
	return new URL(response.headers.get('Location') ?? 'about:blank');
}

async function consent(decision: 'allow' | 'deny' = 'allow'): Promise<URL> {
	return await answerPage((await authorizePage()).html, decision);
}

async function tokenRequest(fields: Record<string, string>, headers: Record<string, string> = {}) {
	const { clientId: client_id, clientSecret: client_secret } = sandbox.credentials;
	const response = await sandbox.fetch(
		new Request('https://webapi.teamviewer.com/api/v1/oauth2/token', {
			method: 'POST',
			headers,
			body: new URLSearchParams({ client_id, client_secret, ...fields }),
		}),
	);
	return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function redeem(code: string, redirect_uri = CALLBACK) {
	return await tokenRequest({ grant_type: 'authorization_code', code, redirect_uri });
}

async function refresh(refresh_token: unknown) {
	return await tokenRequest({
		grant_type: 'refresh_token',
		refresh_token: String(refresh_token),
	});
}

describe('the consent page', () => {
	it('names the app and every permission, and says that it is a sandbox', async () => {
		const { status, html } = await authorizePage();
		expect(status).toBe(200);
		for (const text of ['TeamViewer sandbox', '“n8n”', 'Sessions.Create', 'Allow', 'Deny']) {
			expect(html).toContain(text);
		}
	});

	it('names the areas whose permissions have no scope too, and grants them', async () => {
		const { html } = await authorizePage({ scope: 'Account.Read' });
		const lines = [...html.matchAll(/<span>([^<]+)<\/span>\s*<span class="ticks">([^<]*)</g)];
		const ticks = Object.fromEntries(lines.map(([, area, words]) => [area, words]));
		expect(ticks).toMatchObject({
			'Account management': 'view profile',
			'User Group management': 'edit groups, view groups',
			'Device Groups': 'modifying operations, read operations',
			'Event logging': 'allow requesting all event logs',
			'User roles': 'edit, view',
			'Company administration, Monitoring, Patch management': '',
		});
		expect(Object.keys(ticks)).not.toContain('Group management');
		const code = (await answerPage(html, 'allow')).searchParams.get('code') ?? '';
		const token = String((await redeem(code)).body.access_token);
		for (const path of ['/usergroups', '/managed/devices', '/userroles', '/company']) {
			expect([path, (await call(sandbox, path, { token })).status]).toEqual([path, 200]);
		}
	});

	it('sends the user back with a code and the state, or with access_denied', async () => {
		const allowed = await consent();
		expect(allowed.href.startsWith(CALLBACK)).toBe(true);
		expect(allowed.searchParams.get('state')).toBe('st4te');
		expect(allowed.searchParams.get('code')).toMatch(/^\w{24}$/);
		const denied = await consent('deny');
		expect(Object.fromEntries(denied.searchParams)).toEqual({
			error: 'access_denied',
			state: 'st4te',
		});
	});

	it('takes one answer only', async () => {
		const { html } = await authorizePage();
		await answerPage(html, 'allow');
		expect((await answerPage(html, 'allow')).href).toBe('about:blank');
	});

	it.each([
		['a redirect URI that is not registered to the letter', { redirect_uri: `${CALLBACK}/` }],
		['an unknown client', { client_id: 'somebody' }],
		['another display than popup', { display: undefined }],
		['another response type than code', { response_type: 'token' }],
		["a permission TeamViewer doesn't have", { scope: 'openid' }],
		['a parameter it does not know', { prompt: 'login' }],
	])('refuses %s without sending the user anywhere', async (_, change) => {
		const { status, html } = await authorizePage(change);
		expect(status).toBe(400);
		expect(html).toContain('This request cannot be answered');
	});

	it('keeps what the app writes into its address out of its markup', async () => {
		const { html } = await authorizePage({ client_id: '<script>', redirect_uri: '<script>' });
		expect(html).not.toContain('<script>');
	});

	it('accepts any redirect URI where a test asks for it', async () => {
		sandbox.credentials.redirectUris = ['*'];
		expect((await authorizePage({ redirect_uri: 'http://127.0.0.1:1/cb' })).status).toBe(200);
	});

	it('grants less where the app asks for less', async () => {
		const { html } = await authorizePage({ scope: 'Account.Read Sessions.ReadAll' });
		const code = (await answerPage(html, 'allow')).searchParams.get('code') ?? '';
		const token = String((await redeem(code)).body.access_token);
		expect((await call(sandbox, '/account', { token })).status).toBe(200);
		expect((await call(sandbox, '/groups', { token })).status).toBe(403);
	});
});

describe('tokens', () => {
	async function connect() {
		const code = (await consent()).searchParams.get('code') ?? '';
		return (await redeem(code)).body;
	}

	it('come for a code, in the documented form, and open the API', async () => {
		const answer = await connect();
		expect(answer).toEqual({
			access_token: expect.any(String),
			token_type: 'bearer',
			expires_in: 86_400,
			refresh_token: expect.any(String),
		});
		const account = await call(sandbox, '/account', { token: String(answer.access_token) });
		expect(account.status).toBe(200);
		expect(sandbox.requests.at(-1)?.tokenId).toBe('oauth-1');
	});

	it('come once for a code, within ten minutes, for the same redirect URI', async () => {
		const codeOf = async () => (await consent()).searchParams.get('code') ?? '';
		const spent = await codeOf();
		await redeem(spent);
		const late = await codeOf();
		clock += 10 * MINUTE;
		const answers = [
			await redeem(spent),
			await redeem(late),
			await redeem(await codeOf(), `${CALLBACK}?x`),
		];
		for (const answer of answers) {
			expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
		}
	});

	it('need the secret in the body, not in a header, and nothing unknown beside it', async () => {
		const grant = { grant_type: 'refresh_token', refresh_token: 'x' };
		const { clientId, clientSecret } = sandbox.credentials;
		const basic = await tokenRequest(grant, {
			Authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}`,
		});
		const wrong = await tokenRequest({ ...grant, client_secret: 'wrong' });
		const unknown = await tokenRequest({ ...grant, audience: 'me' });
		expect([basic.body.error, wrong.body.error]).toEqual(['invalid_client', 'invalid_client']);
		expect(unknown.body.error_description).toContain("'audience'");
	});

	it('expire after a day and are refreshed once per refresh token', async () => {
		const first = await connect();
		clock += 86_400_000;
		const expired = await call(sandbox, '/account', { token: String(first.access_token) });
		expect(expired.status).toBe(401);
		expect(expired.headers.get('WWW-Authenticate')).toBe('Bearer');
		expect(expired.body).toEqual({
			error: 'token_expired',
			error_code: 1,
			error_description: 'The access token expired',
		});
		const second = await refresh(first.refresh_token);
		expect(second.status).toBe(200);
		expect(second.body.refresh_token).not.toBe(first.refresh_token);
		const burnt = await refresh(first.refresh_token);
		expect(burnt).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
		expect(sandbox.requests.at(-1)).toMatchObject({
			status: 400,
			body: { refresh_token: first.refresh_token },
		});
		expect((await refresh(second.body.refresh_token)).status).toBe(200);
	});

	it('live as long as the sandbox is told', async () => {
		sandbox.setAccessTokenLifetime(60);
		const { access_token: token, expires_in } = sandbox.issueTokens();
		expect(expires_in).toBe(60);
		clock += 59_000;
		expect((await call(sandbox, '/account', { token })).status).toBe(200);
		clock += 1000;
		expect((await call(sandbox, '/account', { token })).status).toBe(401);
	});

	it('can all be expired at once, but for script tokens', async () => {
		const { access_token: token } = sandbox.issueTokens();
		sandbox.expireAccessTokens();
		const { userToken, scriptToken } = sandbox.credentials;
		expect((await call(sandbox, '/account', { token })).body.error).toBe('token_expired');
		expect((await call(sandbox, '/account', { token: userToken })).status).toBe(401);
		expect((await call(sandbox, '/account', { token: scriptToken })).status).toBe(200);
	});

	it('die with their refresh token when revoked', async () => {
		const { access_token: token, refresh_token } = sandbox.issueTokens();
		expect((await call(sandbox, '/oauth2/revoke', { method: 'POST', token })).status).toBe(204);
		expect((await call(sandbox, '/account', { token })).body.error).toBe('invalid_token');
		expect((await refresh(refresh_token)).status).toBe(400);
	});

	it('all die when everything is revoked', async () => {
		const { refresh_token } = sandbox.issueTokens();
		sandbox.revokeAll();
		const { scriptToken } = sandbox.credentials;
		expect((await call(sandbox, '/account', { token: scriptToken })).body.error).toBe(
			'invalid_token',
		);
		expect((await refresh(refresh_token)).body.error).toBe('invalid_grant');
	});

	it('come back with a withdrawn grant, but not those that the app gave up or used', async () => {
		const kept = sandbox.issueTokens();
		const renewed = (await refresh(kept.refresh_token)).body;
		const givenUp = sandbox.issueTokens();
		const revoke = { method: 'POST', token: givenUp.access_token };
		expect((await call(sandbox, '/oauth2/revoke', revoke)).status).toBe(204);
		sandbox.revokeGrants();
		sandbox.restoreGrants();
		const status = async (token: unknown) =>
			(await call(sandbox, '/account', { token: String(token) })).status;
		expect(await status(renewed.access_token)).toBe(200);
		expect(await status(givenUp.access_token)).toBe(401);
		expect((await refresh(givenUp.refresh_token)).status).toBe(400);
		expect((await refresh(kept.refresh_token)).status).toBe(400);
		expect((await refresh(renewed.refresh_token)).status).toBe(200);
	});

	it('stay dead when everything was revoked, whatever comes back of the grants', async () => {
		const { access_token: token } = sandbox.issueTokens();
		sandbox.revokeGrants();
		sandbox.revokeAll();
		sandbox.restoreGrants();
		expect((await call(sandbox, '/account', { token })).status).toBe(401);
	});

	it('are judged by ping in its body, never by its status', async () => {
		const verdicts = [];
		for (const token of [sandbox.credentials.scriptToken, 'made-up', '']) {
			const answer = await call(sandbox, '/ping', { token });
			verdicts.push([answer.status, answer.body.token_valid]);
		}
		expect(verdicts).toEqual([
			[200, true],
			[200, false],
			[200, false],
		]);
	});

	it('are not written into the request log', async () => {
		await call(sandbox, '/account');
		const logged = JSON.stringify(sandbox.requests);
		expect(logged).not.toContain(sandbox.credentials.userToken);
		expect(sandbox.requests[0]?.authorization).toBe(
			`Bearer …${sandbox.credentials.userToken.slice(-4)}`,
		);
	});
});

describe('permissions', () => {
	it.each([
		['GET', '/account', 'Account.Read', undefined],
		['GET', '/groups', 'Groups.Read', undefined],
		['GET', '/users', 'Users.Read', undefined],
		['GET', '/devices', 'ContactList.Read', undefined],
		['GET', '/contacts', 'ContactList.Read', undefined],
		['GET', '/sessions', 'Sessions.ReadAll', undefined],
		['GET', '/sessions', 'Sessions.ReadOwn', undefined],
		['POST', '/sessions', 'Sessions.Create', { groupname: 'Any' }],
		['GET', '/reports/connections', 'Connections.Read', undefined],
		['GET', '/reports/devices', 'Connections.Read', undefined],
	])('%s %s needs %s and nothing else', async (method, path, scope, body) => {
		const { credentials } = sandbox;
		const allowed = { method, body, token: credentials.limitedToken([scope]) };
		const refused = { method, body, token: credentials.limitedToken([]) };
		expect((await call(sandbox, path, allowed)).status).toBe(200);
		const answer = await call(sandbox, path, refused);
		expect(answer.status).toBe(403);
		expect(answer.body.error).not.toBe('rate_limit_reached');
	});

	it('PUT and DELETE of a report need their own', async () => {
		const { id } = sandbox.addReport();
		const path = `/reports/connections/${id}`;
		const token = sandbox.credentials.limitedToken(['Connections.Read']);
		const put = { method: 'PUT', body: { notes: 'x' }, token };
		expect((await call(sandbox, path, put)).status).toBe(403);
		expect((await call(sandbox, path, { method: 'DELETE', token })).status).toBe(403);
	});

	it('"own" reaches the sessions that are assigned to the token\'s user', async () => {
		const mine = sandbox.addSession({ assigned_userid: sandbox.company.account.userid });
		const other = sandbox.addSession({ assigned_userid: 'u0' });
		const token = sandbox.credentials.limitedToken(['Sessions.ReadOwn', 'Sessions.ModifyOwn']);
		const list = await call(sandbox, '/sessions', { token });
		expect(list.body.sessions).toMatchObject([{ code: mine.code }]);
		expect((await call(sandbox, `/sessions/${other.code}`, { token })).status).toBe(403);
		const close = { method: 'PUT', body: { state: 'closed' }, token };
		expect((await call(sandbox, `/sessions/${other.code}`, close)).status).toBe(403);
		expect((await call(sandbox, `/sessions/${mine.code}`, close)).status).toBe(204);
	});

	it('company tokens read sessions, reports and users, but no account, devices, contacts or groups', async () => {
		const token = sandbox.credentials.companyToken;
		const statuses = [];
		for (const path of [
			...['/sessions', '/reports/connections', '/users'],
			...['/account', '/devices', '/contacts', '/groups', '/teamviewerpolicies'],
		]) {
			statuses.push((await call(sandbox, path, { token })).status);
		}
		expect(statuses).toEqual([200, 200, 200, 403, 403, 403, 403, 403]);
	});

	it('are refused with 400 where a test asks for the older way', async () => {
		sandbox = createSandbox({ company: 'empty', missingPermissionStatus: 400 });
		const token = sandbox.credentials.limitedToken([]);
		expect((await call(sandbox, '/groups', { token })).status).toBe(400);
	});
});
