import type { RecordedRequest } from './requestLog';

/** Marks an answer that a transport has to turn into a torn connection. */
export const FAULT_HEADER = 'x-sandbox-fault';

/** Whether this answer stands for a connection that broke: transports reset their socket instead of sending it. */
export function isDropped(response: Response): boolean {
	return response.headers.get(FAULT_HEADER) === 'drop';
}

/** Which requests a fault is for; what is left out matches everything. */
export interface FaultMatcher {
	method?: string;
	host?: string;
	/** Matched against the path without its query. */
	path?: RegExp | string;
	where?: (request: RecordedRequest) => boolean;
}

/** What goes wrong, for which requests, and how often. */
export interface Fault extends FaultMatcher {
	/** Shows in the request log; made from the outcome where left out. */
	name?: string;
	/** How many matching requests are hit; 1 where left out, Infinity for every one. */
	times?: number;
	/** How many matching requests pass unharmed first. */
	after?: number;
	/** Milliseconds before the request is looked at; without an outcome the request is then served as ever. */
	delayMs?: number;
	/** Carry the request out and lose only the answer: what a create must not be repeated after. */
	afterHandling?: boolean;
	/** The outcome: an answer of one's own … */
	status?: number;
	/** An object is sent as JSON, text as it is. */
	body?: unknown;
	headers?: Record<string, string>;
	/** … or a torn connection … */
	drop?: boolean;
	/** … or TeamViewer's answer, cut in the middle. */
	malformed?: boolean;
}

interface Pending extends Fault {
	left: number;
	toPass: number;
}

/** How TeamViewer says that there were too many calls; only the 403 is documented (API manual). */
export type RateLimitDialect = '403' | '429';

/** The sandbox's weather: what is going wrong just now. */
export class Faults {
	/** Milliseconds every answer takes longer. */
	latencyMs = 0;
	private pending: Pending[] = [];

	/** Adds a fault; of several that match, the one added first hits. */
	add(fault: Fault): void {
		this.pending.push({ ...fault, left: fault.times ?? 1, toPass: fault.after ?? 0 });
	}

	/** The next `count` matching requests fail with this. */
	failNext(count: number, fault: Omit<Fault, 'times'>): void {
		this.add({ ...fault, times: count });
	}

	/** Every matching request fails with this, until `clear`. */
	failEvery(fault: Omit<Fault, 'times'>): void {
		this.add({ ...fault, times: Infinity });
	}

	/** Too many calls; `retryAfter` in seconds goes into `Retry-After`, which the 429 has by default. */
	rateLimit(
		options: FaultMatcher & {
			dialect?: RateLimitDialect;
			retryAfter?: number;
			times?: number;
			after?: number;
		} = {},
	): void {
		const { dialect = '403', retryAfter = dialect === '429' ? 1 : undefined, ...rest } = options;
		this.add({
			name: `rate limit ${dialect}`,
			status: Number(dialect),
			headers: retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) },
			body: {
				error: 'rate_limit_reached',
				error_description:
					'There were too many calls to a single function with the same access token.',
				error_code: 5,
			},
			...rest,
		});
	}

	/** The account's licence lacks the feature: seen as a 404 and as a 500 in live integrations. */
	licenceMissing(options: FaultMatcher & { status?: 404 | 500; times?: number } = {}): void {
		const { status = 404, times = Infinity, ...matcher } = options;
		this.add({
			name: 'licence missing',
			status,
			body:
				status === 404
					? {
							IsSuccess: false,
							Error: { Message: 'Not found', ExceptionName: 'NotFoundException' },
						}
					: {
							error: 'internal_error',
							error_description: 'An internal error occurred.',
							error_code: 9,
							error_signature: '0f6a2e3b-51ce-4a86-8a7c-9a3c3e8f2d10',
						},
			times,
			...matcher,
		});
	}

	/**
	 * As many sessions run at once as the licence allows: a 400 that speaks of license limitations (API manual), bare text
	 * as the live service sends it.
	 */
	sessionLimit(options: { times?: number } = {}): void {
		this.add({
			name: 'session limit',
			method: 'POST',
			path: /\/sessions$/,
			status: 400,
			headers: { 'Content-Type': 'text/plain' },
			body: 'The session could not be created due to license limitations: too many concurrent sessions.',
			...options,
		});
	}

	/** Back to fair weather. */
	clear(): void {
		this.pending = [];
		this.latencyMs = 0;
	}

	/** The fault that hits this request, if any; it counts as used. */
	strike(request: RecordedRequest): Fault | undefined {
		for (const fault of this.pending) {
			if (!matches(fault, request)) continue;
			if (fault.toPass > 0) {
				fault.toPass -= 1;
				continue;
			}
			fault.left -= 1;
			if (fault.left <= 0) this.pending = this.pending.filter((other) => other !== fault);
			return fault;
		}
		return undefined;
	}
}

/** The answer of a fault, or undefined where TeamViewer's own is to be given. */
export function faultyAnswer(fault: Fault): Response | undefined {
	if (fault.drop) return new Response(null, { status: 502, headers: { [FAULT_HEADER]: 'drop' } });
	if (fault.status === undefined) return undefined;
	const isText = typeof fault.body === 'string';
	const hasBody = fault.body !== undefined;
	return new Response(hasBody ? (isText ? String(fault.body) : JSON.stringify(fault.body)) : null, {
		status: fault.status,
		headers: {
			...(hasBody ? { 'Content-Type': isText ? 'text/html' : 'application/json' } : {}),
			...fault.headers,
		},
	});
}

/** The first half of an answer, under the headers of the whole. */
export async function cutInHalf(response: Response): Promise<Response> {
	const whole = await response.text();
	const headers = new Headers(response.headers);
	headers.delete('Content-Length');
	return new Response(whole.slice(0, Math.floor(whole.length / 2)), {
		status: response.status,
		headers,
	});
}

/** How the log calls a fault. */
export function nameOf(fault: Fault): string {
	if (fault.name !== undefined) return fault.name;
	if (fault.drop) return 'drop';
	if (fault.malformed) return 'malformed';
	return fault.status === undefined ? 'delay' : `status ${fault.status}`;
}

function matches(matcher: FaultMatcher, request: RecordedRequest): boolean {
	if (matcher.method !== undefined && matcher.method.toUpperCase() !== request.method) return false;
	if (matcher.host !== undefined && matcher.host !== request.host) return false;
	if (typeof matcher.path === 'string' && matcher.path !== request.path) return false;
	if (matcher.path instanceof RegExp && request.path.search(matcher.path) < 0) return false;
	return matcher.where?.(request) ?? true;
}
