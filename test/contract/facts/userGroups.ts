import { field, first, type Api } from '../api';
import { values, type Fact, type Question } from '../fact';
import { shaped } from '../shape';

const PS = "TeamViewer's PowerShell module";

const groupsOf = async (api: Api) => await api.list('/usergroups', 'resources');
const anyGroup = async (api: Api) =>
	`/usergroups/${String(field(first(await groupsOf(api), 'user group'), 'id'))}`;

export const userGroups: Array<Fact | Question> = [
	shaped('User groups have a number as their id, and a name', PS, groupsOf, {
		id: 'number',
		name: 'text',
	}),
	shaped('One user group is not wrapped', PS, async (api) => [await api.one(await anyGroup(api))], {
		id: 'number',
		name: 'text',
	}),
	shaped(
		'Members of a user group come with their account number, without u, and name',
		PS,
		async (api) => {
			const all = await Promise.all(
				(await groupsOf(api))
					.slice(0, 5)
					.map(
						async (group) =>
							await api.list(`/usergroups/${String(field(group, 'id'))}/members`, 'resources'),
					),
			);
			return all.flat();
		},
		{ accountId: 'number', name: 'text' },
	),
	shaped(
		'A user group has one role or none',
		PS,
		async (api) => [await api.one(`${await anyGroup(api)}/userroles`)],
		{ assignedRoleId: 'GUID?' },
	),
	{
		question: 'Which numbers tell who made a user group? 1 API, 2 console, 3 SCIM',
		source: 'OpenAPI document',
		ask: async (api) =>
			values((await groupsOf(api)).map((group) => field(group, 'creationSourceType'))),
	},
	{
		question: 'Is limit=1 heeded? It is documented for user groups only',
		source: 'OpenAPI document',
		ask: async (api) =>
			`${(await api.list('/usergroups', 'resources', { limit: '1' })).length} came, of ${(await groupsOf(api)).length} or more`,
	},
];
