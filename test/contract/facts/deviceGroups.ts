import { field, first, type Api, type Json } from '../api';
import { values, type Fact, type Question } from '../fact';
import { shaped } from '../shape';

const PS = "TeamViewer's PowerShell module";

const groupsOf = async (api: Api) => await api.list('/managed/groups', 'resources');
const NAMED = { id: 'GUID', name: 'text' } as const;

/** What the first few groups hold. */
async function inGroups(api: Api, part: string): Promise<Json[]> {
	const some = (await groupsOf(api)).slice(0, 5);
	const lists = await Promise.all(
		some.map(
			async (group) =>
				await api.list(`/managed/groups/${String(field(group, 'id'))}/${part}`, 'resources'),
		),
	);
	return lists.flat();
}

export const deviceGroups: Array<Fact | Question> = [
	shaped('Device groups come with id and name', PS, groupsOf, NAMED),
	shaped(
		'One device group is not wrapped',
		PS,
		async (api) => {
			const id = String(field(first(await groupsOf(api), 'device group'), 'id'));
			return [await api.one(`/managed/groups/${id}`)];
		},
		NAMED,
	),
	shaped(
		"A group's devices come as managed devices do",
		PS,
		async (api) => await inGroups(api, 'devices'),
		{ id: 'GUID', teamviewerId: 'number', name: 'text', isOnline: 'boolean' },
	),
	{
		question: 'What does pendingOperation of a pending device say? 0 or 1, meaning not told',
		source: 'OpenAPI document',
		ask: async (api) => {
			const waiting = await inGroups(api, 'pending-devices');
			return waiting.length === 0
				? 'no device is pending'
				: values(waiting.map((device) => field(device, 'pendingOperation')));
		},
	},
];
