import { described, field, isJson, Untold, type Answer, type Api, type Json } from '../api';
import type { Fact } from '../fact';
import { kindOf } from '../shape';

/** Something that a probe makes for itself and deletes again; nothing that was there before is touched. */
interface Thing {
	path: string;
	/** What is made, by its name. */
	body: (name: string) => object;
	/** The form of its id: nothing is deleted by an id that might stand for more than one thing. */
	id: (made: Json) => unknown;
	form: RegExp;
	use: (api: Api, id: string, made: Answer, name: string) => Promise<string[]>;
	remove: (api: Api, id: string) => Promise<Answer>;
}

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

export const ownThings: Fact[] = [
	lives(
		'A user group is made with 201, refused a second time with 409, renamed with 200 and deleted with 204',
		"TeamViewer's PowerShell module",
		'201, 409, 200, 204',
		{
			path: '/usergroups',
			body: (name) => ({ name }),
			id: (made) => field(made, 'id'),
			form: /^\d+$/,
			use: async (api, id, _made, name) => {
				const twin = await api.send('POST', '/usergroups', { name });
				// Should TeamViewer take a name twice, the second one goes at once.
				const twinId = isJson(twin.body) ? String(field(twin.body, 'id')) : '';
				if (twin.status < 300 && /^\d+$/.test(twinId)) {
					await api.send('DELETE', `/usergroups/${twinId}`);
				}
				const renamed = await api.send('PUT', `/usergroups/${id}`, { name: `${name} 2` });
				return [twin.status, renamed.status].map(String);
			},
			remove: async (api, id) => await api.send('DELETE', `/usergroups/${id}`),
		},
	),
	lives(
		'A device group is made with 201, has its maker as manager, is renamed with 200 and deleted with 204',
		'OpenAPI document',
		'201, a manager, 200, 204',
		{
			path: '/managed/groups',
			body: (name) => ({ name }),
			id: (made) => field(made, 'id'),
			form: GUID,
			use: async (api, id, _made, name) => {
				const managers = await api.list(`/managed/groups/${id}/managers`, 'resources');
				const renamed = await api.send('PUT', `/managed/groups/${id}`, { name: `${name} 2` });
				const count = managers.length === 1 ? 'a manager' : `${managers.length} managers`;
				return [count, String(renamed.status)];
			},
			remove: async (api, id) => await api.send('DELETE', `/managed/groups/${id}`),
		},
	),
	lives(
		'A group is made with 200 and a Location header, renamed with 204 and deleted with 204',
		'API manual',
		'200, Location, 204, 204',
		{
			path: '/groups',
			body: (name) => ({ name }),
			id: (made) => made.id,
			form: /^g\d+$/,
			use: async (api, id, { headers }, name) => {
				const renamed = await api.send('PUT', `/groups/${id}`, { name: `${name} 2` });
				return [headers.has('Location') ? 'Location' : 'no Location', String(renamed.status)];
			},
			remove: async (api, id) => await api.send('DELETE', `/groups/${id}`),
		},
	),
	lives(
		'A role is made with 200, wrapped in Role, changed with 204 and deleted by query with 204',
		"TeamViewer's PowerShell module",
		'200, object, 204, 204',
		{
			path: '/userroles',
			// It gives nobody a right, and nobody is given it.
			body: (name) => ({ Name: name, Permissions: [] }),
			id: (made) => {
				const role = field(made, 'Role');
				return field(isJson(role) ? role : made, 'Id');
			},
			form: GUID,
			use: async (api, id, { body }, name) => {
				const change = { UserRoleId: id, Name: `${name} 2`, Permissions: [] };
				const changed = await api.send('PUT', '/userroles', change);
				return [kindOf(isJson(body) ? field(body, 'Role') : body), String(changed.status)];
			},
			remove: async (api, id) => await api.send('DELETE', `/userroles?userRoleId=${id}`),
		},
	),
];

function lives(claim: string, source: Fact['source'], wanted: string, thing: Thing): Fact {
	return {
		claim,
		source,
		writes: true,
		check: async (api) => {
			const seen = (await life(api, thing)).join(', ');
			return seen === wanted ? undefined : seen;
		},
	};
}

/** What was seen from its making to its end, which comes whatever happens in between. */
async function life(api: Api, { path, body, id, form, use, remove }: Thing): Promise<string[]> {
	const name = `n8n contract tests ${new Date().toISOString()}`;
	const made = await api.send('POST', path, body(name));
	const madeId = isJson(made.body) ? String(id(made.body)) : '';
	if (made.status >= 300) throw new Untold(`POST ${path} answers ${described(made)}`);
	if (!form.test(madeId)) return [`'${name}' was made without an id: please delete it`];
	const seen = [String(made.status)];
	// Whatever breaks in between, the end comes, and what is left is named.
	seen.push(...(await use(api, madeId, made, name).catch(broken)));
	const end = await remove(api, madeId).then(
		(gone) => (gone.status < 300 ? String(gone.status) : `'${name}' is left: ${described(gone)}`),
		(error: Error) => `'${name}' may be left: ${error.message}`,
	);
	seen.push(end);
	return seen;
}

function broken(error: Error): string[] {
	return [error.message];
}
