import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import type { Page } from '../../../../nodes/TeamViewer/teamviewer/pages';
import { world } from './world';

/** What happens to one of a poll's requests. */
export interface Fault {
	/** The nth request of the poll. */
	at: number;
	/** It is refused; TeamViewer has a hiccup; it is never answered. */
	kind: 'refused' | 'hiccup' | 'hangs';
}

/** What TeamViewer has under an address; throws {@link Refusal} for what it does not understand. */
export type Answers = (path: string, query: Record<string, string>, body: IDataObject) => object;

/** TeamViewer says no. */
export class Refusal extends Error {
	constructor(readonly status: number) {
		super(`TeamViewer refuses with ${status}`);
	}
}

/** The line from one poll to TeamViewer, as n8n's request helper sees it. */
export class Line {
	private requests = 0;

	constructor(
		private readonly answers: Answers,
		/** How long a request takes; milliseconds. */
		private readonly latency: number,
		private readonly fault?: Fault,
	) {}

	async send({
		url,
		qs = {},
		body = {},
		timeout = Infinity,
	}: IHttpRequestOptions): Promise<object> {
		this.requests += 1;
		const path = url.replace('https://webapi.teamviewer.com/api/v1', '');
		const fault = this.requests === this.fault?.at ? faultOf(this.fault, path) : undefined;
		// Two polls at once take turns here.
		await Promise.resolve();
		if (fault === 'hangs' || this.latency > timeout) {
			world.time += timeout;
			throw Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' });
		}
		const query = JSON.parse(JSON.stringify(qs)) as Record<string, string>;
		const answer = this.answer(path, query, body as IDataObject);
		world.time += this.latency;
		if (fault === 'hiccup') throw httpError(503, 'internal_error');
		if (fault === 'refused' || answer instanceof Refusal) {
			const status = answer instanceof Refusal ? answer.status : 400;
			throw httpError(status, status === 404 ? 'not_found' : 'invalid_request');
		}
		return { body: answer, statusCode: 200, headers: {} };
	}

	private answer(path: string, query: Record<string, string>, body: IDataObject): object {
		try {
			return this.answers(path, query, body);
		} catch (error) {
			if (error instanceof Refusal) return error;
			throw error instanceof Error ? error : new Error(String(error));
		}
	}
}

/** To refuse a single session is how TeamViewer says that it does not know it: it does not say so once and then no more. */
function faultOf({ kind }: Fault, path: string): Fault['kind'] {
	return kind === 'refused' && /^\/sessions\/./.test(path) ? 'hiccup' : kind;
}

/** A page as TeamViewer's JSON. */
export function asJson(key: string, { records, next, remaining }: Page<object>): IDataObject {
	return {
		[key]: records as IDataObject[],
		...(next !== undefined && { next_offset: next }),
		...(remaining !== undefined && { [`${key}_remaining`]: remaining }),
	};
}

function httpError(status: number, error: string): Error {
	return Object.assign(new Error(`status ${status}`), { response: { status, data: { error } } });
}
