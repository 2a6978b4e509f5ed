import type { INode } from 'n8n-workflow';
import type { WorkflowFile } from '../../n8n/workflows';
import { MCP_TOKEN } from '../../start/mcpAccess';
import { McpClient } from '../examples/mcpClient';
import { nodeNamed, withParameters } from '../examples/swap';
import type { SwapStage } from './SwapStage';

export function mcpServerSwaps(stage: () => SwapStage): void {
	const url = () => `${stage().examples.stage.n8n.url}/mcp/teamviewer`;

	describe('with n8n User Auth in place of Bearer Auth', () => {
		afterAll(async () => await stage().examples.putAway('mcp-server'));

		test('tells an assistant where to sign in', async () => {
			await stage().examples.import('mcp-server', (workflow) =>
				withParameters(workflow, 'TeamViewer', { authentication: 'n8nOAuth2' }),
			);
			await stage().examples.publish('mcp-server');
			const refused = await fetch(url(), {
				method: 'POST',
				headers: { authorization: `Bearer ${MCP_TOKEN}`, connection: 'close' },
			});
			expect(refused.status).toBe(401);
			const hint = refused.headers.get('www-authenticate') ?? '';
			const where = /resource_metadata="([^"]+)"/.exec(hint)?.[1] ?? '';
			expect(await (await fetch(where, { headers: { connection: 'close' } })).json()).toMatchObject(
				{
					resource: expect.stringMatching(/\/mcp\/teamviewer$/),
					authorization_servers: [expect.stringMatching(/^http/)],
				},
			);
		});
	});

	describe('with tools that were added', () => {
		beforeAll(async () => {
			await stage().examples.import('mcp-server', withSessionClosing);
			await stage().examples.run('mcp-server', 'Make the table');
			await stage().examples.publish('mcp-server');
		});

		const connect = async () => await McpClient.connect(url(), MCP_TOKEN);

		test('gives an assistant a tool that was added, with the fields that it may fill in', async () => {
			const assistant = await connect();
			expect(await assistant.call('Find_groups', { name: 'Intern' })).toContain('"Internal"');
		});

		test('closes a session, as was added, only after a person has approved it', async () => {
			const assistant = await connect();
			const { code } = stage().sandbox.addSession();
			const stateNow = () =>
				stage().sandbox.company.sessions.find((session) => session.code === code)?.state;
			await assistant.call('Ask_to_close_session', { session_code: code, reason: 'Solved' });
			expect(stateNow()).toBe('Open');
			await stage().visitor.fillIn(
				'teamviewer-assistant-requests',
				[
					{ button: 'Show open requests' },
					{ answers: { Request: `Close session ${code}`, Decision: 'Approve' }, button: 'Decide' },
				],
				`Close session ${code}: done.`,
			);
			expect(stateNow()).toBe('Closed');
		});
	});
}

/**
 * The MCP server with a tool more that reads, and one that destroys: that one is asked for and goes to "Which action?".
 * Each is a copy of one that is there, as a user makes it in the editor.
 */
function withSessionClosing(workflow: WorkflowFile): WorkflowFile {
	const changed = structuredClone(workflow);
	const add = (like: string, name: string, change: (node: INode) => void) => {
		const node = { ...structuredClone(nodeNamed(changed, like)), id: `new ${name}`, name };
		change(node);
		changed.nodes.push(node);
		changed.connections[name] = structuredClone(changed.connections[like] ?? {});
	};
	add('Find users', 'Find groups', ({ parameters }) => {
		Object.assign(parameters, { resource: 'group', toolDescription: 'Lists groups of devices' });
	});
	add('Ask to delete user', 'Ask to close session', ({ parameters }) => {
		const { value } = parameters.columns as { value: Record<string, string> };
		value.action = 'Close session';
		value.target = "={{ $fromAI('session_code', 'Code of the session', 'string') }}";
		parameters.toolDescription = 'Asks a person to close a session';
	});
	add('Delete user', 'Close session', ({ parameters }) => {
		for (const name of ['user', 'permanently']) delete parameters[name];
		Object.assign(parameters, {
			resource: 'session',
			operation: 'close',
			session: {
				__rl: true,
				mode: 'code',
				value: "={{ $('Chosen request').first().json.target }}",
			},
		});
	});
	const { rules } = nodeNamed(changed, 'Which action?').parameters as unknown as {
		rules: { values: Array<{ outputKey: string; conditions: { conditions: object[] } }> };
	};
	const rule = structuredClone(rules.values[0]);
	if (rule === undefined) throw new Error('"Which action?" has no rules');
	rule.outputKey = 'Close session';
	rule.conditions.conditions = rule.conditions.conditions.map((condition) => ({
		...condition,
		id: 'close-session',
		rightValue: 'Close session',
	}));
	rules.values.push(rule);
	changed.connections['Which action?']?.main?.push([
		{ node: 'Close session', type: 'main', index: 0 },
	]);
	return changed;
}
