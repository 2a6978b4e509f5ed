import { described, isJson, moment, Untold } from '../api';
import { contradiction, type Fact, type Question } from '../fact';

const FULL = { full_list: 'true' };
const ALL = { ...FULL, state: 'open,closed' };
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

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
			if (!isJson(body)) return typeof body;
			return body.code === session.code ? undefined : Object.keys(body).join(', ');
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
		claim: 'The state of a session is Open or Closed',
		source: 'live payloads',
		check: async (api) =>
			contradiction(
				await api.list('/sessions', 'sessions', ALL),
				({ state }) => /^(open|closed)$/i.test(String(state)),
				({ state }) => JSON.stringify(state),
			),
	},
	{
		question: 'Do sessions that ran out of their validity ever close? Live ones were seen open',
		source: 'live clients',
		ask: async (api) => {
			const ranOut = (await api.list('/sessions', 'sessions', ALL)).filter(
				({ valid_until, closed_at }) =>
					moment(valid_until) < Date.now() && !(moment(closed_at) < moment(valid_until)),
			);
			if (ranOut.length === 0) throw new Untold('none has run out');
			const open = ranOut.filter(({ state }) => /open/i.test(String(state)));
			const oldest = Math.min(...open.map(({ valid_until }) => moment(valid_until)));
			const since = open.length > 0 ? `, the longest for ${daysSince(oldest)} days` : '';
			const closed = ranOut.length - open.length;
			return `${open.length} are open${since}; ${closed} were closed at or after that time`;
		},
	},
	{
		question: 'How is a session that does not exist answered: 400 or 404?',
		source: 'no source tells',
		ask: async (api) => described(await api.get('/sessions/s000-000-000')),
	},
];

function daysSince(ms: number): number {
	return Math.floor((Date.now() - ms) / 86_400_000);
}
