import { described, isJson, moment, Untold, type Api, type Json } from '../api';
import type { Fact, Question } from '../fact';

/** Sessions cannot be deleted for good: they are closed, and stay together in this group. */
const GROUP = 'n8n contract tests';
const HOUR = 3_600_000;

/** What is done to sessions that the probes open themselves. */
export const sessionWrites: Array<Fact | Question> = [
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
		question: 'Does DELETE of a session close or erase it?',
		source: 'no source tells',
		writes: true,
		ask: async (api) => {
			const { body } = await created(api);
			const address = `/sessions/${String(body.code)}`;
			const { status } = await api.send('DELETE', address);
			const after = await api.send('GET', address);
			return `${status}, then ${isJson(after.body) && after.status === 200 ? String(after.body.state) : described(after)}`;
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
