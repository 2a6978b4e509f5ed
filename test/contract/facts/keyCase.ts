import { dateOf, described, type Api, type Json } from '../api';
import type { Question } from '../fact';

/** Lists whose keys the sources spell differently. */
const LISTS: ReadonlyArray<[path: string, key: string]> = [
	['/userroles', 'Roles'],
	['/usergroups', 'resources'],
	['/managed/devices', 'resources'],
	['/managed/groups', 'resources'],
	['/ssoDomain', 'domains'],
	['/teamviewerpolicies', 'policies'],
	['/reports/devices', 'records'],
];

export const keyCase: Question[] = [
	{
		question: 'In which case are the keys of newer answers spelt?',
		source: 'sources disagree',
		ask: async (api) => {
			const spelt: string[] = [];
			for (const [path, key] of LISTS) spelt.push(`${path}: ${await keysOf(api, path, key)}`);
			return spelt.join('; ');
		},
	},
	{
		question: 'Are the keys of a body read whatever their case?',
		source: "TeamViewer's PowerShell module",
		ask: async (api) => {
			const [from, to] = [dateOf(Date.now() - 86_400_000), dateOf(Date.now())];
			const as = await api.send('POST', '/EventLogging', { StartDate: from, EndDate: to });
			const other = await api.send('POST', '/EventLogging', { startDate: from, endDate: to });
			return `StartDate ${described(as)}, startDate ${described(other)}`;
		},
	},
];

async function keysOf(api: Api, path: string, key: string): Promise<string> {
	const records = await api.list(path, key).catch((): Json[] => []);
	return records[0] === undefined ? 'none to see' : Object.keys(records[0]).join(' ');
}
