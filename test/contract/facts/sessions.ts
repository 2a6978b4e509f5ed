import { isJson, moment, Untold, type Api, type Json } from '../api';
import { contradiction, values, type Fact, type Question } from '../fact';
import { described } from './basics';

const FULL = { full_list: 'true' };
const ALL = { ...FULL, state: 'open,closed' };
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const GROUP = 'n8n contract tests';
const HOUR = 3_600_000;

export const sessions: Array<Fact | Question> = [
	{
		claim: 'Session codes come with dashes, s123-456-789',
		source: 'live payloads',
		check: async (api) =>
			contradiction(
				await api.list('/sessions', 'sessions', ALL),
				({ code }) => /^s\d{3}-\d{3}-\d{3}$/.test(String(code)),
				({ code }) => String(code),
			),
	},
	{
		claim: "A session's links hold its code without dashes",
		source: 'live payloads',
		check: async (api) =>
			contradiction(
				await api.list('/sessions', 'sessions', ALL),
				({ code, end_customer_link }) =>
					String(end_customer_link).includes(String(code).replaceAll('-', '')),
				({ code }) => String(code),
			),
	},
	{
		claim: 'Only open sessions are listed unless another state is asked for',
		source: 'API manual',
		check: async (api) =>
			contradiction(
				await api.list('/sessions', 'sessions', FULL),
				({ state }) => /open/i.test(String(state)),
				({ state }) => String(state),
			),
	},
	{
		claim: 'Without full_list sessions come with five fields only',
		source: 'API manual',
		check: async (api) =>
			contradiction(
				await api.list('/sessions', 'sessions'),
				(session) => Object.keys(session).length <= 5,
				(session) => Object.keys(session).join(', '),
			),
	},
	{
		claim: 'Sessions come newest created_at first, at most 1000 a call',
		source: 'API manual',
		check: async (api) => {
			const all = await api.list('/sessions', 'sessions', ALL);
			if (all.length > 1000) return `${all.length} sessions`;
			return contradiction(
				all,
				({ created_at }, index) =>
					index === 0 || moment(created_at) <= moment(all[index - 1]?.created_at),
				({ code }) => `${String(code)} stands too low`,
			);
		},
	},
	{
		claim: 'Dates have the form 2026-01-31T08:15:00Z',
		source: 'API manual',
		check: async (api) =>
			contradiction(
				(await api.list('/sessions', 'sessions', ALL)).flatMap(
					({ created_at, valid_until, assigned_at, closed_at }) =>
						[created_at, valid_until, assigned_at, closed_at].filter((date) => date !== undefined),
				),
				(date) => DATE.test(String(date)),
				String,
			),
	},
	{
		claim: 'Absent values are left out, not null',
		source: 'live payloads',
		check: async (api) =>
			contradiction(
				await api.list('/sessions', 'sessions', ALL),
				(session) => !Object.values(session).includes(null),
				(session) => JSON.stringify(Object.entries(session).find(([, value]) => value === null)),
			),
	},
	{
		claim: 'One session is not wrapped',
		source: 'OpenAPI document',
		check: async (api) => {
			const [session] = await api.list('/sessions', 'sessions', ALL);
			if (!session) throw new Untold('there is no session');
			const { body } = await api.get(`/sessions/${String(session.code)}`);
			return isJson(body) && body.code === session.code ? undefined : JSON.stringify(body);
		},
	},
	{
		claim: 'next_offset and sessions_remaining are there as long as more follow, and only then',
		source: 'API manual',
		check: async (api) => {
			const { status, body } = await api.get('/sessions', ALL);
			if (status !== 200 || !isJson(body)) throw new Untold(`GET /sessions answers ${status}`);
			const token = typeof body.next_offset === 'string' && body.next_offset !== '';
			const rest = Number(body.sessions_remaining ?? 0) > 0;
			return token === rest
				? undefined
				: `${String(body.next_offset)}, ${String(body.sessions_remaining)}`;
		},
	},
	{
		question: 'How is the state of a session spelt: Open, open or a number?',
		source: 'no source tells',
		ask: async (api) =>
			values((await api.list('/sessions', 'sessions', ALL)).map(({ state }) => state)),
	},
	{
		question: 'Which state has a session that ran out of its validity?',
		source: 'no source tells',
		ask: async (api) => {
			const all = await api.list('/sessions', 'sessions', ALL);
			const ranOut = all.filter(
				({ valid_until, closed_at }) =>
					moment(valid_until) < Date.now() && !(moment(closed_at) < moment(valid_until)),
			);
			return values(ranOut.map(({ state }) => state));
		},
	},
	{
		question: 'How is a session that does not exist answered: 400 or 404?',
		source: 'no source tells',
		ask: async (api) => described(await api.get('/sessions/s000-000-000')),
	},
	{
		claim: 'A session is created with 200, its links and a Location header that is no redirect',
		source: 'live payloads',
		writes: true,
		check: async (api) => {
			const { status, headers, body } = await created(api);
			const links = ['end_customer_link', 'supporter_link', 'webclient_supporter_link'];
			const complete = links.every((link) => typeof body[link] === 'string');
			return status === 200 && complete && headers.has('Location')
				? undefined
				: `${status}, Location ${String(headers.get('Location'))}, ${Object.keys(body).join(', ')}`;
		},
	},
	{
		claim: 'A session is valid for 24 hours where nothing else is said',
		source: 'API manual',
		writes: true,
		check: async (api) => {
			const { body } = await created(api);
			const hours = (moment(body.valid_until) - moment(body.created_at)) / HOUR;
			return Math.abs(hours - 24) < 0.1 ? undefined : `${hours} hours`;
		},
	},
	{
		claim: 'A change is answered with 204 without a body, closed closes, and open opens again',
		source: 'API manual',
		writes: true,
		check: async (api) => {
			const { body } = await created(api);
			const seen: string[] = [];
			for (const state of ['closed', 'open', 'closed']) {
				const { status } = await api.send('PUT', `/sessions/${String(body.code)}`, { state });
				const after = (await api.send('GET', `/sessions/${String(body.code)}`)).body as Json;
				seen.push(`${status} ${String(after.state).toLowerCase()}`);
			}
			const wanted = '204 closed, 204 open, 204 closed';
			return seen.join(', ') === wanted ? undefined : seen.join(', ');
		},
	},
	{
		claim: 'custom_api and description come back as they were sent, and u0 assigns to nobody',
		source: 'API manual',
		writes: true,
		check: async (api) => {
			const given = {
				description: 'Ünïcode “text”',
				custom_api: '{"ticket":1}',
				assigned_userid: 'u0',
			};
			const { body } = await created(api, given);
			const got = ['description', 'custom_api', 'assigned_userid'].map((name) => body[name]);
			return JSON.stringify(got) === JSON.stringify(Object.values(given))
				? undefined
				: JSON.stringify(got);
		},
	},
	{
		question: 'Does an empty text in a change clear a description?',
		source: 'no source tells',
		writes: true,
		ask: async (api) => {
			const { body } = await created(api, { description: 'To be cleared' });
			const address = `/sessions/${String(body.code)}`;
			const { status } = await api.send('PUT', address, { description: '' });
			const after = (await api.send('GET', address)).body as Json;
			return `${status}, then ${JSON.stringify(after.description ?? null)}`;
		},
	},
];

/** A session of its own group, closed again at once. @throws {Untold} where the token may create none. */
async function created(api: Api, fields: object = {}) {
	const answer = await api.send('POST', '/sessions', { groupname: GROUP, ...fields });
	if (!isJson(answer.body) || typeof answer.body.code !== 'string') {
		throw new Untold(`POST /sessions answers ${described(answer)}`);
	}
	await api.send('PUT', `/sessions/${answer.body.code}`, { state: 'closed' });
	return { ...answer, body: answer.body };
}
