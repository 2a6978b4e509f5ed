import type { NodeApiError } from 'n8n-workflow';

import { isRateLimit, type Failure } from './failure';
import { permissionFor } from './permissions';
import { isRead, type ApiRequest } from './request';

/** One word for what went wrong, for code that reacts to it. */
export type Reason =
	| 'blocked'
	| 'cancelled'
	| 'licence'
	| 'notFound'
	| 'permission'
	| 'rateLimit'
	| 'refreshRefused'
	| 'refused'
	| 'serverProblem'
	| 'sessionLimit'
	| 'tokenExpired'
	| 'tokenRefused'
	| 'unconnected'
	| 'unexpected'
	| 'unknown'
	| 'unreachable'
	| 'userTokenNeeded';

/** What failed, for which request, and what kind of credential it was sent with. */
export interface Situation {
	failure: Failure;
	request: ApiRequest;
	authentication: 'oAuth2' | 'accessToken';
}

/** What a user reads, and what n8n's scheduler may conclude. */
export interface Explanation {
	/** What happened. */
	message: string;
	/** What to do about it. */
	remedy: string;
	/** Set only where the answer proves it; n8n's durable engine chooses its back-off by it. */
	failure?: NonNullable<NodeApiError['failure']>;
}

interface Row {
	reason: Reason;
	when: (situation: Situation) => boolean;
	explain: (situation: Situation) => Explanation;
}

const OPEN_CREDENTIAL = {
	oAuth2: 'Open the TeamViewer OAuth2 API credential and reconnect it.',
	accessToken:
		"Create a new script token in TeamViewer (Edit profile > Apps) and paste it into 'Script Token' of the TeamViewer API credential.",
} as const;

/**
 * From what TeamViewer said to what the user reads; the first row that fits counts.
 *
 * Source of categories and statuses: the API manual, with what live integrations met where a row says so.
 */
export const CATALOGUE: readonly Row[] = [
	{
		reason: 'cancelled',
		when: ({ failure }) => failure.kind === 'cancelled',
		explain: () => ({
			message: 'The execution was stopped',
			remedy: 'The request to TeamViewer was given up.',
		}),
	},
	{
		reason: 'unconnected',
		when: ({ failure }) => failure.kind === 'unconnected',
		explain: () => ({
			message: 'The TeamViewer credential is not connected yet',
			remedy: 'Open the TeamViewer OAuth2 API credential and press Connect.',
			failure: { cause: 'credential-invalid' },
		}),
	},
	{
		reason: 'refreshRefused',
		when: ({ failure }) => failure.kind === 'refresh',
		explain: () => ({
			message: 'TeamViewer refused to renew the access, please reconnect the credential',
			remedy:
				'The access was revoked, or its refresh token was used up. Open the TeamViewer OAuth2 API credential and reconnect it.',
			failure: { cause: 'credential-invalid' },
		}),
	},
	{
		reason: 'rateLimit',
		when: ({ failure }) => isRateLimit(failure),
		explain: ({ failure }) => ({
			message: "TeamViewer's rate limit is reached",
			remedy:
				'Too many calls were made with this access token in a short time. Wait a few minutes, then run it again with fewer items or a longer poll interval.',
			failure: {
				cause: 'rate-limited',
				...(failure.retryAfterMs !== undefined && { retryAfterMs: failure.retryAfterMs }),
			},
		}),
	},
	{
		reason: 'tokenExpired',
		when: ({ failure }) => isExpiredToken(failure),
		explain: ({ authentication }) => ({
			message: 'The TeamViewer access token has expired',
			remedy: OPEN_CREDENTIAL[authentication],
			failure: { cause: 'credential-invalid' },
		}),
	},
	{
		reason: 'tokenRefused',
		when: ({ failure }) => failure.status === 401,
		explain: ({ authentication }) => ({
			message: 'TeamViewer does not accept the access token',
			remedy: OPEN_CREDENTIAL[authentication],
			failure: { cause: 'credential-invalid' },
		}),
	},
	{
		reason: 'blocked',
		when: ({ failure }) => failure.status === 403 && failure.category === 'blocked',
		explain: () => ({
			message: "TeamViewer has blocked this n8n's IP address",
			remedy: 'Contact TeamViewer support to have the address unblocked.',
		}),
	},
	{
		reason: 'sessionLimit',
		when: ({ failure, request }) =>
			failure.status === 400 &&
			request.path.startsWith('/sessions') &&
			mentions(failure, /licen[cs]e/i),
		explain: () => ({
			message: 'The TeamViewer licence allows no further session at this time',
			remedy:
				'Too many sessions are open at once. Close sessions that are no longer needed, or extend the licence.',
			failure: { cause: 'quota-exhausted' },
		}),
	},
	{
		reason: 'licence',
		when: ({ failure }) => mentions(failure, /licen[cs]e/i),
		explain: () => ({
			message: 'The TeamViewer licence does not include this feature',
			remedy:
				'Connection reports and company data need a Premium, Corporate or Tensor licence, device reports a Corporate one; some features are add-ons.',
		}),
	},
	{
		// `groupname`, `devicename`, and the paths of userTokenNote; how TeamViewer words it is not known.
		reason: 'userTokenNeeded',
		when: ({ failure }) =>
			isRefusal(failure) && mentions(failure, /\buser([- ]level)?( access)?[- ]token/i),
		explain: ({ failure }) => ({
			message: 'This needs the token of a user, but the credential holds a company token',
			remedy: mentions(failure, /groupname/i)
				? "Choose the group From List or By ID instead of By Name, or use a user's credential."
				: "Use a credential that a user connected, or a user's script token.",
		}),
	},
	{
		reason: 'permission',
		when: ({ failure }) => failure.status === 403 || isPermissionInDisguise(failure),
		explain: ({ request, authentication }) => ({
			message: `The TeamViewer token lacks a permission: ${permissionName(request)}`,
			remedy:
				authentication === 'oAuth2'
					? `Tick it for your app in TeamViewer (Edit profile > Apps), then reconnect the TeamViewer OAuth2 API credential. ${userTokenNote(request)}`
					: `Create a script token that has it in TeamViewer (Edit profile > Apps). ${userTokenNote(request)}`,
		}),
	},
	{
		reason: 'notFound',
		when: ({ failure }) => failure.status === 404,
		explain: ({ request }) => ({
			message: `TeamViewer does not know ${request.subject ?? 'what was asked for'}`,
			remedy: request.path.startsWith('/sessions')
				? 'Check the code; the session may belong to another account, or the token may see only its own sessions.'
				: 'Check the ID; it may have been deleted, belong to another account, or need a licence that this account lacks.',
		}),
	},
	{
		reason: 'refused',
		when: ({ failure }) => isRefusal(failure),
		explain: ({ failure, request }) => ({
			message: failure.description
				? `TeamViewer refused the request: ${failure.description}`
				: 'TeamViewer refused the request as invalid',
			remedy: request.subject
				? `Check that TeamViewer has the ${request.subject}, and the values of the fields that were filled in.`
				: 'Check the values of the fields that were filled in.',
		}),
	},
	{
		// Live integrations met a missing licence for reports as a 500.
		reason: 'serverProblem',
		when: ({ failure }) => failure.kind === 'http' && (failure.status ?? 0) >= 500,
		explain: ({ request }) => ({
			message: 'TeamViewer could not answer because of a problem on its side',
			remedy: [
				'Try again later.',
				...licenceNote(request),
				...(isRead(request) ? [] : [DOUBT]),
			].join(' '),
			failure: { cause: 'temporarily-unavailable' },
		}),
	},
	{
		reason: 'unreachable',
		when: ({ failure }) => failure.kind === 'network',
		explain: ({ request }) => ({
			message: 'TeamViewer could not be reached',
			remedy: isRead(request)
				? "Check this n8n's internet connection and proxy, then try again."
				: `Check this n8n's internet connection and proxy. ${DOUBT}`,
			failure: { cause: 'temporarily-unavailable' },
		}),
	},
	{
		reason: 'unexpected',
		when: ({ failure }) => failure.status !== undefined,
		explain: ({ failure }) => ({
			message: `TeamViewer answered in an unexpected way (HTTP ${failure.status})`,
			remedy: 'Check whether a proxy between n8n and TeamViewer changes the answers.',
		}),
	},
	{
		reason: 'unknown',
		when: () => true,
		explain: () => ({
			message: 'The request to TeamViewer failed',
			remedy: 'Check the credential and try again.',
		}),
	},
];

/** A write that got no clear answer is not sent again. */
export const DOUBT =
	'It is not known whether TeamViewer carried the request out: look before you send it again.';

/** What the situation means to the user. */
export function explain(situation: Situation): Explanation & { reason: Reason } {
	const row = CATALOGUE.find(({ when }) => when(situation)) as Row;
	return { reason: row.reason, ...row.explain(situation) };
}

/** `token_expired` means the same under any status; one live integration met it as a 400. */
export function isExpiredToken(failure: Failure): boolean {
	return failure.category === 'token_expired';
}

function mentions({ category, description }: Failure, pattern: RegExp): boolean {
	return pattern.test(category ?? '') || pattern.test(description ?? '');
}

/** A request that TeamViewer found invalid; newer endpoints can say so under a success status. */
function isRefusal({ kind, status = 0 }: Failure): boolean {
	return kind === 'http' && (status < 300 || status === 400 || status === 422);
}

/** Older endpoints answer 400 where newer ones answer 403. */
function isPermissionInDisguise(failure: Failure): boolean {
	if (!isRefusal(failure)) return false;
	return (
		mentions(failure, /permission|insufficient|access.?(is )?denied|not authorized|\bscopes?\b/i) ||
		// Of a value it says something else: "The value of 'valid_until' is not allowed".
		(mentions(failure, /not allowed/i) && !mentions(failure, /'\w+'|\b(parameter|value)\b/i))
	);
}

/** What needs more than the smallest licence; without it TeamViewer may answer 500. Source: the API manual. */
function licenceNote({ path }: ApiRequest): string[] {
	if (path.startsWith('/reports')) {
		return ['If it stays, check that the licence includes connection reports.'];
	}
	return /^\/(users|managed\/devices\/company|EventLogging)/.test(path)
		? ['If it stays, check the licence: company data needs a Premium, Corporate or Tensor one.']
		: [];
}

function permissionName({ method, path }: ApiRequest): string {
	const permission = permissionFor(method, path);
	return permission
		? `${permission.scope} (${permission.area})`
		: 'the one that this operation needs';
}

/** Source: the API manual; these paths refuse company tokens whatever their permissions. */
function userTokenNote({ path }: ApiRequest): string {
	return /^\/(account|devices|contacts)/.test(path)
		? 'This operation also needs a user token, not a company token.'
		: '';
}
