import { sleep } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IPollFunctions,
} from 'n8n-workflow';

import { readBinary, readBody, type Answer } from './body';
import { Concurrency, HeldPlace } from './concurrency';
import { conceal, secretsIn } from './conceal';
import { Credential } from './credential';
import { isRateLimit, readAnswer, readFailure, type Failure } from './failure';
import { isRecord } from './isRecord';
import { valueOf } from './keyCase';
import { isExpiredToken } from './reason';
import { refuseToDeleteCompany, type ApiRequest, type Query } from './request';
import { waitBeforeRetry, type Tries } from './retry';
import { TeamViewerError } from './teamViewerError';
import { Turns } from './turns';

/** Where every token goes, and nowhere else. Source: the API manual. */
const BASE_URL = 'https://webapi.teamviewer.com/api/v1';

/** Ends a request that hangs: TeamViewer answers a full page within seconds. Milliseconds. */
const LONGEST_REQUEST = 60_000;

/** A retry with less time than this would only be cut off. Milliseconds. */
const SHORTEST_RETRY = 500;

/** The parts of n8n that can send a request with a credential. */
export type Caller = IExecuteFunctions | IPollFunctions | ILoadOptionsFunctions;

interface ClientOptions {
	/** Every request is over by then, and no wait or retry goes beyond it; milliseconds since 1970. */
	deadline?: number;
	/** How many requests are under way at once at the most. */
	mostAtOnce?: number;
}

const TIMED_OUT: Failure = { kind: 'network', code: 'ETIMEDOUT' };

/** What {@link inTime} throws. The clock would not tell: a timer may go off a millisecond before the deadline by the date. */
const OUT_OF_TIME = new Error('The time for the request is over');

type Outcome = { answer: Answer } | { failure: Failure };

/**
 * The only way to TeamViewer: sends one request with the node's credential, repeats it where that is safe, and throws a
 * {@link TeamViewerError} when it fails. n8n refreshes an OAuth2 token after a 401 by itself. Waits and requests end when
 * the execution is stopped.
 */
export class TeamViewerClient {
	/** Shared by everything that is sent through this client. */
	readonly concurrency: Concurrency;

	/** Whose requests share a place in the queue, or simply the queue. */
	private queue: Pick<Concurrency, 'run'>;

	private readonly turns = new Turns();
	private readonly credential: Credential;
	private readonly signal: AbortSignal | undefined;

	constructor(
		private readonly caller: Caller,
		private readonly options: ClientOptions = {},
	) {
		this.concurrency = new Concurrency(options.mostAtOnce);
		this.queue = this.concurrency;
		this.credential = new Credential(caller);
		this.signal =
			'getExecutionCancelSignal' in caller ? caller.getExecutionCancelSignal() : undefined;
	}

	/**
	 * Does a piece of work that takes one place in the queue as long as it lasts: its requests use that place one after the
	 * other, and only those that it sends side by side wait for further ones.
	 */
	async inOnePlace<T>(work: (client: TeamViewerClient) => Promise<T>): Promise<T> {
		return await this.concurrency.run(async () => {
			const client = Object.create(this, {
				queue: { value: new HeldPlace(this.concurrency) },
			}) as TeamViewerClient;
			return await work(client);
		});
	}

	/**
	 * Does several requests about one record as one step: another step about the same record begins when it is over. Steps
	 * go in the order in which they were asked for.
	 *
	 * @param record is the path of the record. IDs come in upper or lower case, and mean the same record.
	 */
	async inTurn<T>(record: string, step: () => Promise<T>): Promise<T> {
		return await this.turns.take(record.toLowerCase(), step);
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
		return (await this.send({ method: 'GET', path, subject, binary: true })) as Buffer;
	}

	/** Creates something. Never sent twice on a doubt. */
	async post<T>(path: string, body: object, subject?: string): Promise<T> {
		return (await this.send({ method: 'POST', path, body, subject })) as T;
	}

	/** Does something that TeamViewer may answer with or without a body; undefined where there is none. */
	async act<T>(
		method: 'POST' | 'PUT' | 'DELETE',
		path: string,
		more: Pick<ApiRequest, 'body' | 'query' | 'subject'> = {},
	): Promise<T | undefined> {
		return (await this.send({ method, path, mayBeEmpty: true, ...more })) as T | undefined;
	}

	/** Asks something that TeamViewer wants in a body instead of a query. */
	async ask<T>(path: string, body: object): Promise<T> {
		return (await this.send({ method: 'POST', path, body, asksOnly: true })) as T;
	}

	/** Changes something; whatever TeamViewer answers is dropped. */
	async put(path: string, body: object, subject?: string): Promise<void> {
		await this.send({ method: 'PUT', path, body, subject });
	}

	/** Deletes something; whatever TeamViewer answers is dropped. */
	async delete(path: string, subject?: string): Promise<void> {
		await this.send({ method: 'DELETE', path, subject });
	}

	/**
	 * What to throw where a list does not hold what was asked for, since TeamViewer has no call for the single record: the
	 * same that TeamViewer's own answer would lead to.
	 */
	notListed(path: string, subject: string): TeamViewerError {
		return new TeamViewerError(
			{ kind: 'http', category: 'not_found' },
			{ method: 'GET', path, subject },
			this.credential.authentication,
		);
	}

	private async send(request: ApiRequest): Promise<unknown> {
		refuseToDeleteCompany(request);
		const tries: Tries = { rateLimit: 0, hiccup: 0 };
		let mayRenew = this.credential.canBeRenewed;
		for (;;) {
			const sentAt = Date.now();
			let { renewals } = this.credential;
			let outcome = await this.attempt(async () => {
				renewals = this.credential.renewals;
				return await this.sendOnce(request);
			});
			if (mayRenew && isExpiredUnseen(outcome)) {
				outcome = await this.attempt(async () => {
					await this.credential.renew(renewals);
					mayRenew = false;
					return await this.sendOnce(request);
				});
			}
			if ('answer' in outcome) {
				return request.binary
					? readBinary(outcome.answer, request)
					: readBody(outcome.answer, request);
			}

			const { failure } = outcome;
			if (isRateLimit(failure)) tries.rateLimit += 1;
			else tries.hiccup += 1;
			const wait = waitBeforeRetry(failure, request, tries, Math.random());
			const lasted = Math.min(Date.now() - sentAt, LONGEST_REQUEST);
			if (wait === undefined || wait + Math.max(lasted, SHORTEST_RETRY) > this.timeLeft()) {
				throw new TeamViewerError(
					conceal(failure, [...(await this.credential.secrets()), ...secretsIn(request.body)]),
					request,
					this.credential.authentication,
				);
			}
			// A stop ends the wait; the next attempt tells that it came.
			await sleep(wait, this.signal).catch(() => undefined);
		}
	}

	/**
	 * Sends when there is a place in the queue. Turns whatever n8n throws, and errors wrapped into a success status, into a
	 * {@link Failure}.
	 */
	private async attempt(task: () => Promise<Answer>): Promise<Outcome> {
		return await this.queue.run(async () => {
			const { refusals } = this.concurrency;
			const outcome = await this.outcomeOf(task);
			if ('answer' in outcome || isAnswered(outcome.failure)) this.concurrency.onSuccess();
			else if (isRateLimit(outcome.failure)) this.concurrency.onRateLimit(refusals);
			return outcome;
		});
	}

	private async outcomeOf(task: () => Promise<Answer>): Promise<Outcome> {
		if (this.signal?.aborted) return { failure: { kind: 'cancelled' } };
		if (this.timeLeft() <= 0) return { failure: TIMED_OUT };
		try {
			const answer = await task();
			return isRefusal(answer.body)
				? { failure: readAnswer(answer.statusCode, answer.body, answer.headers) }
				: { answer };
		} catch (error) {
			if (this.signal?.aborted) return { failure: { kind: 'cancelled' } };
			return { failure: error === OUT_OF_TIME ? TIMED_OUT : readFailure(error) };
		}
	}

	private async sendOnce({ method, path, query, body, binary }: ApiRequest): Promise<Answer> {
		const options: IHttpRequestOptions = {
			method,
			url: BASE_URL + path,
			...(query && { qs: query }),
			...(body && asSent(body)),
			...(binary ? { encoding: 'arraybuffer' as const } : { json: true }),
			returnFullResponse: true,
			// A redirect could carry the token to another host; TeamViewer's API documents none.
			disableFollowRedirect: true,
			timeout: Math.max(1, Math.min(LONGEST_REQUEST, this.timeLeft())),
		};
		const request = (overtime?: AbortSignal) =>
			this.caller.helpers.httpRequestWithAuthentication.call(
				this.caller,
				this.credential.type,
				{ ...options, ...(overtime && { abortSignal: overtime }) },
				decrypted,
			) as Promise<Answer>;
		const decrypted = await this.credential.decrypted();
		return this.options.deadline === undefined
			? await request()
			: await inTime(request, this.timeLeft());
	}

	/** Milliseconds until the deadline. */
	private timeLeft(): number {
		return (this.options.deadline ?? Infinity) - Date.now();
	}
}

/** The body as n8n is to send it. Of an empty one it would send nothing, not even that it is JSON, so that is written out. */
function asSent(body: object): Pick<IHttpRequestOptions, 'body' | 'headers'> {
	return Object.keys(body).length > 0
		? { body: body as IHttpRequestOptions['body'] }
		: { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
}

/**
 * A request's own timeout counts silence only, and n8n may send a request again after it renewed the token: this ends all
 * of it.
 */
async function inTime<T>(
	request: (overtime: AbortSignal) => Promise<T>,
	milliseconds: number,
): Promise<T> {
	const overtime = AbortSignal.timeout(Math.max(1, milliseconds));
	const isOver = new Promise<never>((_, reject) => {
		overtime.addEventListener('abort', () => reject(OUT_OF_TIME), { once: true });
	});
	return await Promise.race([request(overtime), isOver]);
}

/** n8n renews a token by itself after a 401 only. */
function isExpiredUnseen(outcome: Outcome): boolean {
	return 'failure' in outcome && isExpiredToken(outcome.failure) && outcome.failure.status !== 401;
}

/** TeamViewer's newer endpoints can wrap an error into a success status; the event log tells one instead of its list. */
function isRefusal(body: unknown): boolean {
	if (!isRecord(body)) return false;
	const isParsingError =
		Boolean(valueOf(body, 'ParsingError')) && !Array.isArray(valueOf(body, 'AuditEvents'));
	return valueOf(body, 'IsSuccess') === false || isParsingError;
}

/** TeamViewer took the token and judged the request: a refusal of its content says nothing against more requests. */
function isAnswered(failure: Failure): boolean {
	const { kind, status = 0 } = failure;
	return kind === 'http' && status < 500 && status !== 401 && !isRateLimit(failure);
}
