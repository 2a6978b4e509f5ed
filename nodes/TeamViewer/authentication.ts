import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

/** Both nodes' credentials: one at a time, chosen by {@link AUTHENTICATION_FIELD}. */
export const CREDENTIALS: INodeCredentialDescription[] = [
	{
		name: 'teamViewerOAuth2Api',
		required: true,
		displayOptions: { show: { authentication: ['oAuth2'] } },
	},
	{
		name: 'teamViewerApi',
		required: true,
		displayOptions: { show: { authentication: ['accessToken'] } },
	},
];

/** n8n shows it as the drop-down of the credential dialogue. */
export const AUTHENTICATION_FIELD: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	options: [
		{ name: 'OAuth2 (Recommended)', value: 'oAuth2' },
		{ name: 'Script Token', value: 'accessToken' },
	],
	default: 'oAuth2',
};
