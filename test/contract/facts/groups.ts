import { first, type Api } from '../api';
import { contradiction, values, type Fact, type Question } from '../fact';
import { misfit, shaped } from '../shape';

const groupsOf = async (api: Api, shared?: 'true' | 'false') =>
	await api.list('/groups', 'groups', shared && { shared });

export const groups: Array<Fact | Question> = [
	shaped(
		'One group is not wrapped',
		'API manual',
		async (api) => {
			const { id } = first(await groupsOf(api), 'group');
			return [await api.one(`/groups/${String(id)}`)];
		},
		{ id: 'text', name: 'text', permissions: 'text' },
	),
	{
		claim: 'shared=true lists what others share with the user, with its owner',
		source: 'API manual',
		check: async (api) => misfit(await groupsOf(api, 'true'), { owner: 'object' }),
	},
	{
		claim: "shared=false lists the user's own groups, without an owner",
		source: 'API manual',
		check: async (api) =>
			contradiction(
				await groupsOf(api, 'false'),
				({ owner }) => owner === undefined,
				() => 'a group with an owner',
			),
	},
	{
		question: 'Which words do groups have for what one may do in them?',
		source: 'API manual',
		ask: async (api) => values((await groupsOf(api)).map(({ permissions }) => permissions)),
	},
	{
		question: 'Does /users/{id}/groups, the path of company tokens, answer this token too?',
		source: 'API manual',
		ask: async (api) => {
			const account = (await api.get('/account')).body as { userid?: string } | null;
			const user = account?.userid ?? first(await api.list('/users', 'users'), 'user').id;
			return String((await api.get(`/users/${String(user)}/groups`)).status);
		},
	},
];
