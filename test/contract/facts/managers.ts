import { field, first, type Api, type Json } from '../api';
import { contradiction, values, type Fact, type Question } from '../fact';
import { shaped } from '../shape';

const PS = "TeamViewer's PowerShell module";
const TYPES = /^(account|company|usergroup)$/i;

const managersOf = async (api: Api, what: 'devices' | 'groups') => {
	const all = await api.list(`/managed/${what}`, 'resources');
	const id = String(field(first(all, `managed thing among ${what}`), 'id'));
	return await api.list(`/managed/${what}/${id}/managers`, 'resources');
};

const permissionsOf = (manager: Json) => {
	const permissions = field(manager, 'permissions');
	return Array.isArray(permissions) ? (permissions as unknown[]) : [];
};

export const managers: Array<Fact | Question> = [
	shaped(
		'Managers of a device come with an id of their own and their permissions',
		PS,
		async (api) => await managersOf(api, 'devices'),
		{ id: 'GUID', permissions: 'list', accountId: 'number?' },
	),
	shaped(
		'Managers of a device group come in the same form',
		PS,
		async (api) => await managersOf(api, 'groups'),
		{ id: 'GUID', permissions: 'list', accountId: 'number?' },
	),
	{
		claim: 'The type of a manager is a word',
		source: PS,
		check: async (api) =>
			contradiction(
				await managersOf(api, 'groups'),
				(manager) => TYPES.test(String(field(manager, 'type'))),
				(manager) => JSON.stringify(field(manager, 'type')),
			),
	},
	{
		claim: 'The permissions of a manager are words',
		source: PS,
		check: async (api) =>
			contradiction(
				(await managersOf(api, 'groups')).flatMap(permissionsOf),
				(permission) => /^[A-Za-z]+$/.test(String(permission)),
				String,
			),
	},
	{
		question: 'Which permissions do managers of a device have?',
		source: 'OpenAPI document',
		ask: async (api) => {
			const all = (await managersOf(api, 'devices')).flatMap(permissionsOf);
			return all.length === 0 ? 'none: they may only look' : values(all);
		},
	},
];
