/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import path from 'node:path';
import { createSandbox, type RecordedRequest } from '../sandbox';
import type { SavedCredential } from '../n8n/credentials';
import { dataTableRows, findDataTable } from '../n8n/dataTables';
import {
	assertSuccess,
	jsonOf,
	listExecutions,
	readExecution,
	runWorkflow,
	type Execution,
} from '../n8n/executions';
import { ARTIFACTS } from '../n8n/paths';
import { ensureRuntime } from '../n8n/runtime';
import { createCredentials, startSandboxedN8n, type SandboxedN8n } from '../n8n/sandboxedN8n';
import { sayPlainly } from '../n8n/sayPlainly';
import { waitFor } from '../n8n/waiting';
import { publishWorkflow, unpublishWorkflow, type SavedWorkflow } from '../n8n/workflows';
import { importExample, pollEveryTenSeconds } from '../start/examples';

/** A real n8n is started, and installs the package; a poll that is waited for comes within ten seconds. */
jest.setTimeout(300_000);

/** Milliseconds. */
const DAY = 24 * 3600 * 1000;

describe('The main job in a real n8n', () => {
	const sandbox = createSandbox();
	let stage: SandboxedN8n;
	let credentials: SavedCredential[];

	beforeAll(async () => {
		stage = await startSandboxedN8n({
			runtime: await ensureRuntime(sayPlainly),
			userFolder: path.join(ARTIFACTS, 'e2e', 'main-job'),
			sandbox,
		});
	});
	afterAll(async () => await stage?.stop());

	/** The token endpoint's requests of this kind since the log was last cleared. */
	const tokenRequests = (grant: 'authorization_code' | 'refresh_token'): RecordedRequest[] =>
		sandbox.requests.filter(
			({ path: asked, body }) =>
				asked.endsWith('/oauth2/token') && (body as { grant_type: string }).grant_type === grant,
		);

	test('n8n installs the packed tarball and finds both nodes in it', async () => {
		const installed =
			await stage.session.get<
				Array<{ packageName: string; installedNodes: Array<{ type: string }> }>
			>('/community-packages');

		expect(installed.map(({ packageName }) => packageName)).toEqual(['n8n-nodes-teamviewer']);
		expect(installed[0]?.installedNodes.map(({ type }) => type).sort()).toEqual([
			'n8n-nodes-teamviewer.teamViewer',
			'n8n-nodes-teamviewer.teamViewerTrigger',
		]);
	});

	test("TeamViewer is connected through its consent page, with the app's secret in the body only", async () => {
		credentials = await createCredentials(stage);

		const [exchange, ...more] = tokenRequests('authorization_code');
		expect(more).toEqual([]);
		expect(exchange).toMatchObject({
			status: 200,
			authorization: '',
			body: {
				client_id: sandbox.credentials.clientId,
				client_secret: sandbox.credentials.clientSecret,
				redirect_uri: `${stage.n8n.url}/rest/oauth2-credential/callback`,
			},
		});
	});

	test('"Create a support session" shows the code and three links of the session that TeamViewer now has', async () => {
		const workflow = await importExample(stage.session, 'create-session', credentials);
		const execution = await runWorkflow(stage.session, workflow);
		assertSuccess(execution, workflow.name);

		const [shown] = jsonOf<Record<string, string>>(execution, 'Show the links');
		const created = sandbox.company.sessions.find(({ code }) => code === shown?.['Session code']);
		expect(created).toMatchObject({
			state: 'Open',
			end_customer: { name: 'Mia Example' },
			end_customer_link: shown?.['For the customer'],
			supporter_link: shown?.['For the supporter'],
			webclient_supporter_link: shown?.['For the supporter in the browser'],
		});
	});

	test('"Hours per customer" adds up every connection that ended in the last 30 days', async () => {
		const workflow = await importExample(stage.session, 'reports-last-30-days', credentials);
		sandbox.clearRequests();
		const execution = await runWorkflow(stage.session, workflow);
		assertSuccess(execution, workflow.name);

		const reports = jsonOf<{ id: string }>(execution, 'Ended in the last 30 days');
		const rows = jsonOf<{ connections: number; hours: number }>(execution, 'Most hours first');
		const asked = sandbox.requests.filter(({ path: to }) => to.endsWith('/reports/connections'));
		// Asked for by their start, which for a long connection lies a while before its end.
		const since = Date.parse(asked[0]?.query.from_date ?? '') + 7 * DAY;
		expect(Math.round((Date.now() - since) / DAY)).toBe(30);
		const expected = sandbox.company.connectionReports.filter(
			({ start_date, end_date }) =>
				Date.parse(start_date ?? '') >= since - 7 * DAY && Date.parse(end_date ?? '') >= since,
		);
		expect(reports.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
		expect(rows.reduce((sum, row) => sum + row.connections, 0)).toBe(reports.length);
		expect(rows.map((row) => row.hours)).toEqual(
			rows.map((row) => row.hours).sort((a, b) => b - a),
		);
	});

	test('an access token that has expired is refreshed once, and n8n goes on with the new one', async () => {
		const workflow = await importExample(stage.session, 'create-session', credentials);
		sandbox.clearRequests();
		sandbox.expireAccessTokens();

		assertSuccess(await runWorkflow(stage.session, workflow), workflow.name);
		assertSuccess(await runWorkflow(stage.session, workflow), workflow.name);

		expect(tokenRequests('refresh_token')).toHaveLength(1);
		expect(tokenRequests('refresh_token')[0]).toMatchObject({
			status: 200,
			authorization: '',
			body: { client_secret: sandbox.credentials.clientSecret },
		});
	});

	describe('with the trigger published', () => {
		let workflow: SavedWorkflow;

		/** The trigger's executions, oldest first, when there are as many as this. */
		const executionsOf = async (count: number): Promise<Execution[]> => {
			const found = await waitFor(
				async () => {
					const list = await listExecutions(stage.session, workflow.id, 'success');
					const polled = list.filter(({ mode }) => mode === 'trigger');
					return polled.length >= count ? polled : undefined;
				},
				{ for: `${count} executions of "${workflow.name}"` },
			);
			const executions = await Promise.all(found.map(({ id }) => readExecution(stage.session, id)));
			return executions.reverse();
		};
		const emittedBy = (execution: Execution | undefined) =>
			execution === undefined
				? []
				: jsonOf<{ id: string }>(execution, 'New connection report').map(({ id }) => id);

		beforeAll(async () => {
			workflow = await importExample(
				stage.session,
				'new-reports-to-table',
				credentials,
				pollEveryTenSeconds,
			);
			assertSuccess(await runWorkflow(stage.session, workflow, 'Make the table'), workflow.name);
			await publishWorkflow(stage.session, workflow);
		});
		afterAll(async () => await unpublishWorkflow(stage.session, workflow.id));

		test('a new report starts an execution with that report, and becomes a row of the table', async () => {
			const report = sandbox.addReport();

			const [first] = await executionsOf(1);
			expect(emittedBy(first)).toEqual([report.id]);
			const table = await findDataTable(stage.session, 'TeamViewer connections');
			expect(await dataTableRows(stage.session, table)).toEqual([
				expect.objectContaining({ report_id: report.id, supporter: report.username }),
			]);
		});

		test('the trigger goes on when the token expires in between, with one refresh', async () => {
			sandbox.clearRequests();
			sandbox.expireAccessTokens();
			const report = sandbox.addReport();

			const [, second] = await executionsOf(2);
			expect(emittedBy(second)).toEqual([report.id]);
			expect(tokenRequests('refresh_token')).toHaveLength(1);
		});

		test('a restart of n8n neither loses nor repeats a report', async () => {
			await stage.n8n.stop();
			const report = sandbox.addReport();
			await stage.n8n.restart();

			const executions = await executionsOf(3);
			expect(executions).toHaveLength(3);
			expect(emittedBy(executions[2])).toEqual([report.id]);
		});
	});
});
