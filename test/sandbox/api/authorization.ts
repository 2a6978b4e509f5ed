import type { Context, MiddlewareHandler } from 'hono';
import type { User } from '../company/types';
import { Refusal } from '../errors';
import type { ConsolePermission, Scope } from '../oauth/scopes';
import type { Token } from '../oauth/TokenOffice';
import type { ApiEnv, Service } from './service';

/** What a token needs for a call. */
interface Needs {
	/** One of these is enough; none listed: any token will do. */
	oneOf?: readonly Scope[];
	/** A permission that is known by the console's words only. */
	permission?: ConsolePermission;
	/** The token's user has to administer the company. */
	administrator?: boolean;
	/** `/account`, `/devices` and `/contacts` take no company tokens (API manual). */
	userOnly?: boolean;
	/** Newer endpoints always say 403 for a missing permission. */
	newer?: boolean;
}

/** Lets a call pass whose bearer token is good and may do this; else 401, 403 or 400. */
export function authorize(service: Service, needs: Needs = {}): MiddlewareHandler<ApiEnv> {
	return async (context, next) => {
		const token = service.tokens.check(context.req.header('Authorization') ?? null);
		if (!suffices(service, token, needs)) throw missingPermission(service, needs.newer);
		context.set('token', token);
		await next();
	};
}

function suffices(service: Service, token: Token, needs: Needs): boolean {
	const { oneOf = [], permission, administrator = false, userOnly = false } = needs;
	if (userOnly && token.level === 'company') return false;
	if (administrator && !isAdministrator(service, token)) return false;
	if (permission !== undefined && !token.console.has(permission)) return false;
	return oneOf.length === 0 || oneOf.some((scope) => token.scopes.has(scope));
}

/** Company tokens are granted by administrators. */
function isAdministrator({ company }: Service, token: Token): boolean {
	const user = company.users.find(({ id }) => id === token.userId);
	return token.level === 'company' || isAdministrating(user);
}

/** Whether a user administers the company. */
export function isAdministrating(user: User | undefined): boolean {
	return (user?.permissions ?? '').split(',').includes('ManageAdmins');
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
