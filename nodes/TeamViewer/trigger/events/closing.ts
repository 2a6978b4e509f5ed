import { fromTeamViewerDate } from '../../teamviewer/dates';
import { isClosed } from '../../teamviewer/sessions';
import type { Session } from '../../teamviewer/types';
import type { FeedState } from '../engine/feed/feedState';
import { SeenIds } from '../engine/seenIds';
import { shortCode } from '../engine/sessionCodes';
import { madeAt } from './sessions';

/** Closing a session that was reopened is an event of its own. */
export function identify({ code, closed_at }: Pick<Session, 'code' | 'closed_at'>): string {
	return `${shortCode(code)} ${closed_at ?? ''}`;
}

/** The list may be ahead of the session: one that it dropped while its code is valid is awaited for another round. */
export function isStillOpen(session: Session, now: number): boolean {
	return !isClosed(session) && (fromTeamViewerDate(session.valid_until) ?? now) > now;
}

/** An open session that is remembered as closed was reopened. Only where TeamViewer says when, two closings differ. */
export function reopened(closed: FeedState, open: Session[]): FeedState {
	const seen = new SeenIds(closed.seen);
	for (const { code } of open) seen.forget(identify({ code }));
	return { ...closed, seen: seen.save(closed.floor) };
}

/** When a session was closed, or made where that is not told; milliseconds since 1970. */
export function closedAt(session: Session): number {
	return fromTeamViewerDate(session.closed_at) ?? madeAt(session) ?? 0;
}
