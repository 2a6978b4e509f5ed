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
	{
		path: /^\/account/,
		area: 'Account management',
		scopes: { GET: 'Account.Read', PUT: 'Account.Modify, for the email Account.ModifyEmail' },
	},
	// What the token's own user may do: no permission for it is documented.
	{ path: /^\/users\/effectivepermissions/, area: 'User management', scopes: {} },
	{
		path: /^\/users\/[^/]+\/userroles/,
		area: 'its name in TeamViewer is not documented',
		scopes: { GET: 'one for user roles' },
	},
	{
		path: /^\/users/,
		area: 'User management',
		scopes: {
			GET: 'Users.Read',
			POST: 'Users.CreateUsers, for administrators Users.CreateAdministrators',
			PUT: 'Users.ModifyUsers, for administrators Users.ModifyAdministrators',
			DELETE: 'Edit users',
		},
	},
	{
		path: /^\/company/,
		area: 'its name in TeamViewer is not documented',
		scopes: { GET: 'one to see the company', PUT: 'one to change the company' },
	},
	{
		path: /^\/ssoDomain/,
		area: 'Manage SSO domains',
		scopes: {
			GET: 'View details about domains',
			POST: 'Add and remove email inclusions and exclusions',
			DELETE: 'Add and remove email inclusions and exclusions',
		},
	},
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

/**
 * Whose token it has to be. Source: the API manual for the paths that refuse company tokens whatever their permissions;
 * TeamViewer's PowerShell module for those of administrators.
 */
export function userTokenNote({ path }: Pick<ApiRequest, 'path'>): string {
	if (path.startsWith('/company')) {
		return "The token's user must also be an administrator of the company.";
	}
	return /^\/(account|devices|contacts)/.test(path)
		? 'This operation also needs a user token, not a company token.'
		: '';
}
