import type { Hono } from 'hono';
import { answerFor, Refusal } from '../errors';
import type { ApiEnv, Service } from './service';
import { missingPermission } from './authorization';

/** Newer endpoints have an error body of their own; every refusal below these routes comes in it. */
export function tellErrorsInTheNewerWay(routes: Hono<ApiEnv>): Hono<ApiEnv> {
	routes.onError((error) => answerFor(error, 'newer'));
	return routes;
}

/** What newer endpoints say of an id that nothing has. */
export function existing<Thing>(thing: Thing | undefined): Thing {
	if (thing !== undefined) return thing;
	throw new Refusal(404, 'NotFoundException', 'The requested resource was not found.');
}

/** Newer endpoints always say 403 for what the user may not do with a record that is there. */
export function forbidden(service: Service): Refusal {
	return missingPermission(service, true);
}

/** A name that somebody else has. */
export function nameTaken(kind: string): Refusal {
	return new Refusal(409, 'ConflictException', `There is a ${kind} of this name already.`);
}

/** A change that changes nothing is refused by `/managed`. */
export function nothingToChange(): Refusal {
	return new Refusal(400, 'invalid_request', 'There is nothing to change.');
}
