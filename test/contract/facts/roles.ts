import { field, first, isJson, Untold, type Api } from '../api';
import { contradiction, type Fact, type Question } from '../fact';
import { shaped } from '../shape';

const PS = "TeamViewer's PowerShell module";

const rolesOf = async (api: Api) => await api.list('/userroles', 'Roles');
const ofAnyRole = async (api: Api) => ({
	userRoleId: String(field(first(await rolesOf(api), 'role'), 'Id')),
});

export const roles: Array<Fact | Question> = [
	shaped('Roles come with id, name and permissions', PS, rolesOf, {
		Id: 'GUID',
		Name: 'text',
		Permissions: 'object',
	}),
	{
		claim: 'The permissions of a role are an object of booleans',
		source: PS,
		check: async (api) =>
			contradiction(
				(await rolesOf(api)).map((role) => field(role, 'Permissions')).filter(isJson),
				(granted) => Object.values(granted).every((value) => typeof value === 'boolean'),
				(granted) => [...new Set(Object.values(granted).map((value) => typeof value))].join(', '),
			),
	},
	{
		question: 'Do the names of permissions come as a bare list, or wrapped?',
		source: 'sources disagree',
		ask: async (api) => {
			const { status, body } = await api.get('/userroles/permissions');
			if (status !== 200) throw new Untold(`GET /userroles/permissions answers ${status}`);
			if (Array.isArray(body)) return `bare, ${body.length} names`;
			return isJson(body) ? `wrapped in ${Object.keys(body).join(', ')}` : typeof body;
		},
	},
	shaped(
		'Users of a role come as AssignedToUsers',
		PS,
		async (api) => [await api.one('/userroles/assignments/account', await ofAnyRole(api))],
		{ AssignedToUsers: 'list', ContinuationToken: 'text?' },
	),
	shaped(
		'User groups of a role come as AssignedToGroups',
		PS,
		async (api) => [await api.one('/userroles/assignments/usergroups', await ofAnyRole(api))],
		{ AssignedToGroups: 'list', ContinuationToken: 'text?' },
	),
	{
		claim: 'The predefined role comes as PredefinedUserRoleId, or as null',
		source: 'several sources',
		check: async (api) => {
			const { status, body } = await api.get('/userroles/predefined');
			if (status !== 200) throw new Untold(`GET /userroles/predefined answers ${status}`);
			if (body === null) return undefined;
			const known = isJson(body) && field(body, 'PredefinedUserRoleId') !== undefined;
			return known ? undefined : isJson(body) ? Object.keys(body).join(', ') : typeof body;
		},
	},
];
