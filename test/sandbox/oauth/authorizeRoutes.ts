import { Hono, type Context } from 'hono';
import type { Service } from '../api/service';
import { allowsRedirect, type RegisteredApp } from './RegisteredApp';
import { authorizeErrorPage, consentPage } from './pages';
import { ALL_SCOPES, CONSOLE_PERMISSIONS, isScope, type Scope } from './scopes';

/** What `/oauth2/authorize` may be called with; `scope` is undocumented but sent, empty, by every n8n. */
const KNOWN_PARAMETERS = [
	'response_type',
	'client_id',
	'redirect_uri',
	'state',
	'display',
	'scope',
];

/** A question that is on a user's screen. */
interface Waiting {
	redirectUri: string;
	state: string | undefined;
	scopes: readonly Scope[];
}

/** `/oauth2/authorize` of the login host: asks the user, and sends the answer back with a redirect. */
export function authorizeRoutes(service: Service, app: RegisteredApp): Hono {
	const waiting = new Map<string, Waiting>();
	const routes = new Hono();
	let asked = 0;

	routes.get('/oauth2/authorize', (context) => {
		const query = context.req.query();
		const problem = whatIsWrong(app, query);
		if (problem !== undefined) return refuse(context, ...problem);
		const redirectUri = query.redirect_uri ?? '';
		asked += 1;
		const requestId = `request-${asked}`;
		const scopes = requestedScopes(query.scope);
		waiting.set(requestId, { redirectUri, state: query.state, scopes });
		const { account } = service.company;
		return context.html(
			consentPage({
				appName: app.name,
				userName: account.name ?? '',
				userEmail: account.email ?? '',
				companyName: account.company_name ?? '',
				scopes,
				console: CONSOLE_PERMISSIONS,
				requestId,
				redirectHost: new URL(redirectUri).host,
			}),
		);
	});

	routes.post('/oauth2/authorize', async (context) => {
		const fields = new URLSearchParams(await context.req.text());
		const requestId = fields.get('request') ?? '';
		const request = waiting.get(requestId);
		waiting.delete(requestId);
		if (request === undefined) {
			return refuse(context, 'invalid_request', 'This question was answered already.');
		}
		const target = new URL(request.redirectUri);
		if (fields.get('decision') === 'allow') {
			target.searchParams.set(
				'code',
				service.tokens.issueCode(request.redirectUri, request.scopes),
			);
		} else {
			target.searchParams.set('error', 'access_denied');
		}
		if (request.state !== undefined) target.searchParams.set('state', request.state);
		return context.redirect(target.href);
	});

	return routes;
}

function whatIsWrong(
	app: RegisteredApp,
	query: Record<string, string>,
): [category: string, description: string] | undefined {
	const unknown = Object.keys(query).find((name) => !KNOWN_PARAMETERS.includes(name));
	if (unknown !== undefined) return ['invalid_request', `Unknown parameter '${unknown}'.`];
	if (query.client_id !== app.clientId)
		return ['invalid_client', 'There is no app with this client id.'];
	const redirectUri = query.redirect_uri ?? '';
	if (!URL.canParse(redirectUri) || !allowsRedirect(app, redirectUri)) {
		return [
			'invalid_request',
			`'${redirectUri}' is not a redirect URI this app is registered with.`,
		];
	}
	if (query.response_type !== 'code') {
		return ['unsupported_response_type', "Parameter 'response_type' has to be 'code'."];
	}
	if (query.display !== 'popup')
		return ['invalid_request', "Parameter 'display' has to be 'popup'."];
	const foreign = scopeNames(query.scope).find((name) => !isScope(name));
	if (foreign !== undefined) return ['invalid_scope', `'${foreign}' is no permission of this app.`];
	return undefined;
}

/** All that was ticked when the app was registered, unless the app asks for less. */
function requestedScopes(scope: string | undefined): readonly Scope[] {
	const asked = scopeNames(scope).filter(isScope);
	return asked.length === 0 ? ALL_SCOPES : asked;
}

function scopeNames(scope = ''): string[] {
	return scope.split(/[\s,]+/).filter((name) => name !== '');
}

function refuse(context: Context, category: string, description: string) {
	return context.html(authorizeErrorPage(category, description), 400);
}
