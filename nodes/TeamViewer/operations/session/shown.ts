import { simplifySession } from '../../teamviewer/simplify/session';
import type { Session } from '../../teamviewer/types';

/** A session as the user wants to see it. */
export function shown(session: Session, simplify: boolean): object {
	return simplify ? simplifySession(session) : session;
}
