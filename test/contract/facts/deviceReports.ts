import { field, first, type Api } from '../api';
import { values, type Fact, type Question } from '../fact';
import { kindOf, shaped } from '../shape';

const LIST = '/reports/devices';

const reportsOf = async (api: Api) => await api.list(LIST, 'records');

export const deviceReports: Array<Fact | Question> = [
	shaped('Device reports have two TeamViewer IDs, as numbers', 'OpenAPI document', reportsOf, {
		id: 'GUID',
		originid: 'number',
		targetid: 'number',
		start_date: 'date',
	}),
	{
		question: 'Is the id of a device report spelt id or Id?',
		source: 'sources disagree',
		ask: async (api) =>
			values((await reportsOf(api)).map((report) => ('id' in report ? 'id' : 'Id'))),
	},
	{
		question: 'What is answered where nothing was recorded of an incoming connection?',
		source: 'no source tells',
		ask: async (api) => {
			const id = String(field(first(await reportsOf(api), 'device report'), 'id'));
			const seen: string[] = [];
			for (const kind of ['ai-summary', 'chat-transcript']) {
				const { status, body } = await api.get(`${LIST}/${id}/${kind}`);
				seen.push(`${kind} ${status} with ${Array.isArray(body) ? body.length : kindOf(body)}`);
			}
			return seen.join(', ');
		},
	},
];
