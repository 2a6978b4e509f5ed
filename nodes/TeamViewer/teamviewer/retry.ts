import { isRateLimit, type Failure } from './failure';
import { isRead, type ApiRequest } from './request';

/** Waits before the second and the third try, in milliseconds, while TeamViewer says that there are too many calls. */
const RATE_LIMIT_WAITS = [1_000, 2_000];

/** The same while TeamViewer or the way to it has a hiccup. */
const HICCUP_WAITS = [400, 800, 1_600];

/** A `Retry-After` beyond this is the user's to decide about, not a node's to sit out. */
const LONGEST_WAIT = 60_000;

/** So often a request is sent at the most, whatever it meets. */
const MOST_TRIES = 4;

/** How often one request was refused so far. */
export interface Tries {
	rateLimit: number;
	hiccup: number;
}

/**
 * How long to wait before a request may be sent again, in milliseconds; undefined when it must not be.
 *
 * Only what is safe is repeated: a refusal for the rate limit proves that nothing was done, so it fits every method. After
 * a 5xx or a broken connection nobody knows whether a write was carried out, so only reads are repeated.
 *
 * @param tries counts this failure too.
 * @param jitter 0 to 1, spreads the waits of nodes that were refused together.
 */
export function waitBeforeRetry(
	failure: Failure,
	request: ApiRequest,
	tries: Tries,
	jitter: number,
): number | undefined {
	if (tries.rateLimit + tries.hiccup >= MOST_TRIES) return undefined;
	if (isRateLimit(failure)) {
		const wait = stretched(RATE_LIMIT_WAITS[tries.rateLimit - 1], jitter);
		if (wait === undefined || failure.retryAfterMs === undefined) return wait;
		return failure.retryAfterMs <= LONGEST_WAIT
			? Math.max(failure.retryAfterMs, Math.min(wait, 1_000))
			: undefined;
	}
	return isHiccup(failure) && isRead(request)
		? stretched(HICCUP_WAITS[tries.hiccup - 1], jitter)
		: undefined;
}

/** What may be over in a second: no answer, or one that says that TeamViewer has a problem. */
function isHiccup({ kind, status = 0 }: Failure): boolean {
	return kind === 'network' || (kind === 'http' && status >= 500);
}

/** Adds up to a quarter, so that what was refused together does not come back together. */
function stretched(wait: number | undefined, jitter: number): number | undefined {
	return wait === undefined ? undefined : Math.round(wait * (1 + jitter / 4));
}
