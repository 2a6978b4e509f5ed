/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { IDataObject, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';
import { TeamViewer } from '../../nodes/TeamViewer/TeamViewer.node';
import { TeamViewerTrigger } from '../../nodes/TeamViewer/TeamViewerTrigger.node';
import { toTeamViewerDate } from '../../nodes/TeamViewer/teamviewer/dates';
import { RESOURCES } from '../../nodes/TeamViewer/operations';
import { EVENTS } from '../../nodes/TeamViewer/trigger/events';
import { NEXT_NODE, oneNode } from '../browser/oneNode';
import { sitDownAt, type Person } from '../browser/person';
import { labelsOf, unfolded } from '../browser/unfolded';
import type { SavedCredential } from '../n8n/credentials';
import { jsonOf, listExecutions, readExecution } from '../n8n/executions';
import { ARTIFACTS, ROOT } from '../n8n/paths';
import { isPortFree } from '../n8n/ports';
import { ensureRuntime } from '../n8n/runtime';
import { DEMO_OWNER, startSandboxedN8n, type SandboxedN8n } from '../n8n/sandboxedN8n';
import { sayPlainly } from '../n8n/sayPlainly';
import { waitFor } from '../n8n/waiting';
import { createWorkflow } from '../n8n/workflows';
import { createSandbox } from '../sandbox';

/** A real n8n and a browser are started; a poll that is waited for comes within a minute. */
jest.setTimeout(300_000);

/** `UPDATE_PICTURES=1 npm run e2e -- browser` makes the documentation's pictures anew. */
const takePictures = process.env.UPDATE_PICTURES !== undefined;

/** TeamViewer's clock stands still, so that every run shows the same reports; the one that starts a workflow is of today. */
const NOON = Date.UTC(2026, 10, 20, 12);

/** n8n's usual address is what the pictures are to show. */
const USUAL_PORT = 5678;

/** What n8n shows of an action that has not run yet. */
const SCHEMAS = path.join(ROOT, 'nodes', 'TeamViewer', '__schema__', 'v1.0.0');

describe('A person in front of n8n', () => {
	const sandbox = createSandbox({ now: () => NOON });
	let stage: SandboxedN8n;
	let person: Person;
	/** The workflow that waits for new reports, and the report that is to start it. */
	let publishedWorkflow: string;
	let newReport: string;

	beforeAll(async () => {
		stage = await startSandboxedN8n({
			runtime: await ensureRuntime(sayPlainly),
			userFolder: path.join(ARTIFACTS, 'browser'),
			port: takePictures && (await isPortFree(USUAL_PORT)) ? USUAL_PORT : undefined,
			sandbox,
		});
		person = await sitDownAt(stage, { folder: 'screenshots', takePictures });
		await person.editor.signIn(DEMO_OWNER);
	});
	afterAll(async () => {
		await person?.leave();
		await stage?.stop();
	});

	/**
	 * Opens a workflow around one node with these parameters. The node uses the OAuth2 credential of the story unless told
	 * otherwise.
	 *
	 * @returns the workflow's id
	 */
	const openWorkflowAround = async (
		description: INodeTypeDescription,
		parameters: IDataObject,
		{ withCredential = true } = {},
	): Promise<string> => {
		const credentials = await stage.session.get<SavedCredential[]>('/credentials');
		const credential = withCredential
			? credentials.find(({ name }) => name === 'TeamViewer account')
			: undefined;
		const workflow = oneNode(description, parameters, credential);
		const { id } = await createWorkflow(stage.session, workflow);
		await person.editor.openWorkflow(id);
		return id;
	};

	/** Opens a workflow around one node, and the node in it. */
	const openNode = async (...[description, ...others]: Parameters<typeof openWorkflowAround>) => {
		await openWorkflowAround(description, ...others);
		await person.editor.openNode(description.displayName);
	};

	/** A step of the story; when it fails, what the browser shows is kept. The steps build on each other. */
	const step = (title: string, act: (person: Person) => Promise<void>) =>
		test(title, async () => {
			let isDone = false;
			try {
				await act(person);
				isDone = true;
			} finally {
				if (!isDone) await person?.keepEvidence(title.replace(/\W+/g, '-').slice(0, 40));
			}
		});

	step(
		'finds TeamViewer in the node panel: one entry with every trigger and action',
		async ({ editor, album, page, withHighWindow }) => {
			await editor.openNewWorkflow();
			await editor.nodePanel.openForFirstNode();
			expect(await editor.nodePanel.search('teamviewer')).toEqual(['TeamViewer']);
			await album.add(page, 'teamviewer-in-the-node-panel');

			await editor.nodePanel.openApp('TeamViewer');
			await editor.nodePanel.unfoldActions();
			const actions = Object.values(RESOURCES).flatMap(({ operations }) =>
				Object.values(operations).map(({ action }) => action),
			);
			const events = new TeamViewerTrigger().description.properties
				.filter(({ name }) => name === 'triggerOn')
				.flatMap(({ options }) => (options ?? []) as INodePropertyOptions[])
				.map(({ action }) => String(action));
			const lines = await editor.nodePanel.lines();
			expect(lines.slice(0, events.length)).toEqual(events);
			expect(lines.slice(events.length).sort()).toEqual(actions.sort());
			await withHighWindow(1800, async () => await album.add(page, 'triggers-and-actions'));
		},
	);

	step(
		'connects TeamViewer from the node: client ID and secret, the consent page, connected',
		async ({ editor, album, page }) => {
			await editor.nodePanel.choose('Create session');
			await album.add(page, 'create-session-untouched');

			await editor.nodeView.newCredential();
			const { credentialDialog } = editor;
			await credentialDialog.fill('clientId', sandbox.credentials.clientId);
			await credentialDialog.fill('clientSecret', sandbox.credentials.clientSecret);
			await album.add(page, 'oauth2-credential-filled-in', 'connect');
			const question = await credentialDialog.connect();
			await album.add(question.page, 'consent-page');
			expect(await question.fits()).toBe(true);
			await question.allow();
			await credentialDialog.closedByItself();
			expect(await editor.nodeView.credentialName()).toBe('TeamViewer account');

			await editor.nodeView.editCredential();
			await credentialDialog.isConnected();
			await album.add(page, 'oauth2-credential-connected');
			await credentialDialog.close();
		},
	);

	step(
		'creates a session in a group from the list, and sees its code and three links in every view',
		async ({ editor, album, page }) => {
			const { nodeView } = editor;
			const group = nodeView.picker('group');
			await group.unfold();
			await album.add(page, 'groups-from-list');
			await group.search('bakery', 1);
			await group.choose('Harbour Street Bakery');
			await nodeView.addField('Additional Fields', 'Description');
			await nodeView.fill('description', 'Card reader is not found at the till');
			await nodeView.execute();

			const [created] = sandbox.company.sessions;
			expect(created).toMatchObject({
				groupid: sandbox.company.groups.find(({ name }) => name === 'Harbour Street Bakery')?.id,
				description: 'Card reader is not found at the till',
			});
			expect(await nodeView.output.count()).toBe('1 item');
			for (const view of ['table', 'json', 'schema'] as const) {
				await nodeView.output.show(view);
				await nodeView.output.reads(
					created?.code ?? 'a session',
					created?.end_customer_link ?? 'its link for the customer',
					created?.supporter_link ?? 'its link for the supporter',
					created?.webclient_supporter_link ?? 'its link for the browser',
				);
				await album.add(
					page,
					`session-created-${view}`,
					view === 'schema' ? 'create-session' : undefined,
				);
			}
			await nodeView.close();
			expect(await editor.node('Create session').innerText()).toContain('Create: Session');
			await album.add(page, 'session-created-canvas');
		},
	);

	step(
		'adds the trigger, fetches a test event and publishes the workflow',
		async ({ editor, album, page }) => {
			await editor.openNewWorkflow();
			await editor.nodePanel.openForFirstNode();
			await editor.nodePanel.search('teamviewer');
			await editor.nodePanel.openApp('TeamViewer');
			await editor.nodePanel.choose('On connection report created');
			expect(await editor.nodeView.credentialName()).toBe('TeamViewer account');

			await editor.nodeView.execute();
			await editor.nodeView.output.show('schema');
			await editor.nodeView.output.reads('start_date', 'end_date', 'username', 'duration_seconds');
			await album.add(page, 'test-events', 'trigger');
			await editor.nodeView.close();
			expect(await editor.node('TeamViewer Trigger').innerText()).toContain(
				'Connection Report Created',
			);
			await album.add(page, 'trigger-on-the-canvas');

			await editor.publish();
			await album.add(page, 'published');
			expect(await editor.acknowledgePublishing()).toContain(
				'regularly check TeamViewer for events',
			);
			publishedWorkflow = editor.workflowId;
			newReport = sandbox.addReport({
				start_date: toTeamViewerDate(Date.now() - 25 * 60_000),
				end_date: toTeamViewerDate(Date.now()),
			}).id;
		},
	);

	const panels: Array<{
		fields: string;
		description: INodeTypeDescription;
		chosen: Record<string, string>;
		first: string[];
	}> = [
		{
			fields: 'Create session',
			description: new TeamViewer().description,
			chosen: { resource: 'session', operation: 'create' },
			first: ['Resource', 'Operation', 'Group', 'Simplify', 'Additional Fields'],
		},
		{
			fields: 'Get connection reports',
			description: new TeamViewer().description,
			chosen: { resource: 'connectionReport', operation: 'getAll' },
			first: ['Resource', 'Operation', 'Return All', 'Limit', 'Simplify', 'Filters'],
		},
		{
			fields: 'Update user',
			description: new TeamViewer().description,
			chosen: { resource: 'user', operation: 'update' },
			first: ['Resource', 'Operation', 'User', 'Simplify', 'Update Fields'],
		},
		{
			fields: 'Get alarms',
			description: new TeamViewer().description,
			chosen: { resource: 'alarm', operation: 'getAll' },
			first: ['Resource', 'Operation', 'Return All', 'Limit', 'Simplify', 'Filters'],
		},
		{
			fields: 'On connection report created',
			description: new TeamViewerTrigger().description,
			chosen: { triggerOn: 'connectionReportCreated' },
			first: ['Poll Times', 'Mode', 'Trigger On', 'Simplify', 'Filters'],
		},
	];

	describe.each(panels)(
		'with every optional field of "$fields" added',
		({ fields, description, chosen, first }) => {
			step(
				'reads each label in full, in the light and in the dark',
				async ({ editor, album, page, withHighWindow }) => {
					await openNode(description, unfolded(description, chosen));

					await withHighWindow(1600, async () => {
						const expected = labelsOf(description, chosen);
						const labels = await editor.nodeView.labels(expected.length);
						expect(labels.slice(0, first.length)).toEqual(first);
						expect(labels).toEqual(expect.arrayContaining(expected));
						expect(await editor.nodeView.clippedTexts()).toEqual([]);
						const name = `fields-of-${fields.toLowerCase().replace(/ /g, '-')}`;
						await album.add(page, name);
						await editor.switchLights('off');
						await album.add(page, `${name}-dark`);
						await editor.switchLights('on');
					});
				},
			);
		},
	);

	step('names a group, and reads in full how', async ({ editor, album, page }) => {
		await openNode(new TeamViewer().description, { resource: 'session', operation: 'create' });
		await editor.nodeView.picker('group').type('name', 'Walk-ins');
		expect(await editor.nodeView.clippedTexts()).toEqual([]);
		await album.add(page, 'group-by-name');
	});

	step('finds a report by its end, duration and customer', async ({ editor, album, page }) => {
		await openNode(new TeamViewer().description, {
			resource: 'connectionReport',
			operation: 'get',
		});
		await editor.nodeView.picker('report').unfold();
		await album.add(page, 'reports-from-list');
	});

	step('reads what starts a workflow, in full, and what that costs', async (who) => {
		const { editor, album, page } = who;
		await openNode(new TeamViewerTrigger().description, { triggerOn: 'managedDeviceOnline' });
		await editor.nodeView.root.getByText('The first poll emits nothing').waitFor();
		const options = await editor.nodeView.unfold('triggerOn');
		for (const { description } of Object.values(EVENTS)) {
			await options.getByText(description, { exact: true }).waitFor();
		}
		await album.add(page, 'events');
		expect(await editor.nodeView.clippedOptions()).toEqual([]);
		await editor.nodeView.fold('triggerOn');
	});

	step(
		'reads what each resource and operation is for, in full',
		async ({ editor, album, page }) => {
			await openNode(new TeamViewer().description, { resource: 'session', operation: 'create' });
			const resources = await editor.nodeView.unfold('resource');
			for (const { description } of Object.values(RESOURCES)) {
				await resources.getByText(description, { exact: true }).waitFor();
			}
			await album.add(page, 'resources');
			expect(await editor.nodeView.clippedOptions()).toEqual([]);
			await editor.nodeView.fold('resource');
			for (const [resource, { name: label, operations }] of Object.entries(RESOURCES)) {
				await editor.nodeView.choose('resource', label);
				const options = await editor.nodeView.unfold('operation');
				for (const { description } of Object.values(operations)) {
					await options.getByText(description, { exact: true }).waitFor();
				}
				await album.add(page, `operations-of-${resource}`);
				expect(await editor.nodeView.clippedOptions()).toEqual([]);
				await editor.nodeView.fold('operation');
			}
		},
	);

	step(
		'sees what an action will give before it has ever run',
		async ({ editor, album, page, withHighWindow }) => {
			const actions = [
				['account', 'get'],
				['connectionReport', 'getAll'],
				['device', 'getAll'],
				['session', 'getAll'],
			] as const;
			for (const [resource, operation] of actions) {
				const workflow = await openWorkflowAround(new TeamViewer().description, {
					resource,
					operation,
				});
				await editor.openNode(NEXT_NODE);
				await withHighWindow(1200, async () => {
					const schema = await readFile(path.join(SCHEMAS, resource, `${operation}.json`), 'utf8');
					const { properties } = JSON.parse(schema) as { properties: IDataObject };
					const fields = Object.keys(properties);
					expect(await editor.nodeView.input.previewedFields(fields.length)).toEqual(fields);
					await album.add(page, `fields-that-${resource}-${operation}-will-give`);
				});
				expect(await listExecutions(stage.session, workflow)).toEqual([]);
			}
		},
	);

	step("hears yes or no from a script token's test", async ({ editor, album, page }) => {
		await openNode(
			new TeamViewer().description,
			{ authentication: 'accessToken', resource: 'session', operation: 'create' },
			{ withCredential: false },
		);
		const { credentialDialog, nodeView } = editor;
		await nodeView.newCredential();
		await credentialDialog.choose('Script Token');
		await credentialDialog.fill('accessToken', 'a-token-that-nobody-made');
		await credentialDialog.save();
		expect(await credentialDialog.refusal()).toContain(
			'TeamViewer does not accept this token. Create a new script token (Edit profile > Apps) and paste it here.',
		);
		await album.add(page, 'script-token-refused');

		const mayNotList = sandbox.credentials.limitedToken(['Sessions.Create', 'Sessions.ReadAll']);
		await credentialDialog.fill('accessToken', mayNotList);
		await credentialDialog.save();
		await credentialDialog.closedByItself();
		await nodeView.editCredential();
		await credentialDialog.isTested();
		await album.add(page, 'script-token-accepted');
		await credentialDialog.close();
	});

	step(
		'is told when the token may not list groups, and goes on by ID',
		async ({ editor, album, page }) => {
			const group = editor.nodeView.picker('group');
			const refusal = await group.unfoldRefused();
			expect(refusal).toContain(
				'The TeamViewer token lacks a permission: Group management: view groups (Groups.Read)',
			);
			expect(refusal).toContain('You can still choose By ID.');
			expect(await group.clippedTexts()).toEqual([]);
			await album.add(page, 'groups-may-not-be-listed');

			const [bakery] = sandbox.company.groups;
			await page.keyboard.press('Escape');
			await group.type('id', bakery?.id ?? '');
			await editor.nodeView.execute();
			expect(await editor.nodeView.output.count()).toBe('1 item');
			expect(sandbox.company.sessions[0]).toMatchObject({ groupid: bakery?.id });
			await album.add(page, 'session-created-by-group-id');
		},
	);

	step('understands the errors of a node', async ({ editor, album, page }) => {
		await openNode(new TeamViewer().description, { resource: 'session', operation: 'get' });
		const { nodeView } = editor;
		await nodeView.picker('session').type('code', 's12');
		await nodeView.execute();
		expect(await nodeView.output.error()).toEqual({
			message: `'Session' is "s12", which is not a session code`,
			description: 'Give a code like s123-456-789, or one of the links of the session.',
		});
		await album.add(page, 'error-no-session-code');

		await openNode(new TeamViewer().description, {
			resource: 'session',
			operation: 'get',
			session: { __rl: true, mode: 'code', value: 's999-999-999' },
		});
		await nodeView.execute();
		const { message, description } = await nodeView.output.error();
		expect(message).toMatch(/no such session/i);
		expect(description).toMatch(/check/i);
		await album.add(page, 'error-unknown-session');
	});

	step(
		'is told that the client secret is wrong, and by the node that nothing is connected',
		async ({ editor, album, page }) => {
			const { credentialDialog, nodeView } = editor;
			await openNode(new TeamViewer().description, { resource: 'session', operation: 'create' });
			await nodeView.newCredential();
			await credentialDialog.fill('clientId', sandbox.credentials.clientId);
			await credentialDialog.fill('clientSecret', 'not-the-secret');
			const question = await credentialDialog.connect();
			await question.allow();
			expect(await question.failure()).toContain('Client authentication failed');
			await album.add(question.page, 'wrong-client-secret');
			await question.page.close();
			await album.add(page, 'wrong-client-secret-not-connected');
			await credentialDialog.closeUnconnected();

			expect(await nodeView.picker('group').unfoldRefused()).toContain(
				'The TeamViewer credential is not connected yet',
			);
			await album.add(page, 'not-connected-yet');
		},
	);

	step('finds the execution that the new report has started', async ({ editor, album, page }) => {
		const started = await waitFor(
			async () => {
				const list = await listExecutions(stage.session, publishedWorkflow, 'success');
				return list.find(({ mode }) => mode === 'trigger');
			},
			{ for: 'the poll that finds the new report' },
		);
		const execution = await readExecution(stage.session, started.id);
		expect(jsonOf(execution, 'TeamViewer Trigger')).toMatchObject([{ id: newReport }]);

		await editor.openWorkflow(publishedWorkflow);
		await editor.executions.open();
		expect(await editor.executions.choose(started.id)).toContain('Succeeded');
		await album.add(page, 'execution-of-the-published-workflow');
	});

	step(
		'is told to reconnect when the access was withdrawn in TeamViewer',
		async ({ editor, album, page }) => {
			sandbox.revokeAll();
			await openNode(new TeamViewer().description, { resource: 'account', operation: 'get' });
			await editor.nodeView.execute();
			const { message, description } = await editor.nodeView.output.error();
			expect(message).toBe(
				'TeamViewer refused to renew the access, please reconnect the credential',
			);
			expect(description).toContain(
				"press 'Switch account' (or 'Reconnect'), even if it says 'Account connected'",
			);
			await album.add(page, 'access-withdrawn');
		},
	);
});
