import { chain } from '../n8n/chain';
import { runWorkflow } from '../n8n/executions';
import { waitFor } from '../n8n/waiting';
import { createWorkflow } from '../n8n/workflows';
import { createSandbox } from '../sandbox';
import { accountNumber } from '../sandbox/company/ids';
import type { ManagedRecord } from '../sandbox/company/estate/Estate';
import type { User } from '../sandbox/company/types';
import { writeDate } from '../sandbox/dates';
import type { Example } from '../start/examples';
import { MCP_TOKEN } from '../start/mcpAccess';
import { ExampleRunner } from './examples/ExampleRunner';
import { FormVisitor } from './examples/FormVisitor';
import { McpClient } from './examples/mcpClient';

const DAY = 24 * 3_600_000;

const sandbox = createSandbox();
const { company } = sandbox;
let examples: ExampleRunner;
let visitor: FormVisitor;

/** What the examples need before they are published, by the trigger that makes it. */
const WITH_TABLE: Example[] = [
	'alerts-to-tickets',
	'just-in-time-access',
	'stale-devices',
	'mcp-server',
];

beforeAll(async () => {
	examples = await ExampleRunner.start(sandbox, {
		folder: 'lifecycle',
		timeZone: 'Europe/Berlin',
		modelUrl: 'https://api.openai.com/v1',
	});
	for (const name of WITH_TABLE) await examples.run(name, 'Make the table');
	for (const name of [...WITH_TABLE, 'onboarding', 'offboarding'] as const) {
		await examples.publish(name);
	}
	visitor = await FormVisitor.signIn(examples.stage, 'lifecycle');
}, 300_000);

afterAll(async () => {
	await visitor?.leave();
	await examples?.stop();
});

afterEach(() => sandbox.faults.clear());

/** From now on TeamViewer refuses this to whoever asks. */
function refuse(method: string, path: RegExp): void {
	sandbox.faults.failEvery({ method, path, status: 403, body: { error: 'blocked' } });
}
const REFUSAL = "TeamViewer has blocked this n8n's IP address";

const ADA = { Name: 'Ada Newcomer', Email: 'ada.newcomer@example.com' };
const ada = () => existing(company.users.find(({ email }) => email === ADA.Email));

describe('"Onboarding: a new colleague gets into TeamViewer"', () => {
	const fillIn = async (role: string, ending: string, person = ADA) =>
		await visitor.fillIn(
			'teamviewer-onboarding',
			[{ answers: { ...person, Team: 'First level', Role: role }, button: 'Create user' }],
			ending,
		);

	test('creates nothing when a name in the form is none of TeamViewer', async () => {
		const trainee = existing(company.roles.named('Trainee'));
		trainee.name = 'Apprentice';
		const page = await fillIn('Trainee', 'Nothing was created');
		expect(page).toContain('TeamViewer has no role "Trainee".');
		expect(company.users.some(({ email }) => email === ADA.Email)).toBe(false);
	});

	test.each([
		['roles', /\/userroles$/],
		['user groups', /\/usergroups$/],
		['groups', /\/groups$/],
	])('creates nothing when TeamViewer does not tell its %s, and says so', async (_, path) => {
		refuse('GET', path);
		const page = await fillIn('Dispatcher', 'Nothing was created');
		expect(page).toContain(`TeamViewer could not be asked: ${REFUSAL}.`);
		expect(company.users.some(({ email }) => email === ADA.Email)).toBe(false);
	});

	test('creates the user with a team, a role and a shared group', async () => {
		const page = await fillIn('Dispatcher', 'The user is ready');
		expect(page).toContain('Ada Newcomer is in the user group First level');

		expect(ada()).toMatchObject({ name: 'Ada Newcomer', active: true });
		expect(teamsOf(ada())).toEqual(['First level']);
		expect(rolesOf(ada())).toEqual(['Dispatcher']);
		expect(sharesOf(ada())).toEqual([['Internal', 'read']]);
	});

	test('says what TeamViewer says when the address is taken already', async () => {
		const page = await fillIn('Dispatcher', 'The user was not created');
		expect(page).toMatch(
			/ada\.newcomer@example\.com was not created: TeamViewer refused the request: \w/,
		);
	});

	test('says what is missing, and why, when only a part could be done', async () => {
		refuse('POST', /userroles/);
		const page = await fillIn('Dispatcher', 'The user was created, but not everything was done', {
			Name: 'Eli Newcomer',
			Email: 'eli.newcomer@example.com',
		});
		expect(page).toContain(`Then TeamViewer stopped at the role: ${REFUSAL}.`);
		expect(page).toContain('the role Dispatcher, the share of the group Internal.');
	});
});

describe('"Just-in-time access: two hours of Easy Access"', () => {
	const [server, till] = devicesOf(company.account.userid ?? '');

	const REASON = 'The backup {{ 1 + 1 }} does <b>not</b> start';
	const askFor = async (email: string | undefined, teamViewerId: string, ending: string) =>
		await visitor.fillIn(
			'teamviewer-access',
			[
				{
					answers: {
						'Your email address in TeamViewer': email ?? '',
						'TeamViewer ID of the device': teamViewerId,
						'What for?': REASON,
					},
					button: 'Ask for access',
				},
			],
			ending,
		);
	const ask = async (email: string | undefined, { device }: ManagedRecord) =>
		await askFor(email, String(device.teamviewerId), 'Your request is sent');

	const decide = async (request: string, decision: string, ending: string) =>
		await visitor.fillIn(
			'teamviewer-access-decisions',
			[
				{ button: 'Show open requests' },
				{
					// As it was written, and by nothing but a form anybody may fill in.
					shows: REASON,
					answers: { Request: request, Decision: decision },
					button: 'Decide',
				},
			],
			ending,
		);

	interface Row {
		status: string;
		person: string;
		until: string;
		decided_by: string;
		note: string | null;
	}
	const lastRow = async () => existing((await examples.rows<Row>('Access requests')).at(-1));
	const takeAway = async () => await examples.run('just-in-time-access', 'Every minute');

	test('asks for approval first: nobody has access before', async () => {
		await ask(ADA.Email, server);
		expect(await lastRow()).toMatchObject({ status: 'requested', person: 'Ada Newcomer' });
		expect(permissionsOn(server, ada())).toBeUndefined();
	});

	test('tells whether the person, the device or TeamViewer was the trouble', async () => {
		const id = String(server.device.teamviewerId);
		const nobody = await askFor('nobody@example.com', id, 'Nobody was found');
		expect(nobody).toContain('nobody@example.com');
		for (const unknown of ['999999999', 'the server']) {
			const nothing = await askFor(ADA.Email, unknown, 'No device was found');
			expect(nothing).toContain(`No managed device has the TeamViewer ID ${unknown}.`);
		}
		for (const path of [/\/users$/, /\/managed\/devices$/]) {
			refuse('GET', path);
			const page = await askFor(ADA.Email, id, 'TeamViewer could not be asked');
			expect(page).toContain(`Your request is not sent. ${REFUSAL}.`);
			sandbox.faults.clear();
		}
		expect(await examples.rows('Access requests')).toHaveLength(1);
	});

	test('leaves a request open when TeamViewer cannot be asked who has access', async () => {
		refuse('GET', /managers$/);
		const page = await decide('Ada Newcomer', 'Approve', 'TeamViewer could not be asked');
		expect(page).toContain(`${REFUSAL}. Nothing was changed`);
		expect(await lastRow()).toMatchObject({ status: 'requested' });
	});

	test('gives Easy Access for two hours, and leaves it while they last', async () => {
		const page = await decide('Ada Newcomer', 'Approve', 'Access is given');
		expect(page).toContain(`Ada Newcomer can connect to ${server.device.name} until`);
		expect(page).toMatch(/until \d+ \w+, \d\d:\d\d \(Europe\/Berlin\)\./);
		await takeAway();
		expect(permissionsOn(server, ada())).toEqual(['EasyAccess']);

		const { status, until, decided_by } = await lastRow();
		expect({ status, decided_by }).toEqual({ status: 'given', decided_by: 'demo@example.com' });
		const hours = (Date.parse(until) - Date.now()) / 3_600_000;
		expect(hours).toBeGreaterThan(1.9);
		expect(hours).toBeLessThanOrEqual(2);
	});

	test('gives nothing where the request is declined', async () => {
		await ask(ADA.Email, till);
		await decide('Ada Newcomer', 'Decline', 'The request is declined');
		expect(await lastRow()).toMatchObject({ status: 'declined' });
		expect(permissionsOn(till, ada())).toBeUndefined();
	});

	test('leaves those alone who manage the device anyway', async () => {
		const owner = existing(company.users.find(({ id }) => id === company.account.userid));
		const before = permissionsOn(till, owner);
		await ask(owner.email, till);
		await decide(String(owner.name), 'Approve', 'Access was there already');
		expect(await lastRow()).toMatchObject({ status: 'not needed' });
		expect(permissionsOn(till, owner)).toEqual(before);
	});

	test('takes away at once what TeamViewer gave in a run that failed', async () => {
		await ask(ADA.Email, till);
		sandbox.faults.add({ method: 'POST', path: /managers$/, drop: true, afterHandling: true });
		const page = await decide('Ada Newcomer', 'Approve', 'Access is not given');
		expect(page).toContain('TeamViewer did not give access: TeamViewer could not be reached.');
		expect(told('Manager added', till)).toBe(1);

		await takeAway();
		expect(permissionsOn(till, ada())).toBeUndefined();
		expect(told('Manager removed', till)).toBe(1);
		expect(await lastRow()).toMatchObject({ status: 'ended' });
	});

	test('takes everything away that is over, also when TeamViewer refuses at first', async () => {
		await ask(ADA.Email, till);
		await decide('Ada Newcomer', 'Approve', 'Access is given');
		// The workflow's own run of every minute may come at any moment, too.
		refuse('GET', /managers$/);
		await letTwoHoursPass();
		const COULD_NOT =
			/^Could not be taken away at \d\d:\d\d \(Europe\/Berlin\), is tried again: (.+)$/;
		await takeAway();
		const unasked = await lastRow();
		expect(unasked.status).toBe('given');
		expect(COULD_NOT.exec(unasked.note ?? '')?.[1]).toBe(REFUSAL);

		sandbox.faults.clear();
		sandbox.faults.failEvery({ method: 'DELETE', path: /managers\/[^/]+$/, status: 500 });
		await takeAway();
		expect(permissionsOn(server, ada())).toEqual(['EasyAccess']);
		const { status, note } = await lastRow();
		expect(status).toBe('given');
		expect(COULD_NOT.exec(note ?? '')?.[1]).toMatch(/^TeamViewer could not answer/);

		sandbox.faults.clear();
		await takeAway();
		expect(permissionsOn(server, ada())).toBeUndefined();
		expect(permissionsOn(till, ada())).toBeUndefined();
		const rows = await examples.rows<Row>('Access requests');
		expect(rows.map((row) => row.status)).toEqual([
			'ended',
			'declined',
			'not needed',
			'ended',
			'ended',
		]);
		expect(told('Manager removed', server)).toBe(1);
	});

	test('lets nobody decide on a request of their own', async () => {
		const owner = sandbox.addUser({ name: 'Demo Owner', email: 'demo@example.com' });
		await ask(owner.email, till);
		await visitor.fillIn(
			'teamviewer-access-decisions',
			[{ button: 'Show open requests' }],
			'Nothing to decide',
		);
	});

	/** As if every access that is given had been given two hours earlier. */
	async function letTwoHoursPass(): Promise<void> {
		const { session } = examples.stage;
		const clock = chain(
			'Two hours pass',
			{ name: 'Now', type: 'n8n-nodes-base.manualTrigger', parameters: {} },
			{
				name: 'Time is up',
				type: 'n8n-nodes-base.dataTable',
				typeVersion: 1.1,
				parameters: {
					resource: 'row',
					operation: 'update',
					dataTableId: { __rl: true, mode: 'name', value: 'Access requests' },
					matchType: 'allConditions',
					filters: { conditions: [{ keyName: 'status', condition: 'eq', keyValue: 'given' }] },
					columns: {
						mappingMode: 'defineBelow',
						value: { until: '={{ $now.minus({ seconds: 1 }).toISO() }}' },
						schema: [{ id: 'until', displayName: 'until', type: 'dateTime' }],
					},
				},
			},
		);
		await runWorkflow(session, await createWorkflow(session, clock));
	}
});

describe('"Offboarding: a colleague leaves TeamViewer"', () => {
	const THEN = 'Delete the user from the company';
	const find = (email: string | undefined) => ({
		answers: { Email: email ?? '', Afterwards: THEN },
		button: 'Find the user',
	});
	const fillIn = async (email: string | undefined, answer: string, ending: string) =>
		await visitor.fillIn(
			'teamviewer-offboarding',
			[
				find(email),
				{
					shows: `${nameBehind(email)}, last signed in: never. Afterwards: ${THEN}.`,
					answers: {
						[`Take everything away from ${nameBehind(email)} (${email})?`]: answer,
					},
					button: 'Continue',
				},
			],
			ending,
		);
	const findOnly = async (email: string | undefined, ending: string) =>
		await visitor.fillIn('teamviewer-offboarding', [find(email)], ending);

	test('finds nobody only where TeamViewer knows nobody', async () => {
		const page = await findOnly('nobody@example.com', 'Nobody found');
		expect(page).toContain('No user of the company has the email address nobody@example.com.');

		refuse('GET', /\/users$/);
		const refused = await findOnly(ADA.Email, 'TeamViewer could not be asked');
		expect(refused).toContain(`Nothing was changed`);
		expect(refused).toContain(`${REFUSAL}.`);
		expect(refused).not.toContain('Nobody found');
	});

	test('refuses the account that the credential belongs to', async () => {
		const owner = existing(company.users.find(({ id }) => id === company.account.userid));
		await findOnly(owner.email, 'This account cannot be offboarded here');
		expect(owner.active).toBe(true);
	});

	test('changes nothing where it is not known whose the credential is', async () => {
		refuse('GET', /\/account$/);
		const page = await findOnly(ADA.Email, 'TeamViewer could not be asked');
		expect(page).toContain(`${REFUSAL}. Nothing was changed.`);
	});

	test("goes on with a company's token, which belongs to nobody", async () => {
		sandbox.faults.failEvery({
			path: /\/account$/,
			status: 400,
			body: { error: 'invalid_request', error_description: 'Needs a user access token.' },
		});
		await fillIn(ADA.Email, 'No', 'Nothing was changed');
	});

	test('takes nothing away from whom TeamViewer does not deactivate', async () => {
		refuse('PUT', /\/users\//);
		const page = await fillIn(ADA.Email, 'Yes', 'The user could not be deactivated');
		expect(page).toContain(`${REFUSAL}. Nothing was taken away.`);
		expect(teamsOf(ada())).toEqual(['First level']);
	});

	test('changes nothing before the name was confirmed', async () => {
		await fillIn(ADA.Email, 'No', 'Nothing was changed');
		expect(ada().active).toBe(true);
		expect(teamsOf(ada())).toEqual(['First level']);
	});

	test('deactivates the user, takes everything away, and deletes the user at the end', async () => {
		const [device] = devicesOf(company.account.userid ?? '');
		const [group] = company.estate.groups;
		device.managers.push(managerFor(ada(), ['EasyAccess']));
		existing(group).managers.push(managerFor(ada(), ['DeviceAdministration']));
		const { id } = ada();
		const account = accountNumber(id);
		sandbox.clearRequests();

		const page = await fillIn(ADA.Email, 'Yes', 'The user is deleted');
		expect(page).toContain(
			'Taken away before: 1 user group, 1 shared group, 1 device group, 1 device.',
		);
		expect(company.users.some((user) => user.id === id)).toBe(false);
		expect(company.estate.managersOf(account)).toEqual([]);

		// TeamViewer would take most of it away with the user: here each was taken away before that.
		const changes = sandbox.requests
			.filter(
				({ method, path }) =>
					method !== 'GET' && /\/(users|usergroups|groups|managed)\//.test(path),
			)
			.map(({ method, path }) => `${method} ${path.replace('/api/v1', '')}`);
		expect(changes[0]).toBe(`PUT /users/${id}`);
		expect(changes.at(-1)).toBe(`DELETE /users/${id}`);
		expect(
			changes.slice(1, -1).map((change) => change.replace(/[\w-]{36}|\b\d+|g\d+/g, '…')),
		).toEqual([
			'DELETE /usergroups/…/members',
			'POST /groups/…/unshare_group',
			'DELETE /managed/groups/…/managers/…',
			'DELETE /managed/devices/…/managers/…',
		]);
	});

	test('deletes nobody who still manages what the account may not administer', async () => {
		const leaving = sandbox.addUser({ name: 'Bo Leaver', email: 'bo.leaver@example.com' });
		const me = existing(company.users.find(({ id }) => id === company.account.userid));
		const records = company.estate.records.slice(-5);
		for (const record of records) {
			record.managers = [
				managerFor(leaving, ['ManagerAdministration']),
				managerFor(me, ['EasyAccess']),
			];
		}
		const page = await fillIn(leaving.email, 'Yes', 'The user is deactivated');
		const [one, two, three] = records.map(({ device }) => device.name);
		expect(page).toContain(
			`as a manager of 5 devices and device groups: ${one}, ${two}, ${three} and 2 more.`,
		);
		expect(company.users).toContainEqual(
			expect.objectContaining({ id: leaving.id, active: false }),
		);
	});

	test('deletes nobody whom it could not take everything away from, and says why', async () => {
		const leaving = sandbox.addUser({ name: 'Cy Leaver', email: 'cy.leaver@example.com' });
		refuse('GET', /\/usergroups$/);
		refuse('GET', /\/managed\/devices$/);
		const page = await fillIn(leaving.email, 'Yes', 'The user is deactivated');
		expect(page).toContain('Taken away: nothing');
		expect(page).toContain(`But not everything was done. TeamViewer's reason: ${REFUSAL}.`);
		expect(leaving.active).toBe(false);
	});

	test('says why TeamViewer did not delete the user', async () => {
		const leaving = sandbox.addUser({ name: 'Di Leaver', email: 'di.leaver@example.com' });
		refuse('DELETE', /\/users\//);
		const page = await fillIn(leaving.email, 'Yes', 'The user is deactivated');
		expect(page).toContain(`But the user is not deleted: ${REFUSAL}.`);
	});
});

describe('"Stale devices: list, approve, stop managing"', () => {
	test('stops managing what was ticked and is still offline', async () => {
		const last_seen = writeDate(Date.now() - 100 * DAY);
		const gone = sandbox.addManagedDevice({ name: 'OLD-TILL-1', isOnline: false, last_seen });
		const back = sandbox.addManagedDevice({ name: 'OLD-TILL-2', isOnline: false, last_seen });
		const kept = sandbox.addManagedDevice({ name: 'OLD-TILL-3', isOnline: false, last_seen });
		await examples.run('stale-devices', 'Every Monday');
		await examples.run('stale-devices', 'Every Monday');
		interface Row {
			name: string;
			decision: string | null;
			decided_by: string | null;
		}
		const names = (await examples.rows<Row>('Stale devices')).map(({ name }) => name);
		expect(names.sort()).toEqual(['OLD-TILL-1', 'OLD-TILL-2', 'OLD-TILL-3']);

		sandbox.setDeviceOnline(back.id, true);
		const page = await visitor.fillIn(
			'teamviewer-stale-devices',
			[
				{ button: 'Show the devices' },
				{ ticks: ['OLD-TILL-1', 'OLD-TILL-2'], button: 'Stop managing these' },
			],
			'1 no longer managed',
		);
		expect(page).toContain('1 kept because they were online again, 0 failed');
		const ids = company.managedDevices.map(({ id }) => id);
		expect([gone, back, kept].map(({ id }) => ids.includes(id))).toEqual([false, true, true]);
		const rows = await examples.rows<Row>('Stale devices');
		expect(rows.map(({ name, decision }) => [name, decision])).toEqual(
			expect.arrayContaining([
				['OLD-TILL-1', 'no longer managed'],
				['OLD-TILL-2', 'kept: it was online again'],
				['OLD-TILL-3', null],
			]),
		);
	});

	test('tells in TeamViewer’s words what failed, and leaves it in the list', async () => {
		refuse('DELETE', /\/managed\/devices\//);
		const page = await visitor.fillIn(
			'teamviewer-stale-devices',
			[{ button: 'Show the devices' }, { ticks: ['OLD-TILL-3'], button: 'Stop managing these' }],
			'1 failed and stay in the list.',
		);
		expect(page).toContain(`${REFUSAL}.`);
		const rows = await examples.rows<{ name: string; decision: string }>('Stale devices');
		expect(rows.find(({ name }) => name === 'OLD-TILL-3')?.decision).toBe('');
	});
});

describe('"TeamViewer as an MCP server, with approvals"', () => {
	const url = () => `${examples.stage.n8n.url}/mcp/teamviewer`;

	test('lets nobody in without its token', async () => {
		await expect(McpClient.connect(url(), 'another token')).rejects.toThrow(/^403/);
	});

	test('offers its tools, each with the fields that an assistant may fill in', async () => {
		const assistant = await McpClient.connect(url(), MCP_TOKEN);
		const offered = (await assistant.tools()).map(({ name, inputSchema }) => [
			name,
			Object.keys(inputSchema.properties ?? {}).sort(),
		]);
		expect(Object.fromEntries(offered)).toEqual({
			Find_users: ['name'],
			Find_managed_devices: [],
			Create_session: ['customer_name', 'problem'],
			Get_open_sessions: [],
			Get_connection_reports: ['device_name', 'started_after', 'supporter'],
			Ask_to_delete_user: ['email', 'reason'],
			Ask_to_stop_managing_device: ['reason', 'teamviewer_id'],
			Look_up_request: ['id'],
		});
	});

	test('finds users and creates a session for an assistant', async () => {
		const assistant = await McpClient.connect(url(), MCP_TOKEN);
		expect(await assistant.call('Find_users', { name: 'Asantewaa' })).toContain('Kofi Asantewaa');
		const answer = await assistant.call('Create_session', {
			problem: 'No sound',
			customer_name: 'Mia Example',
		});
		const session = existing(
			company.sessions.find(({ description }) => description === 'No sound'),
		);
		expect(session.end_customer?.name).toBe('Mia Example');
		expect(answer).toContain(session.end_customer_link);
	});

	test('deletes a user only after a person has approved it', async () => {
		const assistant = await McpClient.connect(url(), MCP_TOKEN);
		const user = sandbox.addUser({ name: 'Cy Former', email: 'cy.former@example.com' });
		const isThere = () => company.users.some(({ id }) => id === user.id);
		const answer = await assistant.call('Ask_to_delete_user', {
			email: user.email,
			reason: 'Left in spring',
		});
		expect(answer).toContain('requested');
		const id = Number(/"id":\s*(\d+)/.exec(answer)?.[1]);
		expect(isThere()).toBe(true);

		await visitor.fillIn(
			'teamviewer-assistant-requests',
			[
				{ button: 'Show open requests' },
				{
					answers: { Request: 'Delete user cy.former@example.com', Decision: 'Approve' },
					button: 'Decide',
				},
			],
			'Delete user cy.former@example.com: done.',
		);
		expect(isThere()).toBe(false);
		expect(await assistant.call('Look_up_request', { id })).toContain('"done"');
	});

	test('tells the person in TeamViewer’s words why it could not be done', async () => {
		const assistant = await McpClient.connect(url(), MCP_TOKEN);
		const answer = await assistant.call('Ask_to_delete_user', {
			email: 'nobody@example.com',
			reason: 'Left in summer',
		});
		const id = Number(/"id":\s*(\d+)/.exec(answer)?.[1]);
		const page = await visitor.fillIn(
			'teamviewer-assistant-requests',
			[
				{ button: 'Show open requests' },
				{
					answers: { Request: 'Delete user nobody@example.com', Decision: 'Approve' },
					button: 'Decide',
				},
			],
			'It was not done',
		);
		expect(page).toMatch(/Delete user nobody@example\.com: .*, which no /);
		expect(await assistant.call('Look_up_request', { id })).toContain('"failed"');
	});

	test('stops managing no device when a person declines', async () => {
		const assistant = await McpClient.connect(url(), MCP_TOKEN);
		const device = sandbox.addManagedDevice({ name: 'KEEP-ME' });
		await assistant.call('Ask_to_stop_managing_device', {
			teamviewer_id: String(device.teamviewerId),
			reason: 'Looks old',
		});
		await visitor.fillIn(
			'teamviewer-assistant-requests',
			[
				{ button: 'Show open requests' },
				{
					answers: { Request: `Stop managing device ${device.teamviewerId}`, Decision: 'Decline' },
					button: 'Decide',
				},
			],
			'nothing was done',
		);
		expect(company.managedDevices.map(({ id }) => id)).toContain(device.id);
	});
});

describe('"Alarms and changes become tickets"', () => {
	interface Ticket {
		title: string;
		text: string;
		kind: string;
	}

	test('writes a ticket for an alarm, with the link to connect', async () => {
		const alarm = sandbox.addAlarm({ AlarmConfiguration: 'Fan stopped', AlarmDetails: '0 rpm' });
		const ticket = await ticketNamed('Alarm: Fan stopped');
		expect(ticket.text).toContain('0 rpm');
		expect(ticket.text).toContain(
			`https://start.teamviewer.com/device/r${alarm.DeviceId}/authorization/`,
		);
	});

	test('wrote one for each step of those who came, got access and left', async () => {
		const [server] = devicesOf(company.account.userid ?? '');
		await ticketNamed('User removed from company: ada.newcomer@example.com');
		await ticketNamed('User created: ada.newcomer@example.com');
		const added = await ticketNamed(`Manager added: ${server.device.name}`);
		expect(added.text).toContain('Ada Newcomer');
		expect(added.text).toContain('EasyAccess');
		await ticketNamed(`Manager removed: ${server.device.name}`);
	});

	async function ticketNamed(title: string): Promise<Ticket> {
		return await waitFor(
			async () =>
				(await examples.rows<Ticket>('Alert tickets')).find((ticket) => ticket.title === title),
			{ for: `the ticket "${title}"` },
		);
	}
});

/** The first two devices that this user administers alone. */
function devicesOf(userId: string): [ManagedRecord, ManagedRecord] {
	const [one, other] = company.estate.records.filter(({ managers: [manager, another] }) => {
		if (manager?.type !== 'account' || another !== undefined) return false;
		return manager.accountId === accountNumber(userId);
	});
	return [existing(one), existing(other)];
}

function managerFor(user: User, permissions: ManagedRecord['managers'][number]['permissions']) {
	const { id, name } = user;
	const accountId = accountNumber(id);
	return { id: company.newGuid(), type: 'account' as const, accountId, name, permissions };
}

function permissionsOn({ managers }: ManagedRecord, { id }: User): string[] | undefined {
	const manager = managers.find(
		(one) => one.type === 'account' && one.accountId === accountNumber(id),
	);
	return manager?.permissions;
}

/** How often the event log tells of this, done to a device. */
function told(event: string, { device }: ManagedRecord): number {
	return company.auditEvents.filter(
		({ EventName, AffectedItem }) => EventName === event && AffectedItem === device.name,
	).length;
}

function teamsOf({ id }: User): string[] {
	return company.userGroups
		.filter(({ members }) => members.includes(accountNumber(id)))
		.map(({ name }) => name);
}

function rolesOf({ id }: User): Array<string | undefined> {
	return [...(company.roles.ofUser.get(id) ?? [])].map((role) => company.roles.find(role)?.name);
}

function sharesOf({ id }: User): Array<[string, string]> {
	return company.storedGroups.flatMap(({ name, shares }) =>
		shares
			.filter(({ userid }) => userid === id)
			.map(({ permissions }): [string, string] => [name, permissions]),
	);
}

function nameBehind(email: string | undefined): string {
	return existing(company.users.find((user) => user.email === email)?.name);
}

function existing<Thing>(thing: Thing | undefined): Thing {
	if (thing === undefined) throw new Error('It does not exist');
	return thing;
}
