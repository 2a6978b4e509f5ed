import { dateOf, described, first, isJson, moment, Untold, type Api, type Json } from '../api';
import { contradiction, type Fact, type Question } from '../fact';
import { kindOf } from '../shape';

const LIST = '/reports/connections';
const NOWHERE = '00000000-0000-4000-8000-000000000000';

const reports = async (api: Api, query?: Record<string, string>) =>
	await api.list(LIST, 'records', query);

/** A report whose start and end differ, to tell readings of dates apart by. */
async function lasting(api: Api): Promise<Json> {
	const report = (await reports(api)).find(
		({ start_date, end_date }) => moment(end_date) - moment(start_date) >= 4_000,
	);
	if (!report) throw new Untold('there is no report to tell by');
	return report;
}

const lists = (records: Json[], { id }: Json) => records.some((record) => record.id === id);

export const connectionReports: Array<Fact | Question> = [
	{
		claim: 'Reports come newest end_date first, at most 1000 a call',
		source: 'API manual',
		check: async (api) => {
			const all = (await reports(api)).filter(({ end_date }) => end_date);
			if (all.length > 1000) return `${all.length} reports`;
			return contradiction(
				all,
				({ end_date }, index) =>
					index === 0 || moment(end_date) <= moment(all[index - 1]?.end_date),
				({ id }) => `${String(id)} stands too low`,
			);
		},
	},
	{
		claim: 'from_date lists what started at or after it',
		source: 'OpenAPI document',
		check: async (api) => {
			const report = await lasting(api);
			const from = moment(report.start_date);
			const at = await reports(api, { from_date: dateOf(from) });
			const after = await reports(api, { from_date: dateOf(from + 1_000) });
			if (!lists(at, report)) return 'what starts at it is not listed';
			return lists(after, report) ? 'what started before it is listed' : undefined;
		},
	},
	{
		question: 'Is to_date compared with the end or with the start of a connection?',
		source: 'sources disagree',
		ask: async (api) => {
			const report = await lasting(api);
			const between = moment(report.start_date) + 2_000;
			return lists(await reports(api, { to_date: dateOf(between) }), report) ? 'start' : 'end';
		},
	},
	{
		claim: 'to_date leaves out what ended (or started) at just that moment',
		source: 'OpenAPI document',
		check: async (api) => {
			const report = await lasting(api);
			const atStart = await reports(api, { to_date: String(report.start_date) });
			return lists(atStart, report) ? 'it is listed' : undefined;
		},
	},
	{
		question: 'May from_date and to_date be sent one without the other?',
		source: "TeamViewer's PowerShell module",
		ask: async (api) => {
			const date = dateOf(Date.now() - 86_400_000);
			const from = await api.get(LIST, { from_date: date });
			const to = await api.get(LIST, { to_date: date });
			return `from_date alone ${from.status}, to_date alone ${to.status}`;
		},
	},
	{
		claim: 'offset_id goes on behind the report that it names',
		source: 'API manual',
		check: async (api) => {
			const all = await reports(api);
			if (all.length < 3) throw new Untold('there are too few reports');
			const next = await reports(api, { offset_id: String(all[0]?.id) });
			return next[0]?.id === all[1]?.id ? undefined : `goes on with ${String(next[0]?.id)}`;
		},
	},
	{
		claim: 'next_offset and records_remaining are there as long as more follow, and only then',
		source: 'API manual',
		check: async (api) => {
			const { status, body } = await api.get(LIST);
			if (status !== 200 || !isJson(body)) throw new Untold(`GET ${LIST} answers ${status}`);
			const token = typeof body.next_offset === 'string' && body.next_offset !== '';
			const rest = Number(body.records_remaining ?? 0) > 0;
			return token === rest
				? undefined
				: `${String(body.next_offset)}, ${String(body.records_remaining)}`;
		},
	},
	{
		claim: 'One report is not wrapped, and is found whatever the case of its id',
		source: 'OpenAPI document',
		check: async (api) => {
			const { id } = await lasting(api);
			for (const spelt of [String(id).toUpperCase(), String(id).toLowerCase()]) {
				const { status, body } = await api.get(`${LIST}/${spelt}`);
				if (!isJson(body) || body.id !== id) return `${spelt}: ${status}`;
			}
			return undefined;
		},
	},
	{
		claim: 'has_code tells connections with a session code from those without',
		source: 'OpenAPI document',
		check: async (api) =>
			contradiction(
				[
					...(await reports(api, { has_code: 'true' })).map((report) => ({ report, wanted: true })),
					...(await reports(api, { has_code: 'false' })).map((report) => ({
						report,
						wanted: false,
					})),
				],
				({ report, wanted }) => Boolean(report.session_code) === wanted,
				({ report }) => String(report.id),
			),
	},
	{
		claim: 'support_session_type filters by the number in the record',
		source: 'OpenAPI document',
		check: async (api) =>
			contradiction(
				await reports(api, { support_session_type: '2' }),
				({ support_session_type }) => support_session_type === 2,
				({ support_session_type }) => String(support_session_type),
			),
	},
	{
		claim: 'groupid 0 lists connections without a group',
		source: 'API manual',
		check: async (api) =>
			contradiction(
				await reports(api, { groupid: '0' }),
				({ groupid }) => !groupid,
				({ groupid }) => String(groupid),
			),
	},
	{
		claim: 'fee is a number where there is one, and there is no field for the duration',
		source: 'OpenAPI document',
		check: async (api) =>
			contradiction(
				await reports(api),
				(report) => typeof (report.fee ?? 0) === 'number' && !('duration' in report),
				({ fee }) =>
					typeof (fee ?? 0) === 'number' ? 'there is a duration' : `fee is ${kindOf(fee)}`,
			),
	},
	{
		claim: 'Ids of reports are GUIDs in lower case',
		source: 'live payloads',
		check: async (api) =>
			contradiction(
				await reports(api),
				({ id }) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(String(id)),
				({ id }) => (/[A-F]/.test(String(id)) ? 'upper case' : 'no GUID'),
			),
	},
	{
		claim: 'A running connection is listed, without its end',
		source: 'live clients',
		check: async (api) => {
			const running = (await reports(api)).filter(({ end_date }) => !end_date);
			first(running, 'connection that runs now');
			return undefined;
		},
	},
	{
		question: 'How long ago did the newest report end? Reports may appear late',
		source: 'no source tells',
		ask: async (api) => {
			const ended = (await reports(api)).filter(({ end_date }) => end_date);
			const { end_date } = first(ended, 'report of a connection that ended');
			return `${Math.round((Date.now() - moment(end_date)) / 60_000)} minutes`;
		},
	},
	{
		question: 'How is a report that does not exist answered: 400 or 404?',
		source: 'no source tells',
		ask: async (api) => described(await api.get(`${LIST}/${NOWHERE}`)),
	},
	{
		question: 'How is deleting a report that does not exist answered?',
		source: 'no source tells',
		writes: true,
		ask: async (api) => described(await api.send('DELETE', `${LIST}/${NOWHERE}`)),
	},
];
