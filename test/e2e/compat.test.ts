import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';
import { installOn, type Release } from '../compat/install';
import { NodeFailure, OlderN8n } from '../compat/olderN8n';
import type { ActionTask, StaticData } from '../compat/tasks';
import { startInterceptingProxy, type InterceptingProxy } from '../n8n/proxy';
import { sayPlainly } from '../n8n/sayPlainly';
import { teamViewerSite } from '../n8n/teamViewerSite';
import { createSandbox } from '../sandbox';
import { HOUR, writeDate } from '../sandbox/dates';

/** An engine is downloaded once. */
jest.setTimeout(300_000);

/** The newest n8n runs in every other test. */
describe.each<{ release: Release; engine: string; is: string; tokenRefresh: boolean }>([
	{ release: '1.85', engine: '1.84.0', is: 'the oldest that works', tokenRefresh: false },
	{ release: '1.123', engine: '1.122.48', is: 'which loses causes of errors', tokenRefresh: true },
])('On n8n $release, $is', ({ release, engine, tokenRefresh }) => {
	const sandbox = createSandbox({ company: 'small', pageSize: 50 });
	const { clientId, clientSecret, scriptToken } = sandbox.credentials;
	let folder: string;
	let proxy: InterceptingProxy;
	let n8n: OlderN8n;
	let stored: ICredentialDataDecryptedObject;

	beforeAll(async () => {
		folder = await installOn(release, sayPlainly);
		proxy = await startInterceptingProxy([teamViewerSite(sandbox)]);
		n8n = await OlderN8n.start(folder, proxy);
	});
	beforeEach(() => {
		const tokens = sandbox.issueTokens() as unknown as IDataObject;
		stored = { clientId, clientSecret, oauthTokenData: { ...tokens } };
		sandbox.faults.clear();
		sandbox.clearRequests();
	});
	afterAll(async () => {
		await n8n?.stop();
		await proxy?.stop();
	});

	/** Runs the action node with the OAuth2 credential, and keeps what n8n then has stored of it. */
	const act = async (parameters: INodeParameters, more: Partial<ActionTask> = {}) => {
		const result = await n8n.run('act', {
			...{ type: 'teamViewerOAuth2Api', stored, parameters, items: [{}] },
			...more,
		});
		stored = result.stored;
		return result;
	};
	const getSession = (code: string) => ({
		...{ resource: 'session', operation: 'get' },
		session: { __rl: true, mode: 'code', value: code },
	});

	it('loads both nodes and both credentials from the packed package, each with its two icons', async () => {
		const { nodes, credentials } = await n8n.run('load', null);

		const icons = [
			'icons/n8n-nodes-teamviewer/dist/icons/teamviewer.svg',
			'icons/n8n-nodes-teamviewer/dist/icons/teamviewer.dark.svg',
		];
		expect(nodes).toEqual([
			{ name: 'teamViewer', icons, outputs: ['main'] },
			{ name: 'teamViewerTrigger', icons, outputs: ['main'] },
		]);
		expect(credentials.sort((one, other) => one.name.localeCompare(other.name))).toEqual([
			{ name: 'teamViewerApi', icons },
			{ name: 'teamViewerOAuth2Api', icons },
		]);
	});

	it('meets the engine with what it can and cannot do, and brings no second n8n-workflow', async () => {
		const knows = { executionHints: true, pollBudget: false, tokenRefresh };
		expect(await n8n.run('load', null)).toMatchObject({ engine, knows, isWorkflowShared: true });
	});

	it('creates a session and hands out its links', async () => {
		const { outputs } = await act({
			...{ resource: 'session', operation: 'create' },
			group: { __rl: true, mode: 'name', value: 'Support' },
			additionalFields: { description: 'The printer does not print', validFor: 2 },
		});

		const session = outputs[0]?.[0]?.json;
		expect(session).toMatchObject({
			description: 'The printer does not print',
			end_customer_link: expect.stringContaining('https://get.teamviewer.com/'),
			supporter_link: expect.stringContaining('https://get.teamviewer.com/'),
			webclient_supporter_link: expect.stringContaining('https://login.teamviewer.com/'),
		});
		expect(sandbox.company.sessions.map(({ code }) => code)).toContain(session?.code);
	});

	it('reads a report list to its end, with a script token too', async () => {
		sandbox.addReports(120, { from: Date.now() - 100 * HOUR, to: Date.now() - 50 * HOUR });
		const parameters = { resource: 'connectionReport', operation: 'getAll', returnAll: true };

		for (const credential of [
			{},
			{ type: 'teamViewerApi', stored: { accessToken: scriptToken } } as const,
		]) {
			const { outputs } = await n8n.run('act', {
				...{ type: 'teamViewerOAuth2Api', stored, parameters, items: [{}] },
				...credential,
			});
			const ids = outputs[0]?.map(({ json }) => json.id);
			expect(new Set(ids)).toEqual(new Set(sandbox.company.connectionReports.map(({ id }) => id)));
			expect(ids).toHaveLength(sandbox.company.connectionReports.length);
		}
	});

	it('tells when several lists were cut', async () => {
		const { outputs, hints } = await act(
			{ resource: 'connectionReport', operation: 'getAll', limit: 3 },
			{ items: [{}, {}] },
		);

		expect(outputs[0]).toHaveLength(2 * 3);
		expect(hints.map(({ message }) => message)).toEqual([
			'More connection reports exist. Raise the limit or turn on Return All to get them.',
		]);
	});

	it('renews an expired token once, and keeps the new refresh token for the next time', async () => {
		const runAfterADay = async () => {
			sandbox.expireAccessTokens();
			sandbox.clearRequests();
			const { outputs } = await act({ resource: 'account', operation: 'get' });
			return {
				items: outputs[0]?.length,
				requests: sandbox.requests.map(({ path, status }) => [path, status]),
			};
		};

		const renewed = {
			items: 1,
			requests: [
				['/api/v1/account', 401],
				['/api/v1/oauth2/token', 200],
				['/api/v1/account', 200],
			],
		};
		expect(await runAfterADay()).toEqual(renewed);
		expect(await runAfterADay()).toEqual(renewed);
	});

	it('renews a token that expires under another status than 401, where n8n can', async () => {
		sandbox.faults.failNext(1, { path: '/api/v1/account', status: 403, body: TOKEN_EXPIRED });
		const { access_token: before } = stored.oauthTokenData as IDataObject;

		const { outputs } = await act({ resource: 'account', operation: 'get' });

		expect(outputs[0]).toHaveLength(1);
		const { access_token: after } = stored.oauthTokenData as IDataObject;
		expect(after !== before).toBe(tokenRefresh);
	});

	it('waits when there were too many calls, and goes on', async () => {
		sandbox.faults.rateLimit({ path: '/api/v1/account' });

		const { outputs } = await act({ resource: 'account', operation: 'get' });

		expect(outputs[0]).toHaveLength(1);
		expect(sandbox.requests.map(({ status }) => status)).toEqual([403, 200]);
	});

	it('says what to do when the access was revoked', async () => {
		stored.oauthTokenData = { access_token: 'revoked', refresh_token: 'revoked too' };

		const failure = await act({ resource: 'account', operation: 'get' }).catch(shown);

		expect(failure).toMatchObject({
			name: 'NodeApiError',
			message: 'TeamViewer refused to renew the access, please reconnect the credential',
			itemIndex: 0,
		});
	});

	it('says for which item what was refused, and what to do', async () => {
		const { code = '' } = sandbox.addSession();

		const failure = await act(getSession(`={{ $json.code }}`), {
			items: [{ code }, { code: 's000-000-000' }],
		}).catch(shown);

		expect(failure).toMatchObject({
			name: 'NodeApiError',
			message: 'TeamViewer refused the request: There is no such session.',
			description: expect.stringContaining('HTTP 400'),
			httpCode: '400',
			itemIndex: 1,
		});
	});

	it('says which input is wrong without asking TeamViewer', async () => {
		const failure = await act(getSession('no code')).catch(shown);

		expect(failure).toMatchObject({
			name: 'NodeOperationError',
			message: `'Session' is "no code", which is not a session code`,
		});
		expect(sandbox.requests).toEqual([]);
	});

	it('goes on after a failed item, or sends it to the error output', async () => {
		const { code = '' } = sandbox.addSession();
		const items = [{ code: 's000-000-000' }, { code }];
		const parameters = getSession('={{ $json.code }}');

		const goingOn = await act(parameters, { items, onError: 'continueRegularOutput' });
		const split = await act(parameters, { items, onError: 'continueErrorOutput' });

		const failed = {
			json: {
				error: 'TeamViewer refused the request: There is no such session.',
				message: expect.stringContaining('Check that TeamViewer has the session'),
			},
			pairedItem: { item: 0 },
		};
		const found = { json: expect.objectContaining({ code }), pairedItem: { item: 1 } };
		expect(goingOn.outputs).toEqual([[failed, found]]);
		expect(split.outputs).toEqual([[found], [failed]]);
	});

	it('fills a From List drop-down', async () => {
		const { results } = await n8n.run('search', {
			...{ type: 'teamViewerOAuth2Api', stored, parameters: {}, method: 'searchGroups' },
		});

		expect(results.map(({ value }) => value).sort()).toEqual(
			sandbox.company.groups.map(({ id }) => id).sort(),
		);
	});

	it('emits every new report once, across a restart', async () => {
		let staticData: StaticData = { node: {}, global: {} };
		const poll = async () => {
			const result = await n8n.run('poll', {
				...{ type: 'teamViewerOAuth2Api', stored, staticData },
				parameters: { triggerOn: 'connectionReportCreated' },
			});
			({ staticData } = result);
			return result.items?.map(({ json }) => json.id) ?? null;
		};
		const connect = () => sandbox.addReport({ start_date: writeDate(Date.now() - HOUR) }).id;

		expect(await poll()).toBeNull();
		const first = connect();
		expect(await poll()).toEqual([first]);
		await n8n.stop();
		const second = connect();
		n8n = await OlderN8n.start(folder, proxy);
		expect(await poll()).toEqual([second]);
		expect(await poll()).toBeNull();
	});
});

const TOKEN_EXPIRED = { error: 'token_expired', error_description: 'The access token expired' };

function shown(error: unknown): unknown {
	return error instanceof NodeFailure ? error.shown : error;
}
