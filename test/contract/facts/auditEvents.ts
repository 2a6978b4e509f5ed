import { dateOf, field, first, recordsIn, Untold, type Answer, type Api } from '../api';
import { contradiction, type Fact } from '../fact';
import { shaped } from '../shape';

const PATH = '/EventLogging';
const MONTH = 30 * 86_400_000;

/** A POST that only reads. */
const ask = async (api: Api, more: object = {}): Promise<Answer> => {
	const now = Date.now();
	const span = { StartDate: dateOf(now - MONTH), EndDate: dateOf(now) };
	return await api.send('POST', PATH, { ...span, ...more });
};
const eventsOf = async (api: Api, more?: object) =>
	recordsIn(await ask(api, more), `POST ${PATH}`, 'AuditEvents');

export const auditEvents: Fact[] = [
	{
		claim: 'The event log comes at most fifty a page, with a ContinuationToken',
		source: "TeamViewer's PowerShell module",
		check: async (api) => {
			const answer = await ask(api);
			const events = recordsIn(answer, `POST ${PATH}`, 'AuditEvents');
			if (events.length > 50) return `${events.length} events`;
			const keys = Object.keys(answer.body as object);
			return keys.some((key) => /^ContinuationToken$/i.test(key)) ? undefined : keys.join(', ');
		},
	},
	shaped(
		'Audit events have a name, a type, a time, an author, an item and details',
		'several sources',
		eventsOf,
		{
			EventName: 'text',
			EventType: 'text',
			Timestamp: 'date',
			Author: 'text?',
			AffectedItem: 'text?',
			EventDetails: 'list?',
		},
	),
	{
		claim: 'Answers name types in words, and filters take them without spaces',
		source: 'several sources',
		check: async (api) => {
			const types = (await eventsOf(api)).map((event) => String(field(event, 'EventType')));
			const type = first(
				types.filter((one) => one.includes(' ')),
				'type of several words',
			);
			const filter = type.replace(/(^| +)(.)/g, (_whole, _space, letter: string) =>
				letter.toUpperCase(),
			);
			return contradiction(
				await eventsOf(api, { EventTypes: [filter] }),
				(event) => field(event, 'EventType') === type,
				(event) => `${filter} lists ${String(field(event, 'EventType'))}`,
			);
		},
	},
	{
		claim: 'A start more than twelve months ago is refused',
		source: "TeamViewer's PowerShell module",
		check: async (api) => {
			if ((await ask(api)).status !== 200) throw new Untold('the event log cannot be read');
			const { status } = await ask(api, { StartDate: dateOf(Date.now() - 14 * MONTH) });
			return status === 400 ? undefined : String(status);
		},
	},
];
