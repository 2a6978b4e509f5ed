import { described, field, recordsIn, type Api } from '../api';
import { contradiction, values, type Fact, type Question } from '../fact';
import { shaped } from '../shape';

const PATH = '/monitoring/alarms';

/** A POST that only reads: tokens for the next page may be too long for an address. */
const alarmsOf = async (api: Api, body: object = {}) =>
	recordsIn(await api.send('POST', PATH, body), `POST ${PATH}`, 'Alarms');

export const alarms: Array<Fact | Question> = [
	shaped(
		'Alarms come by POST, with ids, a number as status and their times',
		'OpenAPI document',
		alarmsOf,
		{ AlarmId: 'text', Type: 'number', DeviceId: 'number', Status: 'number', TimeFrame: 'object' },
	),
	{
		claim: 'Status 0 lists alarms that nobody has seen to',
		source: 'OpenAPI document',
		check: async (api) =>
			contradiction(
				await alarmsOf(api, { Status: 0 }),
				(alarm) => field(alarm, 'Status') === 0,
				(alarm) => JSON.stringify(field(alarm, 'Status')),
			),
	},
	{
		question: 'Which status and types do alarms have?',
		source: 'no source tells',
		ask: async (api) =>
			values(
				(await alarmsOf(api)).map((alarm) =>
					[field(alarm, 'Status'), 'type', field(alarm, 'Type')].join(' '),
				),
			),
	},
	{
		question: 'Does the query of the older GET need the prefix of the document?',
		source: 'sources disagree',
		ask: async (api) => {
			const bare = await api.get(PATH, { status: '0' });
			const prefixed = await api.get(PATH, { 'parameters.status': '0' });
			return `status ${described(bare)}, parameters.status ${described(prefixed)}`;
		},
	},
];
