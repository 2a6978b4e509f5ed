import { first, isJson, Untold, type Api, type Json } from '../api';
import { contradiction, type Fact, type Question } from '../fact';
import { kindOf, shaped } from '../shape';

const LIST = '/reports/connections';
const KINDS = ['ai-summary', 'augmented-session-summary', 'chat-transcript'];
const MORE_KINDS = ['voice-transcript', 'screenshots'];
/** Most connections leave nothing behind: so many are looked at, and no more, for each is a call. */
const LOOKED_AT = 5;

export const recordings: Array<Fact | Question> = [
	{
		question: 'What is answered where nothing was recorded, or the licence has no such feature?',
		source: 'no source tells',
		ask: async (api) => {
			const path = first(await newest(api), 'report');
			const answers: string[] = [];
			for (const kind of [...KINDS, ...MORE_KINDS]) {
				const { status, body } = await api.get(`${path}/${kind}`);
				answers.push(`${kind} ${status} with ${Array.isArray(body) ? body.length : kindOf(body)}`);
			}
			return answers.join(', ');
		},
	},
	{
		claim: 'The steps of an AI summary are objects',
		source: 'OpenAPI document',
		check: async (api) => {
			for (const path of await newest(api)) {
				const { status, body } = await api.get(`${path}/ai-summary`);
				const steps = isJson(body) && Array.isArray(body.Steps) ? (body.Steps as unknown[]) : [];
				if (status === 200 && steps.length > 0) return contradiction(steps, isJson, kindOf);
			}
			throw new Untold('the newest reports have no AI summary with steps');
		},
	},
	shaped(
		'Lines of a chat have a sender, a time and a text',
		'OpenAPI document',
		async (api) => (await newestWith(api, 'chat-transcript')).rows,
		{ Sender: 'object', WrittenAtTimestamp: 'text', Content: 'text' },
	),
	shaped(
		'Lines of what was said have a speaker, a time and a text',
		'OpenAPI document',
		async (api) => (await newestWith(api, 'voice-transcript')).rows,
		{ speaker: 'object', writtenAtTimestamp: 'text', originalText: 'text' },
	),
	shaped(
		'Screenshots have an id, a name, a type and a time',
		'OpenAPI document',
		async (api) => (await newestWith(api, 'screenshots')).rows,
		{ screenshotId: 'GUID', fileName: 'text', mimeType: 'text', takenAt: 'text' },
	),
	{
		question: 'As which type do the bytes of a screenshot come?',
		source: 'OpenAPI document',
		ask: async (api) => {
			const { path, rows } = await newestWith(api, 'screenshots');
			const { screenshotId } = first(rows, 'screenshot');
			const { status, headers } = await api.get(`${path}/${String(screenshotId)}/screenshot`);
			return `${status}, ${headers.get('Content-Type') ?? 'no Content-Type'}`;
		},
	},
];

/** The paths of the newest reports of connections that ended. */
async function newest(api: Api): Promise<string[]> {
	const ended = (await api.list(LIST, 'records')).filter(({ end_date }) => end_date);
	return ended.slice(0, LOOKED_AT).map(({ id }) => `${LIST}/${String(id)}`);
}

/** The newest report that has such a list, and its rows. */
async function newestWith(api: Api, kind: string): Promise<{ path: string; rows: Json[] }> {
	for (const path of await newest(api)) {
		const { body } = await api.get(`${path}/${kind}`);
		const rows = Array.isArray(body) ? body.filter(isJson) : [];
		if (rows.length > 0) return { path, rows };
	}
	throw new Untold(`the newest reports have no ${kind}`);
}
