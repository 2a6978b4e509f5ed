import type { ApiRequest } from '../teamviewer/request';

/** What a call needs, as the manual names it and as TeamViewer's app registration groups it. */
interface Permission {
	/** e.g. `Connections.Read`; several where one of them is enough. */
	scope: string;
	/** The heading under which the permission is ticked when an app or a script token is made. */
	area: string;
}

/** By the path's first segments; the first match counts. Source: the API manual's scopes. */
const PERMISSIONS: ReadonlyArray<{
	path: RegExp;
	area: string;
	scopes: Partial<Record<ApiRequest['method'], string>>;
}> = [
	{
		path: /^\/sessions/,
		area: 'Session management',
		scopes: {
			GET: 'Sessions.ReadAll or Sessions.ReadOwn',
			POST: 'Sessions.Create',
			PUT: 'Sessions.ModifyAll or Sessions.ModifyOwn',
		},
	},
	{
		path: /^\/reports/,
		area: 'Connection reporting',
		scopes: { GET: 'Connections.Read', PUT: 'Connections.Modify', DELETE: 'Connections.Delete' },
	},
	{ path: /^\/account/, area: 'Account management', scopes: { GET: 'Account.Read' } },
	{ path: /^\/users/, area: 'User management', scopes: { GET: 'Users.Read' } },
	{ path: /^\/groups/, area: 'Group management', scopes: { GET: 'Groups.Read' } },
	// No source names its permission.
	{ path: /^\/devices\/assign/, area: 'Computers & Contacts', scopes: {} },
	{
		path: /^\/(devices|contacts)/,
		area: 'Computers & Contacts',
		scopes: {
			GET: 'ContactList.Read',
			POST: 'ContactList.Create',
			PUT: 'ContactList.Modify',
			DELETE: 'ContactList.Delete',
		},
	},
	{
		path: /^\/managed/,
		area: 'Device Groups',
		scopes: {
			GET: 'read operations',
			POST: 'modifying operations',
			PUT: 'modifying operations',
			DELETE: 'modifying operations',
		},
	},
	{ path: /^\/EventLogging/, area: 'Event logging', scopes: { POST: 'read access' } },
];

/** The permission that a call needs, where the manual names one. */
export function permissionFor(method: ApiRequest['method'], path: string): Permission | undefined {
	const row = PERMISSIONS.find((candidate) => candidate.path.test(path));
	const scope = row?.scopes[method];
	return row && scope ? { scope, area: row.area } : undefined;
}

/** The same in words. */
export function permissionName({ method, path }: Pick<ApiRequest, 'method' | 'path'>): string {
	const permission = permissionFor(method, path);
	return permission
		? `${permission.scope} (${permission.area})`
		: 'the one that this operation needs';
}

/** Source: the API manual; these paths refuse company tokens whatever their permissions. */
export function userTokenNote({ path }: Pick<ApiRequest, 'path'>): string {
	return /^\/(account|devices|contacts)/.test(path)
		? 'This operation also needs a user token, not a company token.'
		: '';
}
