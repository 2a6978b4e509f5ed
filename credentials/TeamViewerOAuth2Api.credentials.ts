import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** Every scope that the API manual documents. */
const DOCUMENTED_SCOPES = [
	'Account.Read',
	'Account.ReadEmail',
	'Groups.Read',
	'Users.Read',
	'Sessions.Create',
	'Sessions.ReadAll',
	'Sessions.ReadOwn',
	'Sessions.ModifyAll',
	'Sessions.ModifyOwn',
	'Connections.Read',
	'Connections.Modify',
	'Connections.Delete',
	'ContactList.Read',
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
				'In TeamViewer, open your profile, then Edit profile > Apps > Create app. Paste the redirect URL above, tick session management, connection reporting and account management (groups, users and Computers & Contacts for lists and devices; device management and event logging for managed devices and audit events), and press Create. Then copy the client ID and the client secret into the fields above.',
			name: 'howTo',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'hidden',
			default: 'authorizationCode',
		},
		{
			displayName: 'Authorization URL',
			name: 'authUrl',
			type: 'hidden',
			default: 'https://login.teamviewer.com/oauth2/authorize',
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
			default: DOCUMENTED_SCOPES,
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
