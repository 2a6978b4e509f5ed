import type { Page } from '../../teamviewer/pages';
import { UnexpectedAnswer } from '../../teamviewer/teamViewerError';
import { form, isText, optional } from './form';
import { pack, unpack } from './sessionCodes';

/**
 * Who is in a list that may be longer than one poll can read: it is read a page a poll, round and round, and whoever was
 * not met in a whole round has left. Codes are packed short codes.
 */
export interface Roster {
	/** Where the round goes on; missing at its beginning. */
	offset?: string;
	/** Where a page made no sense, so that the round began anew; a second time there is an error. */
	odd?: string;
	/** Members that this round still has to meet. */
	unseen: string;
	/** Members that this round has met. */
	seen: string;
}

/** Nobody, at the beginning of a round. */
export const EMPTY_ROSTER: Roster = { unseen: '', seen: '' };

/** Everybody on a roster. */
export function members({ unseen, seen }: Roster): Set<string> {
	return new Set([...unpack(unseen), ...unpack(seen)]);
}

/** Meets these codes; those that are not yet members become so. */
export function meet(roster: Roster, codes: Iterable<string>): Roster {
	const unseen = unpack(roster.unseen);
	const seen = unpack(roster.seen);
	for (const code of codes) {
		unseen.delete(code);
		seen.add(code);
	}
	return { ...roster, unseen: pack(unseen), seen: pack(seen) };
}

/** Takes these codes out. */
export function release(roster: Roster, codes: Iterable<string>): Roster {
	const unseen = unpack(roster.unseen);
	const seen = unpack(roster.seen);
	for (const code of codes) {
		unseen.delete(code);
		seen.delete(code);
	}
	return { ...roster, unseen: pack(unseen), seen: pack(seen) };
}

/**
 * Goes on after a page.
 *
 * @param next how the next page is asked for; undefined at the end of the list, where the round is complete.
 * @returns the roster, and the members that have left it.
 */
export function turn(roster: Roster, next: string | undefined): { roster: Roster; left: string[] } {
	if (next !== undefined) return { roster: { ...roster, offset: next }, left: [] };
	return { roster: { unseen: roster.seen, seen: '' }, left: [...unpack(roster.unseen)] };
}

/**
 * Reads the next page of a round. Where that fails, the session that the round came to may be gone: the round begins anew,
 * with everybody still to be met. Otherwise that request fails too.
 *
 * @param anew where a new round begins, if not at the top of the list.
 * @throws {UnexpectedAnswer} where a page made no sense for the second time.
 */
export async function readNextPage<T>(
	roster: Roster,
	read: (offset?: string) => Promise<Page<T>>,
	anew?: string,
): Promise<{ page: Page<T>; roster: Roster }> {
	return await read(roster.offset ?? anew).then(
		(page) => ({ page, roster }),
		async (error: unknown) => {
			if (error instanceof UnexpectedAnswer && roster.offset === roster.odd) throw error;
			const restarted = { unseen: pack(members(roster)), seen: '', odd: roster.offset };
			return { page: await read(anew), roster: restarted };
		},
	);
}

/** Whether a saved value is a roster. */
export const isRoster = form<Roster>({
	offset: optional(isText),
	odd: optional(isText),
	unseen: isText,
	seen: isText,
});
