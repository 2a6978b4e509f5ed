import { isFeedState, type FeedState } from './feedState';

/** What version 0.1.0 saved, for reports under the first names and for sessions under the second. */
interface Old {
	horizon: unknown;
	memory: unknown;
	newestEnd?: unknown;
	askedFrom?: unknown;
	wholeLook?: unknown;
	muted?: unknown;
	pass?: { unread?: { offset?: unknown } };
	look?: { at?: unknown; sessions?: unknown };
	unfinished?: unknown;
}

/** A saved value as the state of a feed, also one that version 0.1.0 saved; undefined for anything else. */
export function readFeedState(value: unknown): FeedState | undefined {
	const state = isOld(value) ? renamed(value) : value;
	return isFeedState(state) ? state : undefined;
}

function renamed(old: Old): unknown {
	const { horizon: floor, memory: seen } = old;
	if (old.look) {
		// A look that was not finished begins anew: what it emitted is remembered.
		const at = old.unfinished === undefined ? old.look.at : 0;
		return {
			...{ floor, seen, newest: floor, askedFrom: floor, suppressed: [] },
			fullScan: { at, records: old.look.sessions },
		};
	}
	const { newestEnd: newest, askedFrom, wholeLook: fullScan, muted: suppressed } = old;
	const backlog = old.pass && { ...old.pass, unread: undefined };
	return { floor, seen, newest, askedFrom, fullScan, suppressed, ...(backlog && { backlog }) };
}

function isOld(value: unknown): value is Old {
	return typeof value === 'object' && value !== null && 'horizon' in value && 'memory' in value;
}
