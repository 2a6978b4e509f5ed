import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/**
 * Every documented scope that an operation of the nodes can use. The scopes of the event log, device groups, user groups,
 * roles, single sign-on, policies and monitoring have no documented names; they are ticked in TeamViewer only. Source: the
 * API manual.
 */
const USED_SCOPES = [
	'Account.Read',
	'Account.ReadEmail',
	'Account.Modify',
	'Account.ModifyEmail',
	'Groups.Create',
	'Groups.Read',
	'Groups.Modify',
	'Groups.Share',
	'Groups.Delete',
	'Users.CreateUsers',
	'Users.CreateAdministrators',
	'Users.Read',
	'Users.ModifyUsers',
	'Users.ModifyAdministrators',
	'Sessions.Create',
	'Sessions.ReadAll',
	'Sessions.ReadOwn',
	'Sessions.ModifyAll',
	'Sessions.ModifyOwn',
	'Connections.Read',
	'Connections.Modify',
	'Connections.Delete',
	'ContactList.Create',
	'ContactList.Read',
	'ContactList.Modify',
	'ContactList.Delete',
].join(' ');

/** An app registered in TeamViewer, on behalf of the user who connects it. */
export class TeamViewerOAuth2Api implements ICredentialType {
	name = 'teamViewerOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'TeamViewer OAuth2 API';

	icon: Icon = {
		light: 'file:../icons/teamviewer.svg',
		dark: 'file:../icons/teamviewer.dark.svg',
	};

	documentationUrl = 'https://github.com/n8n-nodes-teamviewer/n8n-nodes-teamviewer#oauth2';

	properties: INodeProperties[] = [
		{
			displayName:
				'In TeamViewer, open Edit profile > Apps > Create app and paste the redirect URL from above. Tick the <a href="https://github.com/n8n-nodes-teamviewer/n8n-nodes-teamviewer#permissions" target="_blank">permissions that your workflows need</a>.',
			name: 'howTo',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Sign-In Server',
			name: 'signInServer',
			type: 'options',
			options: [
				{ name: 'account.teamviewer.com', value: 'account.teamviewer.com' },
				{ name: 'login.teamviewer.com', value: 'login.teamviewer.com' },
			],
			default: 'login.teamviewer.com',
			description: 'Where TeamViewer asks for your consent; try the other one if this one fails',
		},
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'hidden',
			// Never PKCE: TeamViewer refuses a code verifier beside the client secret (tried live by another client).
			default: 'authorizationCode',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: '=https://{{$self["signInServer"] || "login.teamviewer.com"}}/oauth2/authorize',
			required: true,
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: 'https://webapi.teamviewer.com/api/v1/oauth2/token',
			required: true,
		},
		{
			displayName: 'Auth URI Query Parameters',
			name: 'authQueryParameters',
			type: 'hidden',
			// Without it TeamViewer shows no consent page that fits a pop-up. Source: the API manual.
			default: 'display=popup',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			// Client ID and secret go in the body; the manual documents no Basic authentication.
			default: 'body',
		},
		{
			displayName: 'Custom Scopes',
			name: 'customScopes',
			type: 'boolean',
			default: false,
			description:
				'Whether to send a list of scopes. TeamViewer grants what was ticked when the app was registered, so this is rarely needed.',
		},
		{
			displayName: 'Enabled Scopes',
			name: 'enabledScopes',
			type: 'string',
			displayOptions: { show: { customScopes: [true] } },
			default: USED_SCOPES,
			description: 'Scopes to ask for, separated by spaces',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			default: '={{$self["customScopes"] ? $self["enabledScopes"] : ""}}',
		},
	];
}
