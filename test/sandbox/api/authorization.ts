import type { Context, MiddlewareHandler } from 'hono';
import { Refusal } from '../errors';
import type { Scope } from '../oauth/scopes';
import type { ApiEnv, Service } from './service';

/** What a token needs for a call. */
interface Needs {
	/** One of these is enough; none listed: any token will do. */
	oneOf?: readonly Scope[];
	/** `/account`, `/devices` and `/contacts` take no company tokens (API manual). */
	userOnly?: boolean;
	/** Newer endpoints always say 403 for a missing permission. */
	newer?: boolean;
}

/** Lets a call pass whose bearer token is good and may do this; else 401, 403 or 400. */
export function authorize(service: Service, needs: Needs = {}): MiddlewareHandler<ApiEnv> {
	return async (context, next) => {
		const token = service.tokens.check(context.req.header('Authorization') ?? null);
		const scopes = needs.oneOf ?? [];
		const refused = (needs.userOnly ?? false) && token.level === 'company';
		if (refused || (scopes.length > 0 && !scopes.some((scope) => token.scopes.has(scope)))) {
			throw missingPermission(service, needs.newer);
		}
		context.set('token', token);
		await next();
	};
}

/** The refusal of a token that lacks a permission; which one is not said. */
export function missingPermission(service: Service, newer = false): Refusal {
	const status = newer ? 403 : service.missingPermissionStatus;
	return new Refusal(
		status,
		status === 403 ? 'insufficient_scope' : 'invalid_request',
		'The access token does not have the permission for this call.',
	);
}

/** Whether the token may touch a record of this user, given the permission for all and the one for its own. */
export function mayTouch(
	context: Context<ApiEnv>,
	all: Scope,
	assignedUserId: string | undefined,
): boolean {
	const token = context.get('token');
	return token.scopes.has(all) || token.userId === assignedUserId;
}
