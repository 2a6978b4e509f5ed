import type { Session } from '../../teamviewer/types';
import type { Means } from '../engine/engine';
import { keyOf } from '../engine/seenIds';
import { fullCode, shortCode } from '../engine/sessionCodes';
import type { Sessions } from './sessions';

/** So many sessions a poll looks up: where a batch of them expires together, the others follow at the next polls. */
const MOST_LOOK_UPS = 30;

/** After so many look-ups that failed, a poll leaves the others to the next. */
const MOST_FAILURES = 2;

/** What looking sessions up one by one came to. */
export interface LookedUp {
	/** By short code; undefined for one that is not there any more, or not for this trigger. */
	sessions: Map<string, Session | undefined>;
	/** Why the first that failed did. */
	failure?: unknown;
}

/**
 * Looks up as many of these sessions as one poll may. In another order at every poll, so that those whose look-ups always
 * fail hold none up, also where nothing could be saved because the poll failed.
 *
 * @param first are looked up before the others.
 * @param room for so many sessions.
 */
export async function lookUp(
	{ find }: Sessions,
	{ budget, now }: Means,
	first: Iterable<string>,
	others: Iterable<string>,
	room: number,
): Promise<LookedUp> {
	const result: LookedUp = { sessions: new Map() };
	let failures = 0;
	const codes = new Set([...shuffled(first, now()), ...shuffled(others, now())]);
	for (const code of [...codes].slice(0, Math.min(room, MOST_LOOK_UPS))) {
		if (failures >= MOST_FAILURES || !budget.allowsRequest) break;
		try {
			const session = await budget.spend(async () => await find(fullCode(code)));
			result.sessions.set(code, session);
		} catch (error) {
			result.failure ??= error;
			failures += 1;
		}
	}
	return result;
}

/** An order that depends on nothing but the codes and the moment. */
function shuffled(codes: Iterable<string>, moment: number): string[] {
	return [...codes]
		.map((code) => ({ code, place: keyOf(`${code} ${moment}`) }))
		.sort((one, other) => (one.place < other.place ? -1 : 1))
		.map(({ code }) => code);
}

/** True at half of all moments, whatever their distance. */
export function tossCoin(moment: number): boolean {
	return keyOf(String(moment)).charCodeAt(0) % 2 === 0;
}

/** Codes of these sessions, short. */
export function codesOf(sessions: Session[]): string[] {
	return sessions.map(({ code }) => shortCode(code));
}
