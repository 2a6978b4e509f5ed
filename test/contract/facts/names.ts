import { first, isJson, Untold, type Api, type Json } from '../api';
import type { Fact, Question } from '../fact';

/** A list with a filter by name. */
interface Filter {
	path: string;
	key: string;
	/** The parameter, and the field that it is compared with. */
	parameter: string;
	field: string;
	id: string;
}

const USERS = { path: '/users', key: 'users', parameter: 'name', field: 'name', id: 'id' };
const GROUPS = { path: '/groups', key: 'groups', parameter: 'name', field: 'name', id: 'id' };
const REPORTS = { path: '/reports/connections', key: 'records', id: 'id' };
const WHOLE = { shouldMatchFullName: 'true' };

export const names: Array<Fact | Question> = [
	partMatches('A part of a name finds users', USERS),
	partMatches('A part of a name finds groups', GROUPS),
	{
		claim: 'shouldMatchFullName finds a group by its whole name only',
		source: 'OpenAPI document',
		check: async (api) => {
			const { record, name } = await named(api, GROUPS);
			if (!(await finds(api, GROUPS, record, name, WHOLE))) return 'the whole name finds nothing';
			const part = await finds(api, GROUPS, record, name.slice(0, -1), WHOLE);
			return part ? 'a part of the name finds it too' : undefined;
		},
	},
	howMatched('contacts by name', {
		...{ path: '/contacts', key: 'contacts', parameter: 'name', field: 'name' },
		id: 'contact_id',
	}),
	howMatched('devices by name', {
		...{ path: '/devices', key: 'devices', parameter: 'name', field: 'alias' },
		id: 'device_id',
	}),
	howMatched('reports by username', { ...REPORTS, parameter: 'username', field: 'username' }),
	howMatched('reports by devicename', { ...REPORTS, parameter: 'devicename', field: 'devicename' }),
	{
		question: 'Does devicename=unnamed_device list the reports whose device has no name?',
		source: 'API manual',
		ask: async (api) => {
			const { status, body } = await api.get(REPORTS.path, { devicename: 'unnamed_device' });
			const records = isJson(body) && Array.isArray(body.records) ? body.records : [];
			const nameless = records.filter((one) => isJson(one) && one.devicename === undefined);
			return `${status}, ${records.length} reports, ${nameless.length} of them without a name`;
		},
	},
];

function partMatches(claim: string, filter: Filter): Fact {
	return {
		claim,
		source: 'API manual',
		check: async (api) => {
			const { record, name } = await named(api, filter);
			const found = await finds(api, filter, record, name.slice(0, -1));
			return found ? undefined : 'only the whole name does';
		},
	};
}

function howMatched(what: string, filter: Filter): Question {
	return {
		question: `What finds ${what}?`,
		source: 'no source tells',
		ask: async (api) => {
			const { record, name } = await named(api, filter);
			const tried = {
				'the whole name': name,
				'a part of it': name.slice(0, -1),
				'another case': otherCase(name),
			};
			const seen: string[] = [];
			for (const [way, text] of Object.entries(tried)) {
				seen.push(`${way} ${(await finds(api, filter, record, text)) ? 'yes' : 'no'}`);
			}
			return seen.join(', ');
		},
	};
}

/** A record whose name is long enough to be cut. */
async function named(api: Api, filter: Filter): Promise<{ record: Json; name: string }> {
	const { path, key, field } = filter;
	const fit = (await api.list(path, key)).filter((one) => /[a-z].{2,}/i.test(String(one[field])));
	const record = first(
		fit.filter((one) => typeof one[field] === 'string'),
		'record with a name',
	);
	return { record, name: String(record[field]) };
}

async function finds(
	api: Api,
	{ path, key, parameter, id }: Filter,
	record: Json,
	text: string,
	more: Record<string, string> = {},
): Promise<boolean> {
	const records = await api
		.list(path, key, { [parameter]: text, ...more })
		.catch((error: unknown) => {
			if (error instanceof Untold) throw new Untold('the filter is refused');
			throw error;
		});
	return records.some((one) => one[id] === record[id]);
}

function otherCase(text: string): string {
	return text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase();
}
