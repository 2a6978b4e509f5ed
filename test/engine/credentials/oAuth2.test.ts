import { Workflow, type ICredentialDataDecryptedObject, type INode } from 'n8n-workflow';

import { TeamViewerOAuth2Api } from '../../../credentials/TeamViewerOAuth2Api.credentials';
import { ALL_SCOPES } from '../../sandbox/oauth/scopes';

const { properties } = new TeamViewerOAuth2Api();
const defaults = Object.fromEntries(properties.map(({ name, default: value }) => [name, value]));

/** The credential as n8n hands it to its OAuth2 code: with its expressions resolved. */
function resolved(filledIn: ICredentialDataDecryptedObject) {
	const node: INode = {
		...{ id: 'id', name: 'Mock', type: 'mock', typeVersion: 1 },
		...{ position: [0, 0], parameters: {} },
	};
	const type = {
		description: {
			...{ displayName: 'Mock', name: 'mock', group: [], version: 1, description: '' },
			...{ defaults: {}, inputs: [], outputs: [], properties: [] },
		},
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => type,
			getByNameAndVersion: () => type,
			getKnownTypes: () => ({}),
		},
	});
	const data = { ...defaults, ...filledIn } as ICredentialDataDecryptedObject;
	return workflow.expression.getComplexParameterValue(
		node,
		data as never,
		'internal',
		{},
		undefined,
		undefined,
		data,
	) as Record<string, unknown>;
}

it.each([
	['login.teamviewer.com', {}],
	['login.teamviewer.com', { signInServer: '' }],
	['account.teamviewer.com', { signInServer: 'account.teamviewer.com' }],
])('The browser is sent to %s with %j, the token is asked for at the API', (host, filledIn) => {
	const credential = resolved(filledIn);
	expect(credential.authUrl).toBe(`https://${host}/oauth2/authorize`);
	expect(credential.accessTokenUrl).toBe('https://webapi.teamviewer.com/api/v1/oauth2/token');
	expect(credential.authQueryParameters).toBe('display=popup');
	expect(credential.authentication).toBe('body');
	// Not PKCE: TeamViewer refuses it beside a client secret.
	expect(credential.grantType).toBe('authorizationCode');
});

it('No scope is asked for unless somebody wants to, and then those that operations can use', () => {
	expect(resolved({}).scope).toBe('');
	const asked = String(resolved({ customScopes: true }).scope).split(' ');
	expect(asked).toEqual(
		ALL_SCOPES.filter((scope) => !/^Meetings|^Account\.(Create|ModifyPassword)$/.test(scope)),
	);
	expect(resolved({ customScopes: true, enabledScopes: 'Sessions.Create' }).scope).toBe(
		'Sessions.Create',
	);
});
