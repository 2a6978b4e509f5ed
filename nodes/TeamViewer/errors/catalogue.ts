import type { NodeApiError } from 'n8n-workflow';

import type { Failure } from '../teamviewer/failure';
import { speaksOf, type Reason } from '../teamviewer/reason';
import { isRead } from '../teamviewer/request';
import type { TeamViewerError } from '../teamviewer/teamViewerError';
import { licenceFor } from './licences';
import { managedRefusalNote, managerNote } from './managerRights';
import { accessNote, permissionName } from './permissions';

/** What failed, for which request, and what kind of credential it was sent with. */
export type Situation = Pick<TeamViewerError, 'failure' | 'request' | 'authentication'>;

/** What a user reads, and what n8n's scheduler may conclude. */
export interface Explanation {
	/** What happened. */
	message: string;
	/** What to do about it. */
	remedy: string;
	/** What else counts, where there is room for it. */
	note?: string;
	/** Set only where the answer proves it; n8n's durable engine chooses its back-off by it. */
	failure?: NonNullable<NodeApiError['failure']>;
}

/** A write that got no clear answer is not sent again. */
export const DOUBT =
	'It is not known whether TeamViewer carried the request out: look before you send it again.';

/** What to do where TeamViewer found a request invalid and names no field. */
export const CHECK_VALUES = 'Check the values of the fields that were filled in.';

/** Source: the API manual. Tensor is not in its table; read "per API call" as per kind of call and token. */
const QUOTAS =
	'By licence, each kind of call may be made 300 times an hour (Free), or 7,200 (Business), 14,400 (Premium) or 36,000 (Corporate) times in 24 hours, counted per token; the quota comes back after that hour or those 24 hours.';

/** After a grant was revoked too, n8n 2.41 shows "Account connected" and the first button; older versions have the other. */
const RECONNECT = "press 'Switch account' (or 'Reconnect')";

const OPEN_CREDENTIAL = {
	oAuth2: `Open the TeamViewer OAuth2 API credential and ${RECONNECT}, even if it says 'Account connected'.`,
	accessToken:
		"Create a new script token in TeamViewer (Edit profile > Apps) and paste it into 'Script Token' of the TeamViewer API credential.",
} as const;

/** From what went wrong to what the user reads. */
export const CATALOGUE: Record<Reason, (situation: Situation) => Explanation> = {
	blocked: () => ({
		message: "TeamViewer has blocked this n8n's IP address",
		remedy: 'Contact TeamViewer support to have the address unblocked.',
	}),
	cancelled: () => ({
		message: 'The execution was stopped',
		remedy: 'The request to TeamViewer was given up.',
	}),
	intercepted: ({ failure }) => ({
		message: `Something between n8n and TeamViewer refused the request (HTTP ${failure.status})`,
		remedy:
			"The answer is a web page, as a proxy or a web filter sends it, and not TeamViewer's. Let n8n reach webapi.teamviewer.com there.",
	}),
	licence: ({ request }) => ({
		message: 'The TeamViewer licence does not include this feature',
		remedy:
			licenceFor(request) ??
			'Compare what the licence of this account includes; some features are add-ons.',
	}),
	n8n: ({ failure }) => ({
		message: `n8n could not send the request: ${failure.description ?? 'no reason given'}`,
		remedy: 'Open this node, choose a credential that exists and can be used, and try again.',
	}),
	notFound: ({ request }) => ({
		message: `TeamViewer does not know ${request.subject ?? 'what was asked for'}`,
		remedy: request.path.startsWith('/sessions/')
			? 'Check the code; the session may belong to another account, or the token may see only its own sessions.'
			: 'Check the ID; it may have been deleted, belong to another account, or need a licence that this account lacks.',
	}),
	permission: ({ request, authentication }) => ({
		message: `The TeamViewer token lacks a permission: ${permissionName(request)}`,
		remedy:
			authentication === 'oAuth2'
				? `Tick it in TeamViewer (Edit profile > Apps), then ${RECONNECT} in the credential.`
				: 'Create a script token that has it in TeamViewer (Edit profile > Apps).',
		note: notes(request),
	}),
	rateLimit: ({ failure }) => ({
		message: "TeamViewer's rate limit is reached",
		remedy: [
			QUOTAS,
			failure.retryAfterMs === undefined
				? ''
				: `TeamViewer asks to wait ${inWords(failure.retryAfterMs)}.`,
			'Until then nothing helps but waiting; afterwards run it with fewer items, or poll less often.',
		]
			.filter(Boolean)
			.join(' '),
		failure: {
			cause: 'rate-limited',
			...(failure.retryAfterMs !== undefined && { retryAfterMs: failure.retryAfterMs }),
		},
	}),
	redirected: ({ failure, request }) => unexpected(failure, isRead(request)),
	refreshRefused: () => ({
		message: 'TeamViewer refused to renew the access, please reconnect the credential',
		remedy: OPEN_CREDENTIAL.oAuth2,
		note: 'The access was revoked, or its refresh token was used up.',
		failure: { cause: 'credential-invalid' },
	}),
	refused: ({ failure, request }) => ({
		message: failure.description
			? `TeamViewer refused the request: ${failure.description}`
			: 'TeamViewer refused the request as invalid',
		remedy: [
			request.subject
				? `Check that TeamViewer has the ${request.subject}, and the values of the fields that were filled in.`
				: CHECK_VALUES,
			managedRefusalNote(request),
		]
			.filter(Boolean)
			.join(' '),
	}),
	serverProblem: ({ request }) => ({
		message: 'TeamViewer could not answer because of a problem on its side',
		remedy: [
			'Try again later.',
			// Without the licence TeamViewer may answer 500.
			...(licenceFor(request) ? [`If it stays, check the licence: ${licenceFor(request)}`] : []),
			...(isRead(request) ? [] : [DOUBT]),
		].join(' '),
		failure: { cause: 'temporarily-unavailable' },
	}),
	sessionLimit: () => ({
		message: 'The TeamViewer licence allows no further session at this time',
		remedy:
			'Too many sessions are open at once. Close sessions that are no longer needed, or extend the licence.',
		failure: { cause: 'quota-exhausted' },
	}),
	tokenExpired: ({ authentication }) => ({
		message: 'The TeamViewer access token has expired',
		remedy: OPEN_CREDENTIAL[authentication],
		failure: { cause: 'credential-invalid' },
	}),
	tokenRefused: ({ authentication }) => ({
		message: 'TeamViewer does not accept the access token',
		remedy: OPEN_CREDENTIAL[authentication],
		failure: { cause: 'credential-invalid' },
	}),
	unconnected: () => ({
		message: 'The TeamViewer credential is not connected yet',
		remedy: "Open the TeamViewer OAuth2 API credential and press 'Connect'.",
		failure: { cause: 'credential-invalid' },
	}),
	unexpected: ({ failure }) => unexpected(failure, true),
	unknown: () => ({
		message: 'The request to TeamViewer failed',
		remedy: 'Check the credential and try again.',
	}),
	unreachable: ({ request }) => ({
		message: 'TeamViewer could not be reached',
		remedy: isRead(request)
			? "Check this n8n's internet connection and proxy, then try again."
			: `Check this n8n's internet connection and proxy. ${DOUBT}`,
		failure: { cause: 'temporarily-unavailable' },
	}),
	tooManyTries: () => ({
		message: 'TeamViewer refuses further tries after too many wrong passwords',
		remedy: 'Wait some minutes, then try again with the right password.',
	}),
	userTokenNeeded: ({ failure, request }) => ({
		message: 'This needs the token of a user, but the credential holds one of the company',
		remedy: userTokenRemedy(failure, request.path),
	}),
	wrongCredentials: () => ({
		message: 'TeamViewer does not accept the password that was given',
		remedy: 'Check the password in the fields of this node.',
	}),
};

/** What counts beside the token's permissions. */
function notes(request: Situation['request']): string {
	return [accessNote(request), managerNote(request)].filter(Boolean).join(' ');
}

/** What somebody with a company's token can do instead. */
function userTokenRemedy(failure: Failure, path: string): string {
	if (path.startsWith('/groups')) {
		return "Say whose groups they are: add 'Owner' under Filters, Options or Additional Fields and choose a user. Or use a user's credential.";
	}
	return speaksOf(failure, /groupname/i)
		? "Choose the group By ID instead of its name, or use a user's credential."
		: "Use a credential that a user connected, or a user's script token.";
}

/** `45 seconds`, `12 minutes`, `3 hours`. */
function inWords(milliseconds: number): string {
	const seconds = Math.ceil(milliseconds / 1000);
	if (seconds < 120) return `${seconds} seconds`;
	const minutes = Math.ceil(seconds / 60);
	return minutes < 120 ? `${minutes} minutes` : `${Math.ceil(minutes / 60)} hours`;
}

/** TeamViewer's own words, for those who ask its support. */
export function evidence({
	kind,
	status,
	category,
	description,
	signature,
	code,
	isMarkup,
}: Failure): string {
	if (kind === 'network') return code ? `(${code})` : '';
	// A web filter's page is none of TeamViewer's words.
	if (status === undefined || (isMarkup && status < 500)) return '';
	const facts = [
		`HTTP ${status}`,
		...(category ? [category] : []),
		...(description ? [`"${description.replace(/\.$/, '')}"`] : []),
		...(signature ? [`signature ${signature}`] : []),
	];
	return `TeamViewer said: ${facts.join(', ')}.`;
}

function unexpected({ status }: Failure, isSafe: boolean): Explanation {
	return {
		message: `TeamViewer answered in an unexpected way (HTTP ${status})`,
		remedy: [
			'Check whether a proxy between n8n and TeamViewer changes the answers.',
			...(isSafe ? [] : [DOUBT]),
		].join(' '),
	};
}
