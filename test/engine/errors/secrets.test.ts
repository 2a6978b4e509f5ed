/* eslint-disable @n8n/community-nodes/no-restricted-imports -- looks at everything an error carries, the way a log would */
import { inspect } from 'node:util';

import { oAuth2Credential } from '../../harness/engine';
import { locator, workbench } from '../../harness/workbench';

jest.mock('n8n-workflow', () =>
	jest
		.requireActual<typeof import('../../harness/noWaiting')>('../../harness/noWaiting')
		.n8nWorkflowWithoutWaiting(),
);

const { sandbox, run, fail } = workbench();
const { clientId, clientSecret } = sandbox.credentials;
const tokens = sandbox.issueTokens();
const credential = oAuth2Credential({ clientId, clientSecret }, tokens);
const SECRETS = [clientSecret, tokens.access_token, tokens.refresh_token];

/** Everything that n8n could show, store or log of an error. */
const everythingIn = (error: Error) =>
	[
		error.message,
		error.stack,
		JSON.stringify(error),
		inspect(error, { depth: Infinity, showHidden: true }),
	].join('\n');

const echo = `${tokens.access_token} ${tokens.refresh_token} ${clientSecret}`;

describe('No secret is in anything that an error carries', () => {
	it.each([
		['a refusal', { status: 400, body: { error: 'invalid_request' } }],
		['a missing permission', { status: 403, body: { error: 'insufficient_scope' } }],
		['an internal error', { status: 500, body: 'oops' }],
		['a broken connection', { drop: true }],
		['a redirect', { status: 302, headers: { Location: 'https://example.com/' } }],
		['something else than JSON', { status: 200, body: `<html>${echo}</html>` }],
		[
			'an error that echoes the secrets',
			{ status: 400, body: { error: echo, error_description: echo, error_signature: echo } },
		],
		[
			'a newer error that echoes the secrets',
			{ status: 200, body: { IsSuccess: false, Error: { Message: echo, ExceptionName: echo } } },
		],
		['a list of something else, with the secrets', { status: 200, body: { groups: [echo] } }],
		['a page with the secrets', { status: 418, body: echo, headers: { 'X-Echo': echo } }],
	])('after %s', async (_, fault) => {
		sandbox.faults.failEvery({ path: /groups/, ...fault });
		const error = await fail('group', 'getAll', {}, { credential });
		for (const secret of SECRETS) expect(everythingIn(error)).not.toContain(secret);

		const { items } = await run('group', 'getAll', {}, { credential, continueOnFail: true });
		for (const secret of SECRETS) expect(JSON.stringify(items)).not.toContain(secret);
	});

	it('after a refresh that is refused', async () => {
		sandbox.faults.failEvery({ path: /groups/, status: 401, body: { error: 'token_expired' } });
		sandbox.faults.failEvery({ path: /oauth2/, status: 400, body: { error: echo } });
		const error = await fail('group', 'getAll', {}, { credential });
		for (const secret of SECRETS) expect(everythingIn(error)).not.toContain(secret);
	});

	it.each([
		'https://get.teamviewer.com/v15/s119457589-AEG8iPEEzz96?token=AEG8iPEEzz96',
		'get.teamviewer.com/v15/s119457589-AEG8iPEEzz96?token=AEG8iPEEzz96',
		'//get.teamviewer.com/v15/s119457589-AEG8iPEEzz96',
		'Link: get.teamviewer.com/v15/s119457589-AEG8iPEEzz96',
	])("after a supporter's link in the wrong field: %s", async (link) => {
		for (const [resource, operation, parameters] of [
			['connectionReport', 'get', { report: locator('id', link) }],
			['session', 'get', { session: locator('code', link.replace('s119457589', 'x')) }],
			['session', 'create', { group: locator('id', link) }],
			[
				'session',
				'update',
				{ session: locator('code', 's119-457-589'), updateFields: { state: link } },
			],
			['user', 'get', { user: locator('email', link) }],
			['connectionReport', 'getAll', { filters: { deviceId: link } }],
			['connectionReport', 'getAll', { filters: { startedAfter: link } }],
		] as const) {
			const error = await fail(resource, operation, parameters);
			expect(error.message).toMatch(/is (a link to "get\.teamviewer\.com"|"Link: …")/);
			// The node keeps its own parameters, which the user sees anyway.
			expect([error.message, error.description, error.stack].join()).not.toContain('AEG8iPEEzz96');
		}
	});

	it("after a session's code, where the end of a supporter's link went into a field", async () => {
		const tail = 's119457589-AEG8iPEEzz96';
		for (const [resource, operation, parameters] of [
			['session', 'get', { session: locator('code', tail) }],
			['connectionReport', 'get', { report: locator('id', tail) }],
			['session', 'create', { group: locator('id', tail) }],
		] as const) {
			const error = await fail(resource, operation, parameters);
			expect(error.message).toContain('"s119457589-…"');
			expect([error.message, error.description, error.stack].join()).not.toContain('AEG8iPEEzz96');
		}
	});
});
