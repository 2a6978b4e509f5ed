import type { ApiRequest } from '../teamviewer/request';

type Method = ApiRequest['method'];

/** A permission in the words under which it is ticked when an app or a script token is made. */
interface Permission {
	/** The heading: `Computers & Contacts`. */
	area: string;
	/** What is ticked below it, `view entries`; missing where its words are not known. */
	tick?: string;
	/** Its name in the API manual, `ContactList.Read`; several where one of them is enough. Newer areas have none. */
	scope?: string;
}

/** What a call needs by its method. */
type Needs = Partial<Record<Method, Omit<Permission, 'area'>>>;

/**
 * By the path; the first match counts.
 *
 * Sources: the API manual for the scopes, TeamViewer's own example scripts for the console's words.
 */
const PERMISSIONS: ReadonlyArray<{ path: RegExp; area: string; needs: Needs }> = [
	{
		path: /^\/sessions/,
		area: 'Session management',
		needs: {
			GET: { scope: 'Sessions.ReadAll or Sessions.ReadOwn' },
			POST: { scope: 'Sessions.Create' },
			PUT: { scope: 'Sessions.ModifyAll or Sessions.ModifyOwn' },
		},
	},
	{
		path: /^\/reports/,
		area: 'Connection reporting',
		needs: {
			GET: { scope: 'Connections.Read' },
			PUT: { scope: 'Connections.Modify' },
			DELETE: { scope: 'Connections.Delete' },
		},
	},
	{
		path: /^\/account/,
		area: 'Account management',
		needs: {
			GET: { tick: 'view full profile', scope: 'Account.Read' },
			PUT: { scope: 'Account.Modify, for the email Account.ModifyEmail' },
		},
	},
	{
		path: /^(\/users\/[^/]+)?\/groups\/[^/]+\/(un)?share_group/,
		area: 'Group management',
		needs: { POST: { tick: 'share groups', scope: 'Groups.Share' } },
	},
	{
		path: /^(\/users\/[^/]+)?\/groups/,
		area: 'Group management',
		needs: {
			GET: { tick: 'view groups', scope: 'Groups.Read' },
			POST: { tick: 'create groups', scope: 'Groups.Create' },
			PUT: { tick: 'edit groups', scope: 'Groups.Modify' },
			DELETE: { tick: 'delete groups', scope: 'Groups.Delete' },
		},
	},
	{ path: /^\/users\/([^/]+\/userroles|effectivepermissions)/, area: 'User management', needs: {} },
	{
		path: /^\/users/,
		area: 'User management',
		needs: {
			GET: { tick: 'view users', scope: 'Users.Read' },
			POST: {
				tick: 'create users',
				scope: 'Users.CreateUsers, for administrators Users.CreateAdministrators',
			},
			PUT: {
				tick: 'edit users',
				scope: 'Users.ModifyUsers, for administrators Users.ModifyAdministrators',
			},
			DELETE: { tick: 'edit users' },
		},
	},
	{
		path: /^\/usergroups\/[^/]+\/members/,
		area: 'User Group management',
		needs: {
			GET: { tick: 'view groups' },
			POST: { tick: 'edit groups' },
			DELETE: { tick: 'edit groups' },
		},
	},
	{
		path: /^\/usergroups/,
		area: 'User Group management',
		needs: {
			GET: { tick: 'view groups' },
			POST: { tick: 'create groups' },
			PUT: { tick: 'edit groups' },
			DELETE: { tick: 'delete groups' },
		},
	},
	{ path: /^\/devices\/assign/, area: 'Computers & Contacts', needs: {} },
	{
		path: /^\/(devices|contacts)/,
		area: 'Computers & Contacts',
		needs: {
			GET: { tick: 'view entries', scope: 'ContactList.Read' },
			POST: { tick: 'add entries', scope: 'ContactList.Create' },
			PUT: { tick: 'edit entries', scope: 'ContactList.Modify' },
			DELETE: { tick: 'remove entries', scope: 'ContactList.Delete' },
		},
	},
	{
		path: /^\/managed/,
		area: 'Device Groups',
		needs: {
			GET: { tick: 'read operations' },
			POST: { tick: 'modifying operations' },
			PUT: { tick: 'modifying operations' },
			DELETE: { tick: 'modifying operations' },
		},
	},
	{
		path: /^\/EventLogging/,
		area: 'Event logging',
		needs: { POST: { tick: 'allow requesting all event logs' } },
	},
	{
		path: /^\/ssoDomain/,
		area: 'Manage SSO domains',
		needs: {
			GET: { tick: 'view details about domains' },
			POST: { tick: 'add and remove email inclusions and exclusions' },
			DELETE: { tick: 'add and remove email inclusions and exclusions' },
		},
	},
	{
		path: /^\/teamviewerpolicies/,
		area: 'TeamViewer policies',
		needs: { GET: {}, POST: {}, PUT: {}, DELETE: {} },
	},
];

/** What the permissions are for that no source names. */
const UNNAMED: ReadonlyArray<[RegExp, string]> = [
	[/userroles|effectivepermissions/, 'user roles'],
	[/^\/company/, 'the company'],
	[/^\/devices\/assign/, 'assigning devices'],
	[/^\/monitoring/, 'monitoring'],
	[/^\/patchmanagement/, 'patch management'],
];

/** The permission that a call needs, where a source names one. */
function permissionFor(method: Method, path: string): Permission | undefined {
	const row = PERMISSIONS.find((candidate) => candidate.path.test(path));
	const need = row?.needs[method];
	return row && need && { area: row.area, ...need };
}

/** The same in words: `Computers & Contacts: view entries (ContactList.Read)`. */
export function permissionName({ method, path }: Pick<ApiRequest, 'method' | 'path'>): string {
	const permission = permissionFor(method, path);
	if (!permission) {
		const purpose = UNNAMED.find(([pattern]) => pattern.test(path))?.[1] ?? 'this operation';
		return `the one for ${purpose}, whose name is not documented`;
	}
	const { area, tick, scope } = permission;
	return `${area}${tick ? `: ${tick}` : ''}${scope ? ` (${scope})` : ''}`;
}

/** What counts beside the token's permissions. Sources: the API manual, TeamViewer's own scripts. */
const NOTES: ReadonlyArray<[RegExp, string]> = [
	[
		/^\/(account|devices|contacts|teamviewerpolicies|monitoring|patchmanagement)/,
		'This operation does not work with a company token.',
	],
	[/^\/groups/, "With a company token TeamViewer gives only the groups of a chosen 'Owner'."],
	[
		/^\/(managed\/devices\/company|company)/,
		"The token's user must also belong to a company, as its administrator.",
	],
	[
		/^\/reports\/.*(summary|transcript|screenshot)/,
		"The user's role must also allow it: Session Insights: View summaries.",
	],
	[/^\/EventLogging/, "The user's role must also allow it: View event logs."],
	[
		/^\/reports/,
		"The user's role must also allow it: View all connection reports, or View own connection reports.",
	],
];

/** The same for one call; empty where there is nothing. */
export function accessNote({ path }: Pick<ApiRequest, 'path'>): string {
	return NOTES.find(([pattern]) => pattern.test(path))?.[1] ?? '';
}
