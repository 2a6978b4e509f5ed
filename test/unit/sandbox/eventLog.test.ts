import { createSandbox, type Sandbox } from '../../sandbox';
import type { AuditEvent } from '../../sandbox/company/types';
import { call, rows } from './caller';
import { clientOf } from './management/steps';

const NOW = Date.parse('2026-11-20T15:00:00Z');
const PERIOD = { StartDate: '2026-05-01T00:00:00Z', EndDate: '2026-11-20T15:00:00Z' };

let sandbox: Sandbox;

beforeEach(() => {
	sandbox = createSandbox({ now: () => NOW });
});

async function ask(filter: object = {}) {
	const body = { ...PERIOD, ...filter };
	return await call(sandbox, '/EventLogging', { method: 'POST', body });
}

async function list(filter: object = {}): Promise<AuditEvent[]> {
	return rows<AuditEvent>(await ask(filter), 'AuditEvents');
}

describe('the event log', () => {
	it('is read by POST, 50 a page, to a token that is null', async () => {
		const found: AuditEvent[] = [];
		const tokens: unknown[] = [];
		let ContinuationToken: unknown;
		do {
			const answer = await ask({ StartDate: '2025-11-20', ContinuationToken });
			found.push(...rows<AuditEvent>(answer, 'AuditEvents'));
			ContinuationToken = answer.body.ContinuationToken;
			tokens.push(ContinuationToken);
		} while (ContinuationToken !== null);
		expect(found).toEqual(sandbox.company.auditEvents);
		expect(tokens).toHaveLength(7);
	});

	it('spells names in words, authors by name and address, and what is absent as null', async () => {
		const [event] = await list({ EventNames: ['GroupShared'] });
		const author = sandbox.company.users.find(({ email }) => email === event?.AuthorEmail);
		expect(event).toEqual({
			EventName: 'Group shared',
			EventType: 'Group management',
			Timestamp: expect.any(String) as string,
			Author: author?.name,
			AuthorEmail: author?.email,
			AffectedItem: expect.any(String) as string,
			EventDetails: [
				{
					PropertyName: 'SharedWith',
					PropertyCategory: null,
					OldValue: null,
					NewValue: expect.any(String) as string,
					PolicyEnforcementNewValue: null,
					PolicyEnforcementOldValue: null,
				},
			],
		});
	});

	it('is filtered by dates, and by names, types and accounts as one word each', async () => {
		const [event] = await list({ EventTypes: ['CompanyAdministration'] });
		const wanted = {
			StartDate: '2026-11-01T00:00:00Z',
			EventNames: ['UserCreated'],
			AccountEmails: [event?.AuthorEmail],
		};
		for (const one of await list(wanted)) {
			expect(one).toMatchObject({ EventName: 'User created', AuthorEmail: event?.AuthorEmail });
			expect((one.Timestamp ?? '') >= wanted.StartDate).toBe(true);
		}
	});

	it('drops session events for an affected item, and all others for a session', async () => {
		const all = sandbox.company.auditEvents;
		const session = all.find(({ EventType }) => EventType === 'Session');
		expect(await list({ AffectedItem: session?.AffectedItem })).toEqual([]);
		expect((await list({ AffectedItem: 'Reporting' })).length).toBeGreaterThan(0);
		const guid = session?.EventDetails?.[1]?.NewValue;
		const ofSession = await list({ RCSessionGuid: guid });
		expect(ofSession).toContainEqual(session);
		expect(ofSession.every(({ EventType }) => EventType === 'Session')).toBe(true);
	});

	it('takes a form, too', async () => {
		const body = new URLSearchParams({ ...PERIOD, EventNames: 'UserCreated' });
		const response = await sandbox.fetch(
			new Request('https://webapi.teamviewer.com/api/v1/EventLogging', {
				method: 'POST',
				headers: { Authorization: `Bearer ${sandbox.credentials.userToken}` },
				body,
			}),
		);
		const { AuditEvents } = (await response.json()) as { AuditEvents: AuditEvent[] };
		expect(AuditEvents).toEqual(await list({ EventNames: ['UserCreated'] }));
	});

	it('comes in any order where a test asks for it, and the same on every page', async () => {
		const usual = await list();
		sandbox.listAuditEvents('oldestFirst');
		expect((await list())[0]).toEqual(sandbox.company.auditEvents.at(-1));
		sandbox.listAuditEvents('shuffled');
		const shuffled = await list();
		expect(shuffled).not.toEqual(usual);
		expect(await list()).toEqual(shuffled);
	});

	it('may be in trouble beside its list, or instead of it', async () => {
		expect((await ask()).body.ParsingError).toBeNull();
		sandbox.troubleAuditEvents('Two events could not be read.');
		expect((await ask()).body).toMatchObject({
			AuditEvents: expect.any(Array) as unknown[],
			ParsingError: 'Two events could not be read.',
		});
		sandbox.troubleAuditEvents('Nothing could be read.', 'instead');
		expect((await ask()).body).toEqual({ ParsingError: 'Nothing could be read.' });
	});

	it.each<[object, string]>([
		[{ StartDate: '2026-11-01' }, "'EndDate' is missing"],
		[{ StartDate: '2026-11-02', EndDate: '2026-11-01' }, 'behind'],
		[{ StartDate: '2025-11-19', EndDate: '2026-11-01' }, '12 months'],
		[{ StartDate: '2026-11-01', EndDate: '2026-11-02', Limit: 5 }, "'Limit'"],
		[{ StartDate: '2026-11-01', EndDate: '2026-11-02', EventNames: 'UserCreated' }, "'EventNames'"],
		[
			{ StartDate: '2026-11-01', EndDate: '2026-11-02', EventNames: ['User created'] },
			'EventNames',
		],
		[{ StartDate: '2026-11-01', EndDate: '2026-11-02', EventTypes: ['Users'] }, 'EventTypes'],
		[{ StartDate: '2026-11-01T00:00:00.5Z', EndDate: '2026-11-02' }, "'StartDate'"],
	])('refuses to be searched for %j', async (body, text) => {
		const answer = await call(sandbox, '/EventLogging', { method: 'POST', body });
		expect(answer.status).toBe(400);
		expect(answer.body.error_description).toContain(text);
	});

	it('needs a permission that has words only', async () => {
		const token = sandbox.credentials.limitedToken([], []);
		const options = { method: 'POST', body: PERIOD, token };
		expect((await call(sandbox, '/EventLogging', options)).status).toBe(403);
	});
});

describe('what is done through the API stands in the event log', () => {
	const told = () =>
		sandbox.company.auditEvents
			.slice(0, -330)
			.map(({ EventName, AffectedItem }) => `${EventName}: ${AffectedItem}`)
			.reverse();

	it('when somebody joins and leaves', async () => {
		const client = clientOf(sandbox);
		const email = 'mara.lind@example.com';
		const { id } = (await client.post('/users', { email, name: 'Mara Lind', language: 'en' })).body;
		const [team] = sandbox.company.userGroups;
		await client.post(`/usergroups/${team?.id}/members`, [Number(String(id).slice(1))]);
		const group = sandbox.company.groups.find(({ permissions }) => permissions === 'owned');
		const users = [{ userid: id, permissions: 'read' }];
		await client.post(`/groups/${group?.id}/share_group`, { users });
		await client.put(`/users/${String(id)}`, { active: false, password: 'never shown' });
		await client.remove(`/users/${String(id)}`);
		expect(told()).toEqual([
			`User created: ${email}`,
			`User group members added: ${team?.name}`,
			`Group shared: ${group?.name}`,
			`Edit user properties: ${email}`,
			`User removed from company: ${email}`,
		]);
		expect(JSON.stringify(sandbox.company.auditEvents)).not.toContain('never shown');
		expect(sandbox.company.auditEvents[0]).toMatchObject({
			Author: sandbox.company.account.name,
			AuthorEmail: sandbox.company.account.email,
		});
	});

	it('when somebody may get at a device for a while', async () => {
		const client = clientOf(sandbox);
		const device = sandbox.addManagedDevice({ name: 'Till 4' });
		const path = `/managed/devices/${device.id}/managers`;
		const accountId = Number(sandbox.company.users[1]?.id.slice(1));
		const permissions = ['EasyAccess'];
		const added = await client.post(path, [{ accountId, permissions }]);
		const [manager] = added.body as unknown as Array<{ id: string }>;
		await client.remove(`${path}/${manager?.id}`);
		expect(told()).toEqual(['Manager added: Till 4', 'Manager removed: Till 4']);
		const [removed] = await list({ EventTypes: ['DeviceManagement'] });
		expect(removed?.EventDetails).toMatchObject([
			{ PropertyName: 'Manager', NewValue: sandbox.company.users[1]?.name },
			{ PropertyName: 'Permissions', NewValue: 'EasyAccess' },
		]);
	});
});
