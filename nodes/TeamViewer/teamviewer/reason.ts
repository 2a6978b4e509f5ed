import { isRateLimit, type Failure } from './failure';
import type { ApiRequest } from './request';

/** One word for what went wrong, for code that reacts to it; `errors/catalogue.ts` has the words for people. */
export type Reason =
	| 'blocked'
	| 'cancelled'
	| 'intercepted'
	| 'licence'
	| 'n8n'
	| 'notFound'
	| 'permission'
	| 'rateLimit'
	| 'redirected'
	| 'refreshRefused'
	| 'refused'
	| 'serverProblem'
	| 'sessionLimit'
	| 'tokenExpired'
	| 'tokenRefused'
	| 'tooManyTries'
	| 'unconnected'
	| 'unexpected'
	| 'unknown'
	| 'unreachable'
	| 'userTokenNeeded'
	| 'wrongCredentials';

type Test = (failure: Failure, request: Pick<ApiRequest, 'method' | 'path'>) => boolean;

/**
 * The first test that holds counts.
 *
 * Source of categories and statuses: the API manual, with what live integrations met where a line says so.
 */
const TESTS: ReadonlyArray<[Reason, Test]> = [
	['cancelled', ({ kind }) => kind === 'cancelled'],
	['n8n', ({ kind }) => kind === 'n8n'],
	['unconnected', ({ kind }) => kind === 'unconnected'],
	['refreshRefused', ({ kind }) => kind === 'refresh'],
	['rateLimit', isRateLimit],
	['tokenExpired', isExpiredToken],
	// A page of markup is a web filter's or a proxy's, not TeamViewer's judgement; of a token or an ID it would be.
	[
		'intercepted',
		({ status = 0, isMarkup }) =>
			isMarkup === true && status >= 400 && status < 500 && ![401, 404].includes(status),
	],
	['tokenRefused', ({ status }) => status === 401],
	['wrongCredentials', ({ category }) => category === 'wrong_credentials'],
	['tooManyTries', ({ category }) => category === 'too_many_retries'],
	['licence', ({ category }) => category === 'license_required'],
	['blocked', ({ status, category }) => status === 403 && category === 'blocked'],
	[
		'sessionLimit',
		(failure, { method, path }) =>
			failure.status === 400 &&
			method !== 'GET' &&
			path.startsWith('/sessions') &&
			speaksOf(withoutNames(failure), /licen[cs]e/i),
	],
	['licence', (failure) => speaksOf(withoutNames(failure), /licen[cs]e/i)],
	// `groupname`, `devicename`, and calls for users only; how TeamViewer words it is not known.
	[
		'userTokenNeeded',
		(failure) =>
			(isRefusal(failure) || failure.status === 403) &&
			speaksOf(failure, /\buser([- ]level)?( access)?[- ]token/i),
	],
	['permission', (failure) => failure.status === 403 || isPermissionInDisguise(failure)],
	['notFound', ({ status, category }) => status === 404 || category === 'not_found'],
	['refused', isRefusal],
	// Live integrations met a missing licence for reports as a 500.
	['serverProblem', ({ kind, status = 0 }) => kind === 'http' && status >= 500],
	['unreachable', ({ kind }) => kind === 'network'],
	['redirected', ({ status = 0 }) => status >= 300 && status < 400],
	['unexpected', ({ status }) => status !== undefined],
];

/** What a failure of this request means. */
export function reasonFor(failure: Failure, request: Pick<ApiRequest, 'method' | 'path'>): Reason {
	return TESTS.find(([, holds]) => holds(failure, request))?.[0] ?? 'unknown';
}

/** `token_expired` means the same under any status; one live integration met it as a 400. */
export function isExpiredToken(failure: Failure): boolean {
	return failure.category === 'token_expired';
}

/** Whether TeamViewer's own words match. */
export function speaksOf({ category, description }: Failure, pattern: RegExp): boolean {
	return pattern.test(category ?? '') || pattern.test(description ?? '');
}

/** A request that TeamViewer found invalid; newer endpoints can say so under a success status. */
function isRefusal({ kind, status = 0 }: Failure): boolean {
	return kind === 'http' && (status < 300 || [400, 409, 422].includes(status));
}

/** Older endpoints answer 400 where newer ones answer 403. */
function isPermissionInDisguise(failure: Failure): boolean {
	if (!isRefusal(failure)) return false;
	return (
		speaksOf(
			withoutNames(failure),
			/permission|insufficient|access.?(is )?denied|not authorized|\bscopes?\b/i,
		) ||
		// Of a value it says something else: "The value of 'valid_until' is not allowed".
		(speaksOf(failure, /not allowed/i) && !speaksOf(failure, /'\w+'|\b(parameter|value)\b/i))
	);
}

/**
 * What TeamViewer says without what it only names: values, the parameter `permissions`, and what a manager may do
 * (`ManagerAdministration permission`).
 */
function withoutNames({ description, ...failure }: Failure): Failure {
	const names = /(?<!\w)(['"]).*?\1(?!\w)|\w+Administration( permissions?)?/g;
	return { ...failure, description: description?.replace(names, '…') };
}
