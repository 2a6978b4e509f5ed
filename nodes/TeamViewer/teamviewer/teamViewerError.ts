import type { Failure } from './failure';
import { reasonFor, type Reason } from './reason';
import type { ApiRequest } from './request';

/** How a request was signed: by an OAuth2 credential, or by a script token. */
export type Authentication = 'oAuth2' | 'accessToken';

/** The parts of a request that may be told: no body and no query, which can hold passwords. */
export type FailedRequest = Pick<ApiRequest, 'method' | 'path' | 'asksOnly' | 'subject'>;

/** A request that TeamViewer did not carry out, or not for sure. Holds no secret: the client has concealed them. */
export class TeamViewerError extends Error {
	/** One word for what went wrong. */
	readonly reason: Reason;

	/** What was asked for. */
	readonly request: FailedRequest;

	constructor(
		/** What is known of it. */
		readonly failure: Failure,
		{ method, path, asksOnly, subject }: FailedRequest,
		readonly authentication: Authentication,
	) {
		super(`${method} ${path} failed`);
		this.request = { method, path, asksOnly, subject };
		this.reason = reasonFor(failure, this.request);
	}
}

/** Why TeamViewer could not do what was asked; undefined for any other error. */
export function reasonOf(error: unknown): Reason | undefined {
	return error instanceof TeamViewerError ? error.reason : undefined;
}

/** TeamViewer answered with success, but not in a form that this package knows. */
export class UnexpectedAnswer extends Error {
	/**
	 * @param message is what is wrong with the answer.
	 * @param isDoubtful whether the request may have changed something: then nobody should send it again unseen.
	 */
	constructor(
		message: string,
		readonly isDoubtful = false,
	) {
		super(message);
	}
}
