import { createSandbox, type Sandbox } from '../../sandbox';
import type { Session } from '../../sandbox/company/types';
import { call, pages, rows } from './caller';

const NOW = Date.parse('2026-11-20T15:00:00Z');

let sandbox: Sandbox;

beforeEach(() => {
	sandbox = createSandbox({ company: 'empty', now: () => NOW, pageSize: 10 });
});

async function create(body: Record<string, unknown>, token?: string) {
	return await call(sandbox, '/sessions', { method: 'POST', body, token });
}

async function update(code: string, body: Record<string, unknown>) {
	return await call(sandbox, `/sessions/${code}`, { method: 'PUT', body });
}

async function list(query: string): Promise<Session[]> {
	return rows<Session>(await call(sandbox, `/sessions?${query}`), 'sessions');
}

describe('the list of sessions', () => {
	it('is short and holds only open ones unless asked otherwise', async () => {
		const open = sandbox.addSession();
		sandbox.closeSession(sandbox.addSession().code);
		const answer = await call(sandbox, '/sessions');
		const [only] = rows<Session>(answer, 'sessions');
		expect(answer.body.sessions).toHaveLength(1);
		expect(Object.keys(only ?? {}).sort()).toEqual(
			['code', 'groupid', 'online', 'state', 'support_session_type'].sort(),
		);
		expect(only?.state).toBe('Open');
		expect(await list('full_list=true')).toEqual([open]);
		expect(await list('state=closed')).toHaveLength(1);
		expect(await list('state=open,closed')).toHaveLength(2);
	});

	it('comes newest first, in pages, with offset and rest only where there is more', async () => {
		for (let index = 0; index < 25; index++) {
			const created_at = `2026-11-${String(1 + (index % 5)).padStart(2, '0')}T10:00:00Z`;
			sandbox.addSession({ created_at, valid_until: '2026-12-01T00:00:00Z' });
		}
		const first = await call(sandbox, '/sessions');
		expect(first.body).toMatchObject({
			next_offset: expect.stringMatching(/^s\d{3}-\d{3}-\d{3}$/) as string,
			sessions_remaining: 15,
		});
		const all = await pages<Session>(sandbox, '/sessions?full_list=true', 'sessions', 'offset');
		expect(all.map((page) => page.length)).toEqual([10, 10, 5]);
		expect(all.flat()).toEqual(sandbox.company.sessions);
		const dates = all.flat().map((session) => session.created_at);
		expect(dates).toEqual([...dates].sort().reverse());
		const last = await call(sandbox, `/sessions?offset=${all[1]?.at(-1)?.code}`);
		expect(Object.keys(last.body)).toEqual(['sessions']);
	});

	it('goes on behind its offset when sessions were opened or closed in between', async () => {
		for (let index = 0; index < 12; index++) sandbox.addSession();
		const first = await call(sandbox, '/sessions');
		const offset = String(first.body.next_offset);
		sandbox.addSession();
		sandbox.closeSession(offset);
		const second = await call(sandbox, `/sessions?offset=${offset.replace(/-/g, '')}`);
		expect(rows(second, 'sessions')).toHaveLength(2);
	});

	it('filters by group and by assigned user', async () => {
		const [group] = sandbox.company.groups;
		const { userid } = sandbox.company.account;
		const mine = sandbox.addSession({ assigned_userid: userid });
		const nobodys = sandbox.addSession({ assigned_userid: 'u0' });
		expect(await list('full_list=true&assigned_userid=u0')).toEqual([nobodys]);
		expect(await list(`full_list=true&assigned_userid=${userid}`)).toEqual([mine]);
		expect(await list(`groupid=${group?.id}`)).toHaveLength(2);
		expect(await list('groupid=g1')).toEqual([]);
	});

	it.each([
		['limit=10', "Unknown parameter 'limit'"],
		['groupid=123', "'groupid'"],
		['assigned_userid=bob', "'assigned_userid'"],
		['state=paused', "'state'"],
		['full_list=yes', "'full_list'"],
		['offset=s1', "'offset'"],
		['offset=s000-000-000', "'offset'"],
		['full_list=true&full_list=false', "'full_list' was given twice"],
	])('refuses ?%s and names what is wrong', async (query, text) => {
		const answer = await call(sandbox, `/sessions?${query}`);
		expect(answer.status).toBe(400);
		expect(answer.body.error).toBe('invalid_request');
		expect(answer.body.error_description).toContain(text);
	});
});

describe('creating a session', () => {
	it('answers with its code, three links and a Location that is no redirect', async () => {
		const answer = await create({
			groupname: 'Fresh group',
			description: 'Grüße\n👋',
			end_customer: { name: 'Ann', email: 'ann@example.com' },
			custom_api: 'TICKET-1042',
		});
		expect(answer.status).toBe(200);
		const code = String(answer.body.code);
		const plain = code.replace(/-/g, '');
		expect(answer.headers.get('Location')).toContain(code);
		expect(answer.body).toEqual({
			code: expect.stringMatching(/^s\d{3}-\d{3}-\d{3}$/) as string,
			state: 'Open',
			groupid: sandbox.company.groups.find(({ name }) => name === 'Fresh group')?.id,
			description: 'Grüße\n👋',
			end_customer: { name: 'Ann', email: 'ann@example.com' },
			custom_api: 'TICKET-1042',
			assigned_userid: sandbox.company.account.userid,
			assigned_at: '2026-11-20T15:00:00Z',
			created_at: '2026-11-20T15:00:00Z',
			valid_until: '2026-11-21T15:00:00Z',
			end_customer_link: `https://get.teamviewer.com/v15/${plain}`,
			supporter_link: expect.stringMatching(new RegExp(`/v15/${plain}-\\w{12}$`)) as string,
			webclient_supporter_link: expect.stringContaining(`sessioncode=${plain}&`) as string,
			online: false,
			support_session_type: 'Default',
		});
	});

	it('reuses a group of that name and leaves a session to nobody on request', async () => {
		const name = sandbox.company.groups[0]?.name;
		const answer = await create({ groupname: name, assigned_userid: 'u0' });
		expect(answer.body.groupid).toBe(sandbox.company.groups[0]?.id);
		expect(answer.body.assigned_userid).toBe('u0');
		expect(answer.body).not.toHaveProperty('assigned_at');
		expect(sandbox.company.groups).toHaveLength(1);
	});

	it.each<[string, Record<string, unknown>, string]>([
		['no group', {}, "'groupid' or 'groupname'"],
		['an unknown group', { groupid: 'g1' }, "'groupid'"],
		['a group id of the wrong form', { groupid: '1' }, "'groupid'"],
		['a long description', { groupname: 'A', description: 'x'.repeat(4001) }, "'description'"],
		['a long custom_api', { groupname: 'A', custom_api: 'x'.repeat(4001) }, "'custom_api'"],
		[
			'a long customer name',
			{ groupname: 'A', end_customer: { name: 'x'.repeat(101) } },
			"'end_customer.name'",
		],
		[
			'an unknown customer field',
			{ groupname: 'A', end_customer: { phone: '1' } },
			"'end_customer.phone'",
		],
		['an unknown field', { groupname: 'A', password: 'x' }, "'password'"],
		[
			'milliseconds in a date',
			{ groupname: 'A', valid_until: '2026-12-01T00:00:00.000Z' },
			"'valid_until'",
		],
		[
			'a day that does not exist',
			{ groupname: 'A', valid_until: '2027-02-30T00:00:00Z' },
			"'valid_until'",
		],
		['an end in the past', { groupname: 'A', valid_until: '2026-11-20T15:00:00Z' }, 'past'],
		['an unknown type', { groupname: 'A', support_session_type: 'pilot' }, 'support_session_type'],
		['a bad telephone number', { groupname: 'A', sms_invite_number: 'call me' }, 'sms_invite'],
		['an unknown user', { groupname: 'A', assigned_userid: 'u1' }, "'assigned_userid'"],
	])('refuses %s', async (_, body, text) => {
		const answer = await create(body);
		expect(answer.status).toBe(400);
		expect(answer.body.error_description).toContain(text);
		expect(sandbox.company.sessions).toHaveLength(0);
	});

	it('refuses a group name to company tokens, form bodies and query parameters', async () => {
		const company = await create({ groupname: 'A' }, sandbox.credentials.companyToken);
		expect(company.status).toBe(400);
		const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
		const asForm = { method: 'POST', body: { groupname: 'A' }, headers: form };
		expect((await call(sandbox, '/sessions', asForm)).status).toBe(400);
		const inQuery = { method: 'POST', body: { groupname: 'A' } };
		expect((await call(sandbox, '/sessions?groupname=A', inQuery)).status).toBe(400);
	});
});

describe('changing a session', () => {
	it('closes and reopens it, by its code with or without dashes', async () => {
		const { code } = sandbox.addSession({ online: true });
		const closed = await update(code.replace(/-/g, ''), { state: 'closed' });
		expect([closed.status, closed.body]).toEqual([204, {}]);
		expect((await call(sandbox, `/sessions/${code}`)).body).toMatchObject({
			code,
			state: 'Closed',
			closed_at: '2026-11-20T15:00:00Z',
			online: false,
		});
		await update(code, { state: 'open' });
		const reopened = (await call(sandbox, `/sessions/${code}`)).body;
		expect(reopened.state).toBe('Open');
		expect(reopened).not.toHaveProperty('closed_at');
	});

	it('takes what may change and refuses the rest', async () => {
		const { code } = sandbox.addSession();
		const change = { description: '', custom_api: '{"t":1}', groupname: 'New' };
		expect((await update(code, { ...change, assigned_userid: 'u0' })).status).toBe(204);
		const session = (await call(sandbox, `/sessions/${code}`)).body;
		expect(session).toMatchObject({
			description: '',
			custom_api: '{"t":1}',
			assigned_userid: 'u0',
		});
		for (const body of [{}, { valid_until: '2026-12-01' }, { support_session_type: 'Pilot' }]) {
			expect((await update(code, body)).status).toBe(400);
		}
	});

	it('answers 400 for an unknown code, or 404 where a test asks for it', async () => {
		expect((await call(sandbox, '/sessions/s000-000-000')).status).toBe(400);
		expect((await call(sandbox, '/sessions/123')).status).toBe(400);
		sandbox = createSandbox({ company: 'empty', unknownRecordStatus: 404 });
		expect((await call(sandbox, '/sessions/s000-000-000')).status).toBe(404);
	});

	it('can be done from outside: online, expired, opened bare', async () => {
		const { code } = sandbox.openSession({ groupid: 'g7' });
		expect((await call(sandbox, `/sessions/${code}`)).body).not.toHaveProperty('description');
		sandbox.setSessionOnline(code, true);
		expect((await call(sandbox, '/sessions')).body.sessions).toMatchObject([{ online: true }]);
		sandbox.expireSession(code);
		expect((await call(sandbox, `/sessions/${code}`)).body).toMatchObject({
			state: 'Open',
			valid_until: '2026-11-20T15:00:00Z',
		});
		expect((await call(sandbox, '/sessions')).body.sessions).toHaveLength(1);
		sandbox.expireSession(code, 'Closed');
		expect((await call(sandbox, `/sessions/${code}`)).body.state).toBe('Closed');
	});
});
