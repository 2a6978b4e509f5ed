import { oAuth2Credential, tokenCredential, type StoredCredential } from '../../harness/engine';
import { locator, workbench } from '../../harness/workbench';

jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../../harness/noWaiting')>('../../harness/noWaiting')
		.n8nWorkflowWithoutWaiting(),
);

const { sandbox, run, fail, sent } = workbench();
const { clientId, clientSecret } = sandbox.credentials;

const connect = () => oAuth2Credential({ clientId, clientSecret }, sandbox.issueTokens());
const tokensOf = (credential: StoredCredential) =>
	credential.data.oauthTokenData as { access_token: string; refresh_token: string };
const refreshes = () => sent().filter(({ path }) => path === '/oauth2/token');

describe('An OAuth2 token that expired', () => {
	it('is refreshed once, with client and secret in the body, and the new tokens are kept', async () => {
		const credential = connect();
		const old = { ...tokensOf(credential) };
		sandbox.expireAccessTokens();

		const first = await run('group', 'getAll', {}, { credential });
		expect(first.items.length).toBeGreaterThan(0);
		expect(refreshes()).toEqual([
			{
				method: 'POST',
				path: '/oauth2/token',
				body: {
					grant_type: 'refresh_token',
					refresh_token: old.refresh_token,
					client_id: clientId,
					client_secret: clientSecret,
				},
			},
		]);
		expect(tokensOf(credential).access_token).not.toBe(old.access_token);
		expect(tokensOf(credential).refresh_token).not.toBe(old.refresh_token);

		sandbox.clearRequests();
		await run('group', 'getAll', {}, { credential });
		expect(refreshes()).toEqual([]);
	});

	it('is refreshed once for many items at a time, and no second refresh burns the new one', async () => {
		const credential = connect();
		sandbox.expireAccessTokens();
		const { items } = await run('group', 'getAll', {}, { credential, items: Array(12).fill({}) });
		expect(items.length).toBeGreaterThan(12);
		expect(refreshes()).toHaveLength(1);
		sandbox.expireAccessTokens();
		await run('group', 'getAll', {}, { credential });
		expect(refreshes()).toHaveLength(2);
	});

	it('does not make a session twice', async () => {
		const credential = connect();
		const before = sandbox.company.sessions.length;
		sandbox.expireAccessTokens();
		const group = locator('id', sandbox.company.groups[0]?.id ?? '');
		await run('session', 'create', { group }, { credential });
		expect(sandbox.company.sessions).toHaveLength(before + 1);
	});

	it('is refreshed where TeamViewer says so with a 400', async () => {
		const credential = connect();
		sandbox.faults.add({
			path: /groups/,
			status: 400,
			body: {
				error: 'token_expired',
				error_description: 'The access token expired',
				error_code: 1,
			},
		});
		const { items } = await run('group', 'getAll', {}, { credential });
		expect(items.length).toBeGreaterThan(0);
		expect(refreshes()).toHaveLength(1);
	});

	it('is refreshed once, too, where that meets many items at a time, one after the other', async () => {
		const credential = connect();
		const expired = tokensOf(credential).access_token.slice(-4);
		for (let item = 0; item < 10; item++) {
			sandbox.faults.add({
				path: /groups/,
				where: ({ authorization }) => authorization.endsWith(expired) && sent().length > 1,
				delayMs: item * 10,
				status: 400,
				body: { error: 'token_expired', error_code: 1 },
			});
		}
		const { items } = await run('group', 'getAll', {}, { credential, items: Array(40).fill({}) });
		expect(items.length).toBeGreaterThan(40);
		expect(refreshes()).toHaveLength(1);
	});

	it.each(['invalid_grant', 'invalid_request', 'anything_else'])(
		'asks to reconnect when TeamViewer refuses to renew it with %s',
		async (category) => {
			const credential = connect();
			sandbox.expireAccessTokens();
			sandbox.faults.failEvery({
				path: /oauth2/,
				status: 400,
				body: { error: category, error_description: 'The refresh token was used' },
			});
			const error = await fail('group', 'getAll', {}, { credential });
			expect(error.message).toBe(
				'TeamViewer refused to renew the access, please reconnect the credential',
			);
			expect(error.description).toContain("press 'Switch account'");
			expect(error.failure).toEqual({ cause: 'credential-invalid' });
		},
	);
});

describe('A credential that cannot be used', () => {
	it('says so when it was never connected', async () => {
		const credential = connect();
		delete credential.data.oauthTokenData;
		const error = await fail('group', 'getAll', {}, { credential });
		expect(error.message).toBe('The TeamViewer credential is not connected yet');
		expect(error.description).toBe(
			"Open the TeamViewer OAuth2 API credential and press 'Connect'.",
		);
		expect(sent()).toEqual([]);
	});

	it('says what to do about a script token that TeamViewer does not accept', async () => {
		const error = await fail('group', 'getAll', {}, { credential: tokenCredential('made-up') });
		expect(error.message).toBe('TeamViewer does not accept the access token');
		expect(error.description).toBe(
			'Create a new script token in TeamViewer (Edit profile > Apps) and paste it into \'Script Token\' of the TeamViewer API credential. TeamViewer said: HTTP 401, invalid_token, "The access token is invalid".',
		);
		expect(error.httpCode).toBe('401');
		expect(error.failure).toEqual({ cause: 'credential-invalid' });
	});
});
