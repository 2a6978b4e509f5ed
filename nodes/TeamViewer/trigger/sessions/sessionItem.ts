import type { IDataObject } from 'n8n-workflow';

import { simplifySession } from '../../teamviewer/simplify/session';
import type { Session } from '../../teamviewer/types';
import type { SessionOptions } from './sessionWorld';

/** How many samples a manual test shows. */
const SAMPLES = 10;

/** A session as the user wants to see it. */
export function sessionItem(session: Session, { simplify }: SessionOptions): IDataObject {
	return (simplify ? simplifySession(session) : session) as IDataObject;
}

/** The newest of a list that is sorted newest first, as a poll would emit them: oldest first. */
export function latest(sessions: Session[]): Session[] {
	return sessions.slice(0, SAMPLES).reverse();
}
