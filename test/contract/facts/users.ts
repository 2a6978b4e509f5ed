import { first, type Api } from '../api';
import { contradiction, type Fact, type Question } from '../fact';
import { kindOf, shaped } from '../shape';

const FULL = { full_list: 'true' };

const anyUser = async (api: Api) => String(first(await api.list('/users', 'users'), 'user').id);

export const users: Array<Fact | Question> = [
	{
		claim: 'Without full_list users come with id, name and email only',
		source: "TeamViewer's PowerShell module",
		check: async (api) =>
			contradiction(
				await api.list('/users', 'users'),
				(user) => Object.keys(user).every((key) => ['id', 'name', 'email'].includes(key)),
				(user) => Object.keys(user).join(', '),
			),
	},
	{
		claim: 'With full_list users come with more',
		source: "TeamViewer's PowerShell module",
		check: async (api) =>
			contradiction(
				await api.list('/users', 'users', FULL),
				(user) => Object.keys(user).length > 3,
				(user) => Object.keys(user).join(', '),
			),
	},
	shaped(
		'One user is not wrapped, and comes in full',
		'API manual',
		async (api) => [await api.one(`/users/${await anyUser(api)}`)],
		{ id: 'text', name: 'text', email: 'text', active: 'boolean' },
	),
	{
		claim: 'A filter by email takes several, joined by commas',
		source: 'live clients',
		check: async (api) => {
			const [one, other] = await api.list('/users', 'users');
			const both = [first(one ? [one] : [], 'user'), first(other ? [other] : [], 'second user')];
			const email = both.map((user) => String(user.email)).join(',');
			const found = await api.list('/users', 'users', { email });
			return found.length === 2 ? undefined : `${found.length} users for two addresses`;
		},
	},
	{
		claim: "What the token's user may do comes as an object of booleans",
		source: "TeamViewer's PowerShell module",
		check: async (api) => {
			const granted = Object.values(await api.one('/users/effectivepermissions'));
			const odd = granted.find((value) => typeof value !== 'boolean');
			return odd === undefined ? undefined : kindOf(odd);
		},
	},
	shaped(
		"A user's roles come as assignedRoleIds",
		"TeamViewer's PowerShell module",
		async (api) => [await api.one(`/users/${await anyUser(api)}/userroles`)],
		{ assignedRoleIds: 'list', nextPaginationToken: 'text?' },
	),
];
