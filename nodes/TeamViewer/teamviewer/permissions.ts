/** What a call needs, as the manual names it and as TeamViewer's app registration groups it. */
export interface Permission {
	/** e.g. `Connections.Read`; several where one of them is enough. */
	scope: string;
	/** The heading under which the permission is ticked when an app or a script token is made. */
	area: string;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** By the path's first segments; the first match counts. Source: the API manual's scopes. */
const PERMISSIONS: ReadonlyArray<{
	path: RegExp;
	area: string;
	scopes: Partial<Record<Method, string>>;
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
	{
		path: /^\/(devices|contacts)/,
		area: 'Computers & Contacts',
		scopes: { GET: 'ContactList.Read' },
	},
	{ path: /^\/managed/, area: 'Device management', scopes: { GET: 'read access' } },
	{ path: /^\/EventLogging/, area: 'Event logging', scopes: { POST: 'read access' } },
];

/** The permission that a call needs, where the manual names one. */
export function permissionFor(method: Method, path: string): Permission | undefined {
	const row = PERMISSIONS.find((candidate) => candidate.path.test(path));
	const scope = row?.scopes[method];
	return row && scope ? { scope, area: row.area } : undefined;
}
