/** The permissions that are ticked when an app is registered (API manual), with what the consent page calls them. */
export const SCOPES = {
	'Account.Read': 'View your account profile',
	'Account.ReadEmail': 'View your email address',
	'Groups.Read': 'View groups',
	'Users.Read': 'View users of your company',
	'Sessions.Create': 'Create service cases',
	'Sessions.ReadAll': 'View all service cases',
	'Sessions.ReadOwn': 'View your own service cases',
	'Sessions.ModifyAll': 'Change all service cases',
	'Sessions.ModifyOwn': 'Change your own service cases',
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
