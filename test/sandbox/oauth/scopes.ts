/** The permissions that are ticked when an app is registered (API manual), with what the consent page calls them. */
export const SCOPES = {
	'Account.Read': 'View your account profile',
	'Account.ReadEmail': 'View your email address',
	'Groups.Read': 'View groups',
	'Users.Read': 'View users of your company',
	'Sessions.Create': 'Create support sessions',
	'Sessions.ReadAll': 'View all support sessions',
	'Sessions.ReadOwn': 'View your own support sessions',
	'Sessions.ModifyAll': 'Change all support sessions',
	'Sessions.ModifyOwn': 'Change your own support sessions',
	'Connections.Read': 'View connection reports',
	'Connections.Modify': 'Change connection reports',
	'Connections.Delete': 'Delete connection reports',
	'ContactList.Read': 'View devices and contacts',
} as const;

export type Scope = keyof typeof SCOPES;

export const ALL_SCOPES = Object.keys(SCOPES) as Scope[];

export function isScope(text: string): text is Scope {
	return text in SCOPES;
}
