import { valueOf } from './keyCase';

/**
 * One failed request, reduced to what can be told about it. n8n hands over errors of its own that wrap axios errors, which
 * carry the request with its token: nothing of them leaves this file but the fields below.
 */
export interface Failure {
	kind:
		| 'http' // TeamViewer answered with an error status
		| 'network' // no answer arrived
		| 'refresh' // the OAuth2 token could not be renewed
		| 'unconnected' // the OAuth2 credential was never connected
		| 'cancelled' // the execution was stopped
		| 'n8n' // n8n could not send the request, e.g. for want of the credential; `description` is in its words
		| 'other';
	/** HTTP status, where there was an answer. */
	status?: number;
	/** TeamViewer's category, e.g. `rate_limit_reached`, in lower case. */
	category?: string;
	/** TeamViewer's own words. */
	description?: string;
	/** The answer is a page of markup, as web filters and sign-in forms send it. */
	isMarkup?: boolean;
	/** Finds the error in TeamViewer's log. */
	signature?: string;
	/** What `Retry-After` asks for. */
	retryAfterMs?: number;
	/** Node's code for a network failure, e.g. `ECONNRESET`. */
	code?: string;
}

type Bag = Record<string, unknown>;

/** 403 `rate_limit_reached` is what the manual documents; 429 is what the web at large uses. */
export function isRateLimit(failure: Failure): boolean {
	return failure.status === 429 || failure.category === 'rate_limit_reached';
}

/**
 * What n8n says of an OAuth2 credential that was never connected: its request helper where there are no tokens at all,
 * its OAuth2 client where the saved credential has an empty place for them. Source: tried with n8n 2.41.
 */
const NOT_CONNECTED = ['OAuth credentials not connected', 'Unable to sign without access token'];

/** Reads what n8n threw: its HTTP helpers wrap errors differently from version to version, so the whole chain of causes is looked at. */
export function readFailure(thrown: unknown): Failure {
	const chain = causes(thrown);

	if (chain.some(({ message }) => NOT_CONNECTED.includes(String(message)))) {
		return { kind: 'unconnected' };
	}
	// n8n's OAuth2 client, where the saved credential holds no refresh token.
	if (chain.some(({ message }) => /no refresh token/i.test(String(message)))) {
		return { kind: 'refresh' };
	}
	const refresh = chain.find(isRefusedRefresh);
	if (refresh) {
		// The token endpoint has the rate limit of all others: being too fast is no reason to connect again.
		const answer = readAnswer(isNumber(refresh.status) ? refresh.status : 400, refresh.body);
		return isRateLimit(answer) ? answer : { kind: 'refresh' };
	}

	const answered = chain.find((error) => isBag(error.response) && isNumber(error.response.status));
	if (answered) {
		const response = answered.response as Bag;
		const status = response.status as number;
		if (isTokenRequest(answered)) {
			return status < 500 && status !== 429
				? { kind: 'refresh', status }
				: { kind: 'http', status, ...readRetryAfter(response.headers) };
		}
		return readAnswer(status, response.data, response.headers);
	}

	if (chain.some(({ code, name }) => code === 'ERR_CANCELED' || name === 'CanceledError')) {
		return { kind: 'cancelled' };
	}
	const code = chain.map((error) => error.code).find((value) => typeof value === 'string');
	if (typeof code === 'string') return { kind: 'network', code };
	const words = chain
		.map(({ message }) => text(message))
		.filter((message) => message !== undefined);
	return chain.some(isDefect) || words.length === 0
		? { kind: 'other' }
		: { kind: 'n8n', description: words.at(-1) };
}

/** JavaScript's own errors say nothing to a user. */
function isDefect({ name }: Bag): boolean {
	return /^(Type|Range|Reference|Syntax)Error$/.test(String(name));
}

/** Reads an error answer's status, body and headers. The body may be anything: TeamViewer's two forms, HTML, nothing. */
export function readAnswer(status: number, data: unknown, headers?: unknown): Failure {
	const body = parsed(data);
	return {
		kind: 'http',
		status,
		...(isBag(body) ? readBody(body) : readWords(body)),
		...readRetryAfter(headers),
	};
}

/** `{error, error_description, …}` as the manual documents it, or `{IsSuccess, Error: {…}}` of newer endpoints, keys in any case. */
function readBody(body: Bag): Partial<Failure> {
	const error = valueOf(body, 'Error');
	const newer = isBag(error) ? error : undefined;
	const category = text(body.error) ?? text(newer && valueOf(newer, 'ExceptionName'));
	return {
		category: category?.toLowerCase(),
		description:
			text(body.error_description) ??
			newerDescription(newer) ??
			text(valueOf(body, 'ParsingError')),
		signature: text(body.error_signature),
	};
}

/** A bare sentence, or a bare category; markup and JSON that was cut off say nothing to a user. */
function readWords(body: unknown): Partial<Failure> {
	const words = text(body);
	if (words?.startsWith('<')) return { isMarkup: true };
	if (words === undefined || /^[{["]/.test(words)) return {};
	return /^[a-z]+(_[a-z]+)+$/i.test(words)
		? { category: words.toLowerCase() }
		: { description: words };
}

function newerDescription(error: Bag | undefined): string | undefined {
	if (!error) return undefined;
	const validation = valueOf(error, 'ValidationErrors');
	const parts = [text(valueOf(error, 'Message')), ...validationTexts(validation)];
	return parts.filter(Boolean).join(' ') || undefined;
}

/** `{"<field>": ["<text>", …]}` (OpenAPI document); a list of texts, or of objects with a text, is understood too. */
function validationTexts(errors: unknown): Array<string | undefined> {
	if (Array.isArray(errors)) {
		return errors.map((entry) => text(entry) ?? (isBag(entry) ? text(entry.Message) : undefined));
	}
	return Object.entries(isBag(errors) ? errors : {}).map(([field, texts]) => {
		const said = [texts].flat().map(text).filter(Boolean).join(' ');
		return said && `'${field}': ${said}`;
	});
}

/** `Retry-After` in its two forms: seconds, or an HTTP date. */
function readRetryAfter(headers: unknown): { retryAfterMs?: number } {
	if (!isBag(headers)) return {};
	const value = text(headers['retry-after'] ?? headers['Retry-After']);
	if (value === undefined) return {};
	const ms = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
	return Number.isFinite(ms) ? { retryAfterMs: Math.max(0, ms) } : {};
}

/**
 * n8n's OAuth2 client throws an `AuthError` or `ResponseError` (they carry `body`, never `response`) when the token
 * endpoint refuses, and n8n 2.37+ turns `invalid_grant` into an error that declares a bad credential.
 */
function isRefusedRefresh(error: Bag): boolean {
	const declared = isBag(error.failure) && error.failure.cause === 'credential-invalid';
	const fromTokenEndpoint =
		(error.code === 'EAUTH' || error.code === 'ESTATUS') && error.body !== undefined;
	return declared || fromTokenEndpoint;
}

function isTokenRequest(error: Bag): boolean {
	const url = isBag(error.config) ? text(error.config.url) : undefined;
	return url?.split('?')[0]?.endsWith('/oauth2/token') ?? false;
}

/** The error, its cause, the cause's cause …; a cycle ends it. */
function causes(thrown: unknown): Bag[] {
	const chain: Bag[] = [];
	for (let error = thrown; isBag(error) && !chain.includes(error); error = causeOf(error)) {
		chain.push(error);
	}
	return chain;
}

/**
 * The error that an error wraps.
 *
 * From 1.102 to 2.33, n8n loses what a NodeApiError wraps: the class declares the field `cause` anew, which hides the one
 * that JavaScript set. There, what n8n copied out of the lost error stands in for it: an axios error (`response`, or
 * Node's `code`) or an error of n8n's OAuth2 client (`body`). Headers are lost for good. Source: n8n-workflow's
 * `ExecutionBaseError` and `NodeApiError`.
 */
function causeOf(error: Bag): unknown {
	if (error.cause !== undefined || error.name !== 'NodeApiError') return error.cause;

	const [message] = Array.isArray(error.messages) ? (error.messages as unknown[]) : [];
	const { data } = (error.context ?? {}) as Bag;
	const code = error.httpCode;
	const status = Number(code);
	if (code === 'EAUTH') return { message, code, body: data ?? {} };
	if (!status) return { message, code };
	const isOAuth2Client = /^HTTP status \d+$/.test(String(message));
	return isOAuth2Client
		? { message, code: 'ESTATUS', status, body: data ?? {} }
		: { message, response: { status, data } };
}

function parsed(data: unknown): unknown {
	const raw = data instanceof Uint8Array ? Buffer.from(data).toString('utf8') : data;
	if (typeof raw !== 'string') return raw;
	try {
		return JSON.parse(raw) as unknown;
	} catch {
		return raw;
	}
}

function isBag(value: unknown): value is Bag {
	return typeof value === 'object' && value !== null;
}

function isNumber(value: unknown): value is number {
	return typeof value === 'number';
}

function text(value: unknown): string | undefined {
	if (typeof value === 'string') return value.trim() || undefined;
	return typeof value === 'number' ? String(value) : undefined;
}
