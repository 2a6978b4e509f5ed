import { itemsOf, jsonOf } from '../n8n/executions';
import { createSandbox } from '../sandbox';
import type { ConnectionReport, Device } from '../sandbox/company/types';
import { writeDate } from '../sandbox/dates';
import { waitFor } from '../n8n/waiting';
import { ExampleRunner } from './examples/ExampleRunner';
import { startStandInModel, type StandInModel } from './examples/standInModel';
import {
	deleteNode,
	foreignNode,
	putAfter,
	putBefore,
	putInPlaceOf,
	told,
	withFields,
} from './examples/swap';
import { sendTo, webhook, webhookAnswer } from './examples/webhook';

/*
 * Each note is followed to the letter: nodes that give nothing of what they were given are put in every place that it names,
 * under names of their own, and told to send the expressions that the note tells.
 */

const sandbox = createSandbox();
const [device] = sandbox.company.devices as [Device, ...Device[]];
let examples: ExampleRunner;
let model: StandInModel;

beforeAll(async () => {
	model = await startStandInModel([
		{ asked: /which devices/i, tool: /find.devices/i, arguments: { name: device.alias } },
	]);
	examples = await ExampleRunner.start(sandbox, {
		folder: 'example-swaps',
		timeZone: 'Europe/Berlin',
		modelUrl: model.url,
	});
}, 300_000);

afterAll(async () => {
	await examples?.stop();
	await model?.stop();
});

const endedNow = (fields: Partial<ConnectionReport>) =>
	sandbox.addReport({
		start_date: writeDate(Date.now() - 12 * 60_000),
		end_date: writeDate(Date.now() - 5_000),
		...fields,
	});

const send = async (path: string, fields: object) => await sendTo(examples.stage.n8n, path, fields);

describe('The support form', () => {
	beforeAll(async () => {
		const { end_customer_link: link = '' } = await told('support-form');
		await examples.import('support-form', (workflow) => {
			let changed = putBefore(workflow, 'Create session', foreignNode('Create an issue'));
			changed = putInPlaceOf(changed, 'Support form', webhook('own-form', 'responseNode'));
			changed = putInPlaceOf(changed, 'Show the link', webhookAnswer('Give the link', link));
			changed = putInPlaceOf(
				changed,
				'Ask to call',
				webhookAnswer('Give the number', 'Please call'),
			);
			return withFields(changed, 'Customer and problem', {
				name: '={{ $json.body.fullName }}',
				email: '={{ $json.body.mail }}',
				problem: '={{ $json.body.text }}',
			});
		});
		await examples.publish('support-form');
	});

	test("makes the session of another form's customer, with a ticket system before it", async () => {
		const text = await send('own-form', {
			fullName: 'Ruth Example',
			mail: 'ruth@example.com',
			text: 'No sound',
		});
		const session = sandbox.company.sessions.find(({ description }) => description === 'No sound');
		expect(session).toMatchObject({
			end_customer: { name: 'Ruth Example', email: 'ruth@example.com' },
		});
		expect(text).toBe(session?.end_customer_link);
	});

	test('makes no empty session of a form whose fields are not mapped, but says so', async () => {
		const before = sandbox.company.sessions.length;
		expect(await send('own-form', { anotherName: 'Ruth' })).not.toContain('http');
		expect(sandbox.company.sessions).toHaveLength(before);
	});
});

describe('The ticket of a connection report', () => {
	test('is noted in another system and billed, also beside a report whose number is no ticket', async () => {
		const { ticket_id = '', note = '' } = await told('report-to-ticket');
		// As Jira's "Get an issue": an error for what does not exist, else its own fields and nothing else.
		const getIssue = {
			name: 'Get an issue',
			type: 'n8n-nodes-base.code',
			typeVersion: 2,
			onError: 'continueErrorOutput' as const,
			parameters: {
				mode: 'runOnceForEachItem',
				jsCode: `const key = $('Write the note').item.json.ticket_id;
if (!key.startsWith('TICKET')) throw new Error('Issue does not exist');
return { json: { key } };`,
			},
		};
		expect(ticket_id).toContain("$('Write the note')");
		await examples.import('report-to-ticket', (workflow) =>
			putInPlaceOf(
				putInPlaceOf(workflow, 'Ticket exists', getIssue),
				'Add the note',
				foreignNode('Add a comment', { ticket_id, note }),
			),
		);
		await examples.publish('report-to-ticket');
		const fields = { session_code: 's111-222-333', billing_state: 'Bill' as const };
		const unknown = endedNow({ ...fields, custom_api: 'ORDER-7' });
		const first = endedNow({ ...fields, custom_api: 'TICKET-1', username: 'Ada' });
		const second = endedNow({ ...fields, custom_api: 'TICKET-2', username: 'Bea' });

		const stateOf = ({ id = '' }: ConnectionReport) =>
			sandbox.company.reportShelf.find(id)?.record.billing_state;
		await waitFor(
			() => ([first, second].every((each) => stateOf(each) === 'Billed') ? true : undefined),
			{ for: 'the reports to be billed' },
		);
		expect(stateOf(unknown)).toBe('Bill');
		const execution = await examples.triggered('report-to-ticket');
		const comments = jsonOf<{ ticket_id: string; note: string }>(execution, 'Add a comment');
		expect(comments.map((each) => [each.ticket_id, each.note.slice(0, 3)]).sort()).toEqual([
			['TICKET-1', 'Ada'],
			['TICKET-2', 'Bea'],
		]);
	});
});

describe('The time sheet', () => {
	test('gives a spreadsheet service one item a connection, and an email the page', async () => {
		await examples.import('nightly-time-sheet', (workflow) => {
			const sheets = putInPlaceOf(workflow, 'Write the spreadsheet', foreignNode('Google Sheets'));
			return putAfter(
				deleteNode(sheets, 'Time sheet as XLSX'),
				'Both files',
				foreignNode('Send Email'),
			);
		});
		const execution = await examples.run('nightly-time-sheet', 'Try it now');
		const lines = jsonOf<{ Customer: string }>(execution, 'Time sheet lines');
		expect(lines.length).toBeGreaterThan(1);
		expect(itemsOf(execution, 'Google Sheets')).toHaveLength(lines.length);
		expect(itemsOf(execution, 'Both files')[0]?.binary?.html?.mimeType).toBe('text/html');
		expect(itemsOf(execution, 'Send Email')).toHaveLength(1);
	});
});

describe('The hours per customer', () => {
	test('go on to a spreadsheet, a row a customer', async () => {
		await examples.import('reports-last-30-days', (workflow) =>
			putAfter(workflow, 'Most hours first', foreignNode('Microsoft Excel')),
		);
		const execution = await examples.run('reports-last-30-days');
		expect(itemsOf(execution, 'Microsoft Excel').length).toBeGreaterThan(1);
	});
});

describe('What a trigger found', () => {
	test('is sent to a chat, in the form for Slack or in the plain one', async () => {
		const fields = await told('customer-waiting-to-chat');
		expect(Object.keys(fields)).toEqual(['channel', 'text', 'plain_text']);
		await examples.import('customer-waiting-to-chat', (workflow) =>
			putInPlaceOf(workflow, 'Post to the chat', foreignNode('Send a message', fields)),
		);
		await examples.publish('customer-waiting-to-chat');
		const { code } = sandbox.addSession({ end_customer: { name: 'Ruth Example' } });
		sandbox.setSessionOnline(code, true);

		const execution = await examples.triggered('customer-waiting-to-chat');
		expect(jsonOf(execution, 'Send a message')).toEqual([
			expect.objectContaining({
				channel: '#support',
				text: expect.stringContaining('*Ruth Example* is waiting'),
				plain_text: expect.stringMatching(/^Ruth Example is waiting/),
			}),
		]);
	});

	test('is sent as an alert', async () => {
		const { alert = '' } = await told('access-outside-office-hours');
		// An office that closes as soon as it opened.
		const hours = { opens: '0:00', closes: '0:01', workdays: '1', time_zone: 'Europe/Berlin' };
		await examples.import('access-outside-office-hours', (workflow) =>
			withFields(
				putInPlaceOf(workflow, 'Write the alert', foreignNode('Create an issue', { alert })),
				'Office hours',
				hours,
			),
		);
		await examples.publish('access-outside-office-hours');
		endedNow({
			session_code: undefined,
			support_session_type: 1,
			username: 'Ada',
			devicename: 'SRV-MAIL-01',
		});

		const execution = await examples.triggered('access-outside-office-hours');
		expect(jsonOf(execution, 'Create an issue')).toEqual([
			expect.objectContaining({ alert: expect.stringContaining('Ada was on SRV-MAIL-01') }),
		]);
	});

	test('is written into another table', async () => {
		const row = { report_id: "={{ $('New connection report').item.json.id }}" };
		await examples.import('new-reports-to-table', (workflow) =>
			putInPlaceOf(workflow, 'Add a row', foreignNode('Insert into Postgres', row)),
		);
		await examples.publish('new-reports-to-table');
		const report = endedNow({});
		const execution = await examples.triggered('new-reports-to-table');
		expect(jsonOf(execution, 'Insert into Postgres')).toEqual([
			expect.objectContaining({ report_id: report.id }),
		]);
	});
});

describe('The agent', () => {
	test('answers in another chat, with another model', async () => {
		const { output = '' } = await told('ai-agent');
		await examples.import('ai-agent', (workflow) => {
			const known = workflow.nodes.find(({ name }) => name === 'OpenAI model');
			if (known === undefined) throw new Error('The agent has no model');
			let changed = putInPlaceOf(workflow, 'OpenAI model', { ...known, name: 'Ollama' });
			changed = putInPlaceOf(changed, 'Chat', webhook('other-chat', 'responseNode'));
			changed = putInPlaceOf(
				changed,
				'Answer in the chat',
				webhookAnswer('Send a message', output),
			);
			return withFields(changed, 'What was asked', {
				text: '={{ $json.body.message }}',
				chat: '={{ $json.body.channel }}',
			});
		});
		await examples.publish('ai-agent');
		const said = await send('other-chat', { message: 'Which devices are there?', channel: 'C1' });
		expect(said).toContain(String(device.teamviewer_id));
	});
});
