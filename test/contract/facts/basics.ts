import { described, isJson, Untold } from '../api';
import { contradiction, type Fact, type Question } from '../fact';
import { kindOf, misfit } from '../shape';

const NOBODYS_TOKEN = 'made-up-by-the-contract-tests';
const NOWHERE = '00000000-0000-4000-8000-000000000000';

/** One list of each area. */
const AREAS = [
	...['/account', '/users', '/usergroups', '/userroles', '/company', '/ssoDomain'],
	...['/groups', '/contacts', '/devices', '/managed/devices', '/managed/devices/company'],
	...['/managed/groups', '/teamviewerpolicies', '/monitoring/devices', '/patchmanagement/devices'],
	...['/sessions', '/reports/connections', '/reports/devices'],
];

export const basics: Array<Fact | Question> = [
	{
		question: 'Which areas does this token open?',
		source: 'no source tells',
		ask: async (api) => {
			const opened: string[] = [];
			for (const path of AREAS) opened.push(`${path} ${(await api.get(path)).status}`);
			return opened.join(', ');
		},
	},
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
		claim: 'error_code is a number, which may be written as text',
		source: 'several sources',
		check: async (api) => {
			const { body } = await api.send('GET', '/groups', undefined, NOBODYS_TOKEN);
			if (!isJson(body)) return 'the error is no JSON';
			return /^\d+$/.test(String(body.error_code)) ? undefined : kindOf(body.error_code);
		},
	},
	{
		question: 'How is an unknown parameter answered?',
		source: 'sources disagree',
		ask: async (api) => described(await api.get('/groups', { made_up_by_contract_tests: '1' })),
	},
	{
		claim: 'Newer calls answer 404 for what does not exist',
		source: 'OpenAPI document',
		check: async (api) => {
			const paths = [`/managed/devices/${NOWHERE}`, `/managed/groups/${NOWHERE}`];
			const answers = await Promise.all(
				[...paths, '/usergroups/999999999'].map(async (path) => ({
					area: path.replace(/\/[^/]+$/, ''),
					status: (await api.get(path)).status,
				})),
			);
			const readable = answers.filter(({ status }) => status !== 403 && status !== 401);
			return contradiction(
				readable,
				({ status }) => status === 404,
				({ area, status }) => `${area} ${status}`,
			);
		},
	},
	{
		claim: 'GET /account gives one object that is not wrapped',
		source: 'OpenAPI document',
		check: async (api) => {
			const { status, body } = await api.get('/account');
			if (status !== 200) throw new Untold(`GET /account answers ${status}: no user token?`);
			return misfit(isJson(body) ? [body] : [], { userid: 'text', name: 'text' });
		},
	},
];
