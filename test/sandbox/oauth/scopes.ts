/** The permissions that are ticked when an app is registered (API manual), with what the consent page calls them. */
export const SCOPES = {
	'Account.Create': 'create accounts',
	'Account.Read': 'view profile',
	'Account.ReadEmail': 'view email',
	'Account.Modify': 'change profile',
	'Account.ModifyEmail': 'change email',
	'Account.ModifyPassword': 'change password',
	'Groups.Create': 'create',
	'Groups.Read': 'view',
	'Groups.Modify': 'edit',
	'Groups.Share': 'share',
	'Groups.Delete': 'delete',
	'Users.CreateUsers': 'create users',
	'Users.CreateAdministrators': 'create administrators',
	'Users.Read': 'view',
	'Users.ModifyUsers': 'edit users',
	'Users.ModifyAdministrators': 'edit administrators',
	'Sessions.Create': 'create',
	'Sessions.ReadAll': 'view all',
	'Sessions.ReadOwn': 'view own',
	'Sessions.ModifyAll': 'edit all',
	'Sessions.ModifyOwn': 'edit own',
	'Connections.Read': 'view',
	'Connections.Modify': 'edit',
	'Connections.Delete': 'delete',
	'Meetings.Create': 'create',
	'Meetings.Read': 'view',
	'Meetings.Modify': 'edit',
	'Meetings.Delete': 'delete',
	'ContactList.Create': 'add entries',
	'ContactList.Read': 'view entries',
	'ContactList.Modify': 'edit entries',
	'ContactList.Delete': 'remove entries',
} as const;

export type Scope = keyof typeof SCOPES;

export const ALL_SCOPES = Object.keys(SCOPES) as Scope[];

export function isScope(text: string): text is Scope {
	return text in SCOPES;
}

/** What the console calls the areas, by the first word of their permissions' names. */
export const AREAS = [
	['Account', 'Account management'],
	['Groups', 'Group management'],
	['Users', 'User management'],
	['Sessions', 'Session management'],
	['Connections', 'Connection reporting'],
	['Meetings', 'Meetings'],
	['ContactList', 'Computers & Contacts'],
] as const;

/** Permissions whose names in the API are documented nowhere: these are the console's words, where they are known. */
export const CONSOLE_PERMISSIONS = [
	'Company administration',
	'Device Groups: modifying operations',
	'Device Groups: read operations',
	'Event logging: allow requesting all event logs',
	'Manage SSO domains: add and remove email inclusions and exclusions',
	'Manage SSO domains: view details about domains',
	'Monitoring',
	'Patch management',
	'Session Insights: view summaries',
	'TeamViewer policies: edit',
	'TeamViewer policies: view',
	'User Group management: edit groups',
	'User Group management: view groups',
	'User roles: edit',
	'User roles: view',
] as const;

export type ConsolePermission = (typeof CONSOLE_PERMISSIONS)[number];
