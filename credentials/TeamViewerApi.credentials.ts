import type {
	Icon,
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

/** A script token: made once in a TeamViewer profile, sent as it is, never expires. */
export class TeamViewerApi implements ICredentialType {
	name = 'teamViewerApi';

	displayName = 'TeamViewer API';

	icon: Icon = {
		light: 'file:../icons/teamviewer.svg',
		dark: 'file:../icons/teamviewer.dark.svg',
	};

	documentationUrl = 'https://github.com/n8n-nodes-teamviewer/n8n-nodes-teamviewer#script-token';

	properties: INodeProperties[] = [
		{
			displayName:
				'In TeamViewer, open Edit profile > Apps > Create script token and tick the <a href="https://github.com/n8n-nodes-teamviewer/n8n-nodes-teamviewer#permissions" target="_blank">permissions that your workflows need</a>. TeamViewer shows the token once: copy it here.',
			name: 'howTo',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Script Token',
			name: 'accessToken',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'The TeamViewer nodes send it to webapi.teamviewer.com only',
		},
	];

	/** In code, since n8n evaluates an expression in an isolate of its own, anew for every request. */
	async authenticate(
		{ accessToken }: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const headers = { ...request.headers, Authorization: `Bearer ${String(accessToken).trim()}` };
		return { ...request, headers };
	}

	/** `/ping` answers 200 for a bad token too and says so in its body. Source: the API manual. */
	test: ICredentialTestRequest = {
		request: { baseURL: 'https://webapi.teamviewer.com/api/v1', url: '/ping' },
		rules: [
			{
				type: 'responseSuccessBody',
				properties: {
					key: 'token_valid',
					value: false,
					message:
						'TeamViewer does not accept this token. Create a new script token (Edit profile > Apps) and paste it here.',
				},
			},
		],
	};
}
