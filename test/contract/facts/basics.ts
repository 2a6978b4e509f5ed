import { isJson, type Json, Untold } from '../api';
import { contradiction, values, type Fact, type Question } from '../fact';

const NOBODYS_TOKEN = 'made-up-by-the-contract-tests';

export const basics: Array<Fact | Question> = [
	{
		claim: 'GET /ping answers 200 with token_valid true for a good token',
		source: 'API manual',
		check: async (api) => {
			const { status, body } = await api.get('/ping');
			return status === 200 && isJson(body) && body.token_valid === true
				? undefined
				: `${status} ${JSON.stringify(body)}`;
		},
	},
	{
		claim: 'GET /ping answers 200 with token_valid false for a bad token',
		source: 'API manual',
		check: async (api) => {
			const { status, body } = await api.send('GET', '/ping', undefined, NOBODYS_TOKEN);
			return status === 200 && isJson(body) && body.token_valid === false
				? undefined
				: `${status} ${JSON.stringify(body)}`;
		},
	},
	{
		claim: 'A bad token is told by 401, WWW-Authenticate: Bearer and the category invalid_token',
		source: 'API manual',
		check: async (api) => {
			const { status, headers, body } = await api.send('GET', '/groups', undefined, NOBODYS_TOKEN);
			const category = isJson(body) ? body.error : body;
			const scheme = headers.get('WWW-Authenticate') ?? 'no WWW-Authenticate';
			return status === 401 && /^bearer/i.test(scheme) && category === 'invalid_token'
				? undefined
				: `${status}, ${scheme}, ${JSON.stringify(category)}`;
		},
	},
	{
		question: 'Is error_code a number or text?',
		source: 'no source tells',
		ask: async (api) => {
			const { body } = await api.send('GET', '/groups', undefined, NOBODYS_TOKEN);
			return isJson(body) ? typeof body.error_code : 'the error is no JSON';
		},
	},
	{
		question: 'How is an unknown parameter answered?',
		source: 'API manual',
		ask: async (api) => described(await api.get('/groups', { made_up_by_contract_tests: '1' })),
	},
	{
		question: 'Does an ordinary answer speak of a rate limit in its headers?',
		source: 'no source tells',
		ask: async (api) => {
			const { headers } = await api.get('/ping');
			const names = [...headers.keys()].filter((name) => /rate|limit|retry/i.test(name));
			return names.length > 0 ? `yes: ${names.join(', ')}` : 'no';
		},
	},
	{
		claim: 'GET /account gives one object that is not wrapped',
		source: 'OpenAPI document',
		check: async (api) => {
			const { status, body } = await api.get('/account');
			if (status !== 200) throw new Untold(`GET /account answers ${status}: no user token?`);
			return isJson(body) && typeof body.userid === 'string'
				? undefined
				: JSON.stringify(Object.keys(body as Json));
		},
	},
	{
		question: 'Do /account, /devices and /contacts take this token? They take user tokens only',
		source: 'API manual',
		ask: async (api) =>
			(
				await Promise.all(
					['/account', '/devices', '/contacts'].map(
						async (path) => `${path} ${(await api.get(path)).status}`,
					),
				)
			).join(', '),
	},
	{
		claim: 'Group ids have the form g123, user ids u123, device ids d123, remote control ids r123',
		source: 'API manual',
		check: async (api) => {
			const ids = (
				await Promise.all([
					idsOf(api.list('/groups', 'groups'), 'id', /^g\d+$/),
					idsOf(api.list('/users', 'users'), 'id', /^u\d+$/),
					idsOf(api.list('/devices', 'devices'), 'device_id', /^d\d+$/),
					idsOf(api.list('/devices', 'devices'), 'remotecontrol_id', /^r\d+$/),
				])
			).flat();
			return contradiction(
				ids,
				({ id, form }) => form.test(String(id)),
				({ id }) => String(id),
			);
		},
	},
	{
		claim: 'Without full_list users come with id, name and email only',
		source: "TeamViewer's PowerShell module",
		check: async (api) =>
			contradiction(
				await api.list('/users', 'users'),
				(user) => Object.keys(user).every((key) => ['id', 'name', 'email'].includes(key)),
				(user) => Object.keys(user).join(', '),
			),
	},
	{
		claim: 'With full_list users come with more',
		source: "TeamViewer's PowerShell module",
		check: async (api) =>
			contradiction(
				await api.list('/users', 'users', { full_list: 'true' }),
				(user) => Object.keys(user).length > 3,
				(user) => Object.keys(user).join(', '),
			),
	},
	{
		claim: 'One device comes as a list of one',
		source: 'OpenAPI document',
		check: async (api) => {
			const [device] = await api.list('/devices', 'devices');
			if (!device) throw new Untold('there is no device');
			const one = await api.list(`/devices/${String(device.device_id)}`, 'devices');
			return one.length === 1 ? undefined : `${one.length} devices`;
		},
	},
	{
		question: 'How is the online state of devices spelt?',
		source: 'no source tells',
		ask: async (api) =>
			values((await api.list('/devices', 'devices')).map(({ online_state }) => online_state)),
	},
	{
		question: 'Are teamviewer_id of devices and teamviewerId of managed devices numbers or text?',
		source: 'no source tells',
		ask: async (api) =>
			values([
				...(await api.list('/devices', 'devices')).map(({ teamviewer_id }) => typeof teamviewer_id),
				...(await api.list('/managed/devices', 'resources')).map(
					({ teamviewerId }) => typeof teamviewerId,
				),
			]),
	},
	{
		question: 'Which fields do open invitations of contacts have?',
		source: 'no source tells',
		ask: async (api) => {
			const query = { include_invitations: 'true' };
			const invitations = await api.list('/contacts', 'invitations', query);
			return values(invitations.map((invitation) => Object.keys(invitation).join(' ')));
		},
	},
	{
		claim: 'The event log comes in AuditEvents, at most fifty a page, with a ContinuationToken',
		source: "TeamViewer's PowerShell module",
		check: async (api) => {
			const { status, body } = await api.send('POST', '/EventLogging', lastMonth());
			if (status !== 200 || !isJson(body)) throw new Untold(`POST /EventLogging answers ${status}`);
			const { AuditEvents: events } = body;
			return Array.isArray(events) && events.length <= 50 && 'ContinuationToken' in body
				? undefined
				: Object.keys(body).join(', ');
		},
	},
	{
		question: 'Which fields do audit events have?',
		source: 'no source tells',
		ask: async (api) => {
			const { status, body } = await api.send('POST', '/EventLogging', lastMonth());
			if (status !== 200 || !isJson(body)) throw new Untold(`POST /EventLogging answers ${status}`);
			return values((body.AuditEvents as Json[]).map((event) => Object.keys(event).join(' ')));
		},
	},
];

function lastMonth(): object {
	const now = Date.now();
	const date = (ms: number) => new Date(ms).toISOString().slice(0, 19) + 'Z';
	return { StartDate: date(now - 30 * 86_400_000), EndDate: date(now) };
}

async function idsOf(
	records: Promise<Json[]>,
	field: string,
	form: RegExp,
): Promise<Array<{ id: unknown; form: RegExp }>> {
	const known = await records.catch((error: unknown) => {
		if (error instanceof Untold) return [];
		throw error;
	});
	return known.map((record) => ({ id: record[field], form }));
}

/** Status and category of an answer. */
export function described({ status, body }: { status: number; body: unknown }): string {
	return `${status}${isJson(body) && typeof body.error === 'string' ? ` ${body.error}` : ''}`;
}
