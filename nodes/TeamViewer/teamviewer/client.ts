import { sleep } from 'n8n-workflow';
import type {
	IAdditionalCredentialOptions,
	ICredentialDataDecryptedObject,
	ICredentialsDecrypted,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IPollFunctions,
} from 'n8n-workflow';

import { DOUBT, isExpiredToken, toApiError, UnexpectedAnswer } from './errors';
import { isRateLimit, readAnswer, readFailure, type Failure } from './failure';
import { Pace } from './pace';
import { isRead, type ApiRequest, type Query } from './request';
import { waitBeforeRetry } from './retry';

/** Where every token goes, and nowhere else. Source: the API manual. */
const BASE_URL = 'https://webapi.teamviewer.com/api/v1';

/** Ends a request that hangs: TeamViewer answers a full page within seconds. Milliseconds. */
const TIMEOUT = 60_000;

/** The parts of n8n that can send a request with a credential. */
export type Caller = IExecuteFunctions | IPollFunctions | ILoadOptionsFunctions;

interface ClientOptions {
	/** No wait for a retry goes beyond this moment; milliseconds since 1970. */
	deadline?: number;
}

interface Answer {
	body: unknown;
	statusCode: number;
	headers: Record<string, unknown>;
}

/**
 * The only way to TeamViewer: sends one request with the node's credential, repeats it where that is safe, and throws a
 * NodeApiError that tells the user what happened and what to do. n8n refreshes an OAuth2 token after a 401 by itself.
 */
export class TeamViewerClient {
	/** Shared by everything that is sent through this client. */
	readonly pace = new Pace();

	/** By path: settles when the last change asked for is through. */
	private readonly lastChanges = new Map<string, Promise<void>>();

	private readonly credentialType: 'teamViewerApi' | 'teamViewerOAuth2Api';

	private scriptToken: Promise<ICredentialsDecrypted> | undefined;

	/** How often the token was renewed by hand. */
	private renewals = 0;

	private renewing: Promise<void> | undefined;

	constructor(
		private readonly caller: Caller,
		private readonly options: ClientOptions = {},
	) {
		this.credentialType =
			caller.getNode().parameters.authentication === 'accessToken'
				? 'teamViewerApi'
				: 'teamViewerOAuth2Api';
	}

	/** Reads JSON. `subject` names what is asked for in an error: `session s119-457-589`. */
	async get<T>(path: string, query?: Query, subject?: string): Promise<T> {
		return (await this.send({ method: 'GET', path, query, subject })) as T;
	}

	/** Reads JSON that need not exist; undefined where TeamViewer answers with nothing. */
	async getIfAny<T>(path: string): Promise<T | undefined> {
		return (await this.send({ method: 'GET', path, mayBeEmpty: true })) as T | undefined;
	}

	/** Reads bytes, e.g. a picture. */
	async getBinary(path: string, subject?: string): Promise<Buffer> {
		const bytes = await this.send({ method: 'GET', path, subject, binary: true });
		return Buffer.from(bytes as ArrayBuffer);
	}

	/** Creates something. Never sent twice on a doubt. */
	async post<T>(path: string, body: object): Promise<T> {
		return (await this.send({ method: 'POST', path, body })) as T;
	}

	/** Asks something that TeamViewer wants in a body instead of a query. */
	async ask<T>(path: string, body: object): Promise<T> {
		return (await this.send({ method: 'POST', path, body, asksOnly: true })) as T;
	}

	/** Changes something; TeamViewer answers without a body. */
	async put(path: string, body: object, subject?: string): Promise<void> {
		await this.inOrder(path, () => this.send({ method: 'PUT', path, body, subject }));
	}

	/** Deletes something; TeamViewer answers without a body. */
	async delete(path: string, subject?: string): Promise<void> {
		await this.inOrder(path, () => this.send({ method: 'DELETE', path, subject }));
	}

	private async send(request: ApiRequest): Promise<unknown> {
		let mayRenew = this.credentialType === 'teamViewerOAuth2Api';
		for (let tries = 1; ; tries++) {
			let { renewals } = this;
			let outcome = await this.attempt(() => {
				renewals = this.renewals;
				return this.sendOnce(request);
			});
			if ('answer' in outcome) return readBody(outcome.answer, request);

			if (mayRenew && isExpiredToken(outcome.failure) && outcome.failure.status !== 401) {
				outcome = await this.attempt(async () => {
					await this.renewToken(renewals);
					mayRenew = false;
					return await this.sendOnce(request);
				});
				if ('answer' in outcome) return readBody(outcome.answer, request);
			}
			const wait = waitBeforeRetry(outcome.failure, request, tries, Math.random());
			if (wait === undefined || Date.now() + wait > (this.options.deadline ?? Infinity)) {
				throw toApiError(
					this.caller.getNode(),
					{
						failure: outcome.failure,
						request,
						authentication: this.credentialType === 'teamViewerApi' ? 'accessToken' : 'oAuth2',
					},
					await this.secrets(),
				);
			}
			await sleep(wait);
		}
	}

	/**
	 * Sends when the pace allows it. Turns whatever n8n throws, and errors wrapped into a success status, into a
	 * {@link Failure}.
	 */
	private async attempt(
		task: () => Promise<Answer>,
	): Promise<{ answer: Answer } | { failure: Failure }> {
		return await this.pace.run(async () => {
			const { refusals } = this.pace;
			try {
				const answer = await task();
				this.pace.widen();
				return isRefusal(answer.body)
					? { failure: readAnswer(answer.statusCode, answer.body, answer.headers) }
					: { answer };
			} catch (error) {
				const failure = readFailure(error);
				if (isRateLimit(failure)) this.pace.narrow(refusals);
				else if (isAnswered(failure)) this.pace.widen();
				return { failure };
			}
		});
	}

	/** Changes of one thing are sent one after the other, in the order in which they were asked for. */
	private async inOrder<T>(path: string, task: () => Promise<T>): Promise<T> {
		const change = (this.lastChanges.get(path) ?? Promise.resolve()).then(task);
		const settled = change.then(ignore, ignore);
		this.lastChanges.set(path, settled);
		return await change;
	}

	private async sendOnce({ method, path, query, body, binary }: ApiRequest): Promise<Answer> {
		const options: IHttpRequestOptions = {
			method,
			url: BASE_URL + path,
			...(query && { qs: query }),
			...(body && { body }),
			...(binary ? { encoding: 'arraybuffer' as const } : { json: true }),
			returnFullResponse: true,
			// A redirect could carry the token to another host; TeamViewer's API documents none.
			disableFollowRedirect: true,
			timeout: TIMEOUT,
		};
		return (await this.caller.helpers.httpRequestWithAuthentication.call(
			this.caller,
			this.credentialType,
			options,
			await this.decrypted(),
		)) as Answer;
	}

	/**
	 * n8n reads a credential from its database and decrypts it for every request, unless it is handed over: a script token
	 * stays the same as long as a client lives. OAuth2 tokens do not, and n8n keeps them itself.
	 */
	private async decrypted(): Promise<IAdditionalCredentialOptions | undefined> {
		const type = this.credentialType;
		if (type === 'teamViewerOAuth2Api') return undefined;
		this.scriptToken ??= this.caller
			.getCredentials(type)
			.then((data) => ({ id: '', name: '', type, data }));
		return { credentialsDecrypted: await this.scriptToken };
	}

	/**
	 * n8n renews a token after a 401; one that expires under another status has to be renewed by hand, where this n8n can.
	 * Requests that fail side by side renew it once: a refresh token is used up by its first use, and a second renewal would
	 * take the token away from those that were just sent again with it.
	 *
	 * @param since {@link renewals} when the request was sent that met the expired token.
	 */
	private async renewToken(since: number): Promise<void> {
		if (since < this.renewals) return;
		this.renewing ??= this.refresh().finally(() => (this.renewing = undefined));
		await this.renewing;
	}

	private async refresh(): Promise<void> {
		await this.caller.helpers.refreshOAuth2Token?.call(this.caller, this.credentialType);
		this.renewals += 1;
	}

	/** Everything in the credential that must never be read in an error. */
	private async secrets(): Promise<string[]> {
		try {
			const credential = await this.caller.getCredentials(this.credentialType);
			const tokens = credential.oauthTokenData as ICredentialDataDecryptedObject | undefined;
			return [
				credential.accessToken,
				credential.clientSecret,
				tokens?.access_token,
				tokens?.refresh_token,
			].filter((secret): secret is string => typeof secret === 'string' && secret.length > 0);
		} catch {
			// Without a readable credential no request was sent, so there is nothing to conceal.
			return [];
		}
	}
}

/** TeamViewer's newer endpoints can wrap an error into a success status. */
function isRefusal(body: unknown): boolean {
	return isObject(body) && 'IsSuccess' in body && body.IsSuccess === false;
}

function readBody({ body }: Answer, request: ApiRequest): unknown {
	const { method, path, binary, mayBeEmpty } = request;
	if (mayBeEmpty && (body === '' || body === null || body === undefined)) return undefined;
	const needsNoBody = method === 'PUT' || method === 'DELETE';
	// A page of markup is a sign-in form or a proxy's, whatever its status.
	if (binary || isObject(body) || (needsNoBody && !/^\s*</.test(String(body)))) return body;
	throw new UnexpectedAnswer(
		`TeamViewer answered ${path} with something else than JSON`,
		isRead(request) ? undefined : DOUBT,
	);
}

/** TeamViewer took the token and judged the request: a refusal of its content says nothing against more requests. */
function isAnswered({ kind, status = 0 }: Failure): boolean {
	return kind === 'http' && status >= 400 && status < 500 && status !== 401;
}

function ignore(): void {}

function isObject(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}
