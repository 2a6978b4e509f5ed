import { DAY, HOUR } from './dates';
import { Refusal } from './errors';
import type { RateLimitDialect } from './faults';

/** Licences with a limit of calls (API manual); Tensor is not in TeamViewer's table. */
export type LicenceName = 'free' | 'business' | 'premium' | 'corporate';

/** Calls of one function with one token, and in which time. */
const LIMITS: Record<LicenceName, { calls: number; period: number }> = {
	free: { calls: 300, period: HOUR },
	business: { calls: 7200, period: DAY },
	premium: { calls: 14_400, period: DAY },
	corporate: { calls: 36_000, period: DAY },
};

/** How often a function was called with a token since its time began. */
export interface CallCount {
	/** As in the request log: `user`, `oauth-1`. */
	tokenId: string;
	/** The function: `GET /reports/connections/:id`. */
	call: string;
	count: number;
	/** Undefined without a licence that limits. */
	limit: number | undefined;
	/** When counting starts anew, in milliseconds. */
	renewsAt: number;
}

interface Counter extends CallCount {
	/** A test said so, whatever was counted. */
	usedUp: boolean;
}

/** Counts calls by function and token, and refuses those above what the licence allows. */
export class Quota {
	/** No limit where undefined. */
	licence: LicenceName | undefined;
	/** How a call too many is refused: only the 403 is documented; the 429 says when to come back. */
	dialect: RateLimitDialect = '403';
	/** Whether a refused call counts too: no source tells. */
	countsRefused = false;
	private readonly counters = new Map<string, Counter>();
	/** Functions that are used up for tokens that have not called them yet, too. */
	private readonly usedUpCalls = new Set<string>();
	/** Until when every function is used up, in milliseconds. */
	private everythingUntil = -Infinity;

	constructor(
		private readonly now: () => number,
		licence?: LicenceName,
	) {
		this.licence = licence;
	}

	/** Counts a call, and throws TeamViewer's refusal where there were too many. */
	take(tokenId: string, method: string, path: string): void {
		const counter = this.counterFor(tokenId, functionOf(method, path));
		const { limit = Infinity, usedUp } = counter;
		const isOwn = usedUp || counter.count >= limit;
		const refused = isOwn || this.now() < this.everythingUntil;
		if (!refused || this.countsRefused) counter.count += 1;
		if (!refused) return;
		const comesBackAt = isOwn ? counter.renewsAt : this.everythingUntil;
		throw tooManyCalls(this.dialect, comesBackAt - this.now());
	}

	/** As if the calls of a function (`GET /sessions`), or of all of them, had been made already, with every token. */
	useUp(call?: string): void {
		if (call === undefined) {
			this.everythingUntil = this.now() + this.period;
			return;
		}
		const tokens = new Set([...this.counters.values()].map(({ tokenId }) => tokenId));
		for (const tokenId of tokens) this.counterFor(tokenId, call).usedUp = true;
		this.usedUpCalls.add(call);
	}

	/** A new day: everything counts from zero. */
	renew(): void {
		this.counters.clear();
		this.usedUpCalls.clear();
		this.everythingUntil = -Infinity;
	}

	/** Every function that was called, most calls first. */
	counts(): CallCount[] {
		return [...this.counters.values()]
			.map(({ tokenId, call, count, renewsAt }) => ({
				...{ tokenId, call, count },
				limit: this.limit,
				renewsAt,
			}))
			.sort((a, b) => b.count - a.count);
	}

	private get limit(): number | undefined {
		return this.licence === undefined ? undefined : LIMITS[this.licence].calls;
	}

	private get period(): number {
		return this.licence === undefined ? DAY : LIMITS[this.licence].period;
	}

	private counterFor(tokenId: string, call: string): Counter {
		const key = `${tokenId} ${call}`;
		const present = this.counters.get(key);
		if (present !== undefined && present.renewsAt > this.now()) {
			present.limit = this.limit;
			return present;
		}
		// Whose time is over begins anew.
		if (present !== undefined) this.usedUpCalls.delete(call);
		const fresh: Counter = {
			tokenId,
			call,
			count: 0,
			limit: this.limit,
			renewsAt: this.now() + this.period,
			usedUp: this.usedUpCalls.has(call),
		};
		this.counters.set(key, fresh);
		return fresh;
	}
}

/** One function of the API, whichever record it is called for. */
export function functionOf(method: string, path: string): string {
	const parts = path
		.replace(/^\/api\/v1/i, '')
		.replace(/\/$/, '')
		.split('/');
	return `${method} ${parts.map((part) => (/\d/.test(part) ? ':id' : part.toLowerCase())).join('/')}`;
}

function tooManyCalls(dialect: RateLimitDialect, comesBackIn: number): Refusal {
	return new Refusal(
		dialect === '429' ? 429 : 403,
		'rate_limit_reached',
		'There were too many calls to a single function with the same access token.',
		dialect === '429' ? { 'Retry-After': String(Math.ceil(comesBackIn / 1000)) } : {},
	);
}
