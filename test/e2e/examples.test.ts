import { DateTime } from 'luxon';
import { assertSuccess, itemsOf, jsonOf, type Execution } from '../n8n/executions';
import { waitFor } from '../n8n/waiting';
import type { WorkflowFile } from '../n8n/workflows';
import { createSandbox } from '../sandbox';
import type { ConnectionReport, Device } from '../sandbox/company/types';
import { writeDate } from '../sandbox/dates';
import { downloadFile } from './examples/binaryFile';
import { chatWith } from './examples/chat';
import { ExampleRunner } from './examples/ExampleRunner';
import { fillInForm } from './examples/formVisit';
import { readSpreadsheet } from './examples/spreadsheet';
import { startStandInModel, type StandInModel } from './examples/standInModel';
import { minutesOf, noTime, sumsByCustomer, total, type Sums } from './examples/timeSheet';
import { withinOneDay } from './examples/withinOneDay';

/** Days and months of this n8n begin here, and so do the office hours of the example. */
const ZONE = 'Europe/Berlin';

const sandbox = createSandbox();
let examples: ExampleRunner;
let model: StandInModel;

/** What the agent is asked about. */
const [device] = sandbox.company.devices as [Device, ...Device[]];
/** What the agent's model says when it is asked to close a session. */
const toClose = { session_code: '' };

beforeAll(async () => {
	model = await startStandInModel([
		{
			asked: /open a session/,
			tool: /create.session/i,
			arguments: { problem: 'Cannot print since this morning', customer_name: 'Mia Example' },
		},
		{ asked: /Which device/, tool: /find.devices/i, arguments: { name: device.alias } },
		{
			asked: /Who connected/,
			tool: /get.connection.reports/i,
			arguments: {
				device_id: String(device.teamviewer_id),
				group_id: '',
				started_after: DateTime.now().minus({ days: 1 }).toISO(),
				ended_before: '',
			},
		},
		{
			asked: /Close it/,
			tool: /close.session/i,
			arguments: { toolParameters: toClose, hitlParameters: {} },
		},
	]);
	examples = await ExampleRunner.start(sandbox, {
		folder: 'examples',
		timeZone: ZONE,
		modelUrl: model.url,
	});
}, 300_000);

afterAll(async () => {
	await examples?.stop();
	await model?.stop();
});

describe('"Support form that opens a session"', () => {
	const fillIn = async (name: string, problem: string, ending: string) =>
		await fillInForm(
			examples.stage.proxy,
			`${examples.stage.n8n.url}/form/teamviewer-support`,
			{
				'Your name': name,
				'Your email address': 'customer@example.com',
				'What is the problem?': problem,
			},
			'Get help now',
			ending,
		);

	beforeAll(async () => await examples.publish('support-form'));

	test("creates a session with the customer's own words and shows the link to it", async () => {
		const page = await fillIn('Mia Example', 'Every second page is empty', 'We are ready for you');
		const session = sandbox.company.sessions.find(
			({ description }) => description === 'Every second page is empty',
		);
		expect(session).toMatchObject({
			state: 'Open',
			end_customer: { name: 'Mia Example', email: 'customer@example.com' },
			custom_api: expect.stringMatching(/^FORM-\d+$/),
		});
		expect(page.links['Start TeamViewer']).toBe(session?.end_customer_link);
		expect(page.text).toContain(session?.code);
	});

	test('asks the customer to call when TeamViewer makes no session', async () => {
		sandbox.faults.sessionLimit();
		const page = await fillIn('Noah Example', 'No sound', 'Please give us a call');
		expect(page.text).toContain('555-0100');
		expect(page.text).not.toMatch(/error|license/i);
	});
});

describe('"Connection report to ticket note, then billed"', () => {
	test('writes a note for each report with a ticket, and marks those as billed', async () => {
		await examples.run('report-to-ticket', 'Make the tables');
		await examples.run('report-to-ticket', 'Make the tables');
		// Running it twice doubles nothing.
		expect(await examples.rows('Support tickets')).toHaveLength(3);
		await examples.publish('report-to-ticket');

		const end = Date.now() - 120_000;
		const connection = (fields: Partial<ConnectionReport>) =>
			sandbox.addReport({
				start_date: writeDate(end - 24.5 * 60_000),
				end_date: writeDate(end),
				session_code: 's123-456-789',
				billing_state: 'Bill',
				...fields,
			});
		const free = connection({ custom_api: 'TICKET-1043', billing_state: 'DoNotBill' });
		const unknown = connection({ custom_api: 'ORDER-7' });
		const withoutNumber = connection({ custom_api: undefined });
		const inNotes = connection({
			custom_api: undefined,
			session_code: undefined,
			notes: 'Solved, see TICKET-1043.',
		});
		const inSession = connection({ custom_api: undefined, session_note: 'TICKET-1044: VPN' });
		const matched = connection({ custom_api: 'TICKET-1042', username: 'Elin Sjöstrandh' });

		const withTicket = [inNotes, inSession, matched];
		await waitFor(
			() => (withTicket.every((each) => billingState(each) === 'Billed') ? true : undefined),
			{ for: 'the reports to be billed' },
		);
		const rows = await examples.rows<{ note: string; ticket_id: string }>('Ticket notes');
		const notes = rows.sort((a, b) => a.ticket_id.localeCompare(b.ticket_id));
		expect(notes).toEqual([
			expect.objectContaining({ ticket_id: 'TICKET-1042', minutes: 25, report_id: matched.id }),
			expect.objectContaining({ ticket_id: 'TICKET-1043', minutes: 25, report_id: inNotes.id }),
			expect.objectContaining({ ticket_id: 'TICKET-1044', minutes: 25, report_id: inSession.id }),
		]);
		expect(notes[0]?.note).toContain('Elin Sjöstrandh helped by TeamViewer on');
		expect(notes[0]?.note).toContain('session s123-456-789');
		expect([free, unknown, withoutNumber].map(billingState)).toEqual(['DoNotBill', 'Bill', 'Bill']);
	});
});

describe('"Nightly time sheet per customer"', () => {
	let monthStart: DateTime;
	let execution: Execution;
	let expected: Map<string, Sums>;
	let withoutGroup: ConnectionReport;

	/** The sums of a row of the spreadsheet. */
	const sumsShown = (row: Record<string, string>): Sums => ({
		connections: 0,
		seconds: Math.round(minutesOf(row.Connected ?? '') * 60),
		toBill: minutesOf(row['To bill'] ?? ''),
		notToBill: minutesOf(row['Not to bill'] ?? ''),
		billed: minutesOf(row['Billed already'] ?? ''),
	});

	beforeAll(async () => {
		await withinOneDay(ZONE, async (today) => {
			monthStart = today.minus({ days: 1 }).startOf('month');
			// The month may be a day old, and that day a Sunday.
			sandbox.addReports(20, {
				from: today.minus({ hours: 15 }).toMillis(),
				to: today.minus({ hours: 7 }).toMillis(),
			});
			// It was running when the month began, and belongs to it.
			sandbox.addReport({
				start_date: writeDate(monthStart.minus({ minutes: 20 }).toMillis()),
				end_date: writeDate(monthStart.plus({ minutes: 20 }).toMillis()),
			});
			withoutGroup = sandbox.addReport({
				end_date: writeDate(today.minus({ hours: 8 }).toMillis()),
				session_code: 's987-111-222',
				groupid: undefined,
				groupname: undefined,
				end_customer: { name: 'Rosa Größenwahn-<b>', email: 'rosa@example.com' },
			});
			expected = sumsByCustomer(sandbox.company.connectionReports, monthStart, today, 15);
			execution = await examples.run('nightly-time-sheet', 'Try it now');
		});
	});

	test("is a spreadsheet with TeamViewer's hours by billing state, each connection rounded up to 15 minutes", async () => {
		const [item] = itemsOf(execution, 'Both files');
		const { fileName, content } = await downloadFile(examples.stage.session, item, 'xlsx');
		expect(fileName).toBe(`Time sheet ${monthStart.setLocale('en').toFormat('LLLL yyyy')}.xlsx`);

		const { shown, kept } = readSpreadsheet(content, examples.n8nFolder);
		const [sum, decimal] = shown.splice(-2);
		const found = new Map<string, Sums>();
		for (const row of shown) {
			const sums = found.get(row.Customer ?? '') ?? noTime();
			found.set(row.Customer ?? '', total([sums, { ...sumsShown(row), connections: 1 }]));
		}
		expect(found).toEqual(expected);

		const all = total(expected.values());
		expect(sum?.Customer).toBe('Total');
		expect(sumsShown(sum ?? {})).toEqual({ ...all, connections: 0 });
		expect(decimal?.Customer).toBe('Total in decimal hours');
		expect(decimal?.['To bill']).toBe((all.toBill / 60).toFixed(2));

		// Real dates: numbers that are shown as dates.
		for (const name of ['Started', 'Ended']) {
			expect(shown[0]?.[name]).toMatch(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/);
			expect(kept[0]?.[name]).toEqual(expect.any(Number));
		}
		expect(shown[0]?.['Time zone']).toMatch(/^Europe\/Berlin \(UTC\+0[12]:00/);
		expect(shown.map(({ Customer }) => Customer)).toContain(withoutGroup.end_customer?.name);
	});

	test('is a page with every customer, a bar for each, and the totals', async () => {
		const [item] = itemsOf(execution, 'Both files');
		const { fileName, mimeType, content } = await downloadFile(
			examples.stage.session,
			item,
			'html',
		);
		const page = content.toString('utf8');
		expect(fileName).toMatch(/^Time sheet .+\.html$/);
		expect(mimeType).toBe('text/html');
		const rows = [...page.matchAll(/<tr>(<td>.*?)<\/tr>/g)].map(([, row = '']) =>
			[...row.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, cell = '']) => cell),
		);
		const sums = rows.map(([customer = '', connections, connected, bill, not, billed]) => [
			customer.replaceAll('&lt;', '<').replaceAll('&amp;', '&'),
			{
				connections: Number(connections),
				seconds: Math.round(minutesOf(connected ?? '') * 60),
				toBill: minutesOf(bill ?? ''),
				notToBill: minutesOf(not ?? ''),
				billed: minutesOf(billed ?? ''),
			},
		]);
		expect(sums.pop()).toEqual(['Total', total(expected.values())]);
		expect(Object.fromEntries(sums)).toEqual(Object.fromEntries(expected));
		expect(page.match(/class="bar" style="width: [\d.]+%"/g)).toHaveLength(expected.size);
		expect(page).toContain('class="bar" style="width: 100.0%"');
		expect(page).not.toMatch(/undefined|NaN|\{\{/);
	});
});

describe('"Customer waiting: tell the team chat"', () => {
	test('says who waits, why, and how to connect, and what the customer typed stays text', async () => {
		await examples.run('customer-waiting-to-chat', 'Make the table');
		await examples.publish('customer-waiting-to-chat');
		const session = sandbox.addSession({
			description:
				'<!channel> @everyone Scan & mail: [price](https://evil.example) <https://evil.example|here>',
			end_customer: { name: 'Ruth <@U024BE7LH>', email: 'ruth@example.com' },
		});
		sandbox.setSessionOnline(session.code, true);
		await examples.triggered('customer-waiting-to-chat');

		const messages = await examples.rows<{ text: string; plain_text: string }>('Team chat');
		expect(messages).toEqual([
			expect.objectContaining({ channel: '#support', session_code: session.code }),
		]);
		// Slack's way of writing these three signs; links and mentions need them.
		expect(messages[0]?.text).toContain(
			'*Ruth &lt;@U024BE7LH&gt;* is waiting: &lt;!channel&gt; @everyone Scan &amp; mail: [price](https://evil.example) &lt;https://evil.example|here&gt;',
		);
		expect(messages[0]?.text).toContain(`<${session.supporter_link}|Connect>`);
		// An invisible sign after the @ keeps other chats from calling somebody.
		expect(messages[0]?.plain_text).toBe(
			`Ruth <@\u200bU024BE7LH> is waiting: <!channel> @\u200beveryone Scan & mail: [price] (https://evil.example) <https://evil.example|here>
Connect: ${session.supporter_link}
In the browser: ${session.webclient_supporter_link} (session ${session.code})`,
		);
	});
});

describe('"Unattended access outside office hours"', () => {
	test('raises an alert for the connection at night, and none for the one by day', async () => {
		// With seven workdays there are office hours whatever day it is today.
		const connection = (start: DateTime, fields: Partial<ConnectionReport> = {}) =>
			sandbox.addReport({
				session_code: undefined,
				support_session_type: 1,
				devicename: 'SRV-MAIL-01',
				start_date: writeDate(start.toMillis()),
				end_date: writeDate(start.plus({ minutes: 20 }).toMillis()),
				...fields,
			});
		const day = connection(latest(10, 15));
		connection(latest(4, 22), { session_code: 's987-654-321', support_session_type: 2 });
		const night = connection(latest(4, 22));

		// A connection that ended hours ago may be found an hour later only; the very first poll reads everything.
		const [earliest = ''] = [day, night].map(({ start_date }) => String(start_date)).sort();
		await examples.import('access-outside-office-hours', (workflow) =>
			withBackfill(withField(workflow, 'Office hours', 'workdays', '1,2,3,4,5,6,7'), earliest),
		);
		await examples.run('access-outside-office-hours', 'Make the table');
		await examples.publish('access-outside-office-hours');

		const execution = await examples.triggered('access-outside-office-hours');
		const seen = (jsonOf(execution, 'Unattended connection') as ConnectionReport[]).filter(
			({ id }) => id === day.id || id === night.id,
		);
		expect(seen).toHaveLength(2);
		const alerts = await examples.rows<{ alert: string; report_id: string }>('Access alerts');
		const ours = alerts.filter(({ report_id }) => [day.id, night.id].includes(report_id));
		expect(ours).toEqual([expect.objectContaining({ report_id: night.id, minutes: 20 })]);
		expect(ours[0]?.alert).toContain(`${night.username} was on SRV-MAIL-01`);
	});
});

describe('"AI agent with TeamViewer as its tool"', () => {
	const ask = async (message: string, button?: string) => {
		const workflow = await examples.import('ai-agent');
		const { execution, said } = await chatWith(examples.stage.session, workflow, message, button);
		assertSuccess(execution, workflow.name);
		return said;
	};

	test('creates the session that it was asked for, and answers with its link', async () => {
		const said = await ask('Mia Example cannot print since this morning, please open a session');
		const session = sandbox.company.sessions.find(
			({ description }) => description === 'Cannot print since this morning',
		);
		expect(session).toMatchObject({ state: 'Open', end_customer: { name: 'Mia Example' } });
		expect(said.at(-1)).toContain(session?.end_customer_link);
	});

	test('offers its model six tools, each with the fields that the model may fill in', () => {
		const offered = (model.requests[0]?.tools ?? []).map((tool) => [
			tool.function.name,
			Object.keys(tool.function.parameters.properties),
		]);
		expect(Object.fromEntries(offered)).toEqual({
			Create_session: ['problem', 'customer_name'],
			Get_open_sessions: [],
			Find_devices: ['name'],
			Find_groups: ['name'],
			Get_connection_reports: ['ended_before', 'group_id', 'started_after', 'device_id'],
			Close_session: ['toolParameters', 'hitlParameters'],
		});
	});

	test('gets to know a device by its name, and who connected to it by its ID', async () => {
		const { teamviewer_id: id, alias } = device;
		expect((await ask(`Which device is ${alias}?`)).at(-1)).toContain(String(id));

		sandbox.clearRequests();
		const ours = sandbox.addReport({ deviceid: String(id), username: 'Elin Sjöstrandh' });
		const [answer = ''] = await ask('Who connected to it today?');
		expect(answer).toContain(ours.id);
		const asked = sandbox.requests.find(({ path }) => path.endsWith('/reports/connections'));
		expect(asked?.query).toMatchObject({ deviceid: String(id), from_date: expect.any(String) });
		expect(asked?.query).not.toHaveProperty('groupid');
	});

	test('closes a session only after a person approved it', async () => {
		const { code } = sandbox.addSession();
		const stateNow = () => sandbox.company.sessions.find((each) => each.code === code)?.state;
		toClose.session_code = code;

		const [question, refusal] = await ask('Close it, but I will decline', 'Decline');
		expect(question).toContain('Close_session');
		expect(question).toContain(code);
		expect(refusal).toContain('rejected');
		expect(stateNow()).toBe('Open');

		await ask('Close it, and I will approve', 'Approve');
		expect(stateNow()).toBe('Closed');
	});
});

/** The latest of these full hours of the day that is half an hour ago at least. */
function latest(...hours: number[]): DateTime {
	const now = DateTime.now().setZone(ZONE);
	const times = hours
		.flatMap((hour) => [0, 1].map((days) => now.minus({ days }).startOf('day').set({ hour })))
		.filter((time) => time <= now.minus({ minutes: 30 }));
	return DateTime.max(...times) as DateTime;
}

/** The workflow with another value in a field of an "Edit Fields" node. */
function withField(
	workflow: WorkflowFile,
	nodeName: string,
	field: string,
	value: string,
): WorkflowFile {
	const copy = structuredClone(workflow);
	const assignments = copy.nodes.find(({ name }) => name === nodeName)?.parameters.assignments as
		{ assignments: Array<{ name: string; value: string }> } | undefined;
	const assignment = assignments?.assignments.find(({ name }) => name === field);
	if (assignment === undefined) throw new Error(`"${nodeName}" has no field "${field}"`);
	assignment.value = value;
	return copy;
}

/** The trigger's very first poll also gives what started since then. */
function withBackfill(workflow: WorkflowFile, from: string): WorkflowFile {
	const copy = structuredClone(workflow);
	const trigger = copy.nodes.find(({ type }) => type.endsWith('.teamViewerTrigger'));
	if (!trigger) throw new Error('The workflow has no TeamViewer Trigger');
	trigger.parameters.options = { backfillFrom: from };
	return copy;
}

function billingState({ id }: ConnectionReport): string | undefined {
	return sandbox.company.reportShelf.find(id ?? '')?.record.billing_state;
}
