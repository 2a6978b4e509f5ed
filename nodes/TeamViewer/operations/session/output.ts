import type { IDataObject } from 'n8n-workflow';

import { recordWith } from '../../teamviewer/answer';
import { getSession } from '../../teamviewer/sessions';
import type { Session } from '../../teamviewer/types';
import type { Item } from '../item';
import type { Output } from '../operation';
import { readBack } from '../readBack';
import { simplifySession } from './simplify';

/** A session as the user wants to see it. @throws {UnexpectedAnswer} when it is none. */
export function sessionOutput(item: Item, session: Session): Output {
	recordWith(session, 'session', 'code');
	return { json: item.simplify ? simplifySession(session) : (session as unknown as IDataObject) };
}

/**
 * A session as TeamViewer holds it after a change.
 *
 * @param done is what was made, as a sentence without its full stop: `The session was closed`.
 */
export async function changedSession(item: Item, code: string, done: string): Promise<Output> {
	return sessionOutput(item, await readBack(done, getSession(item.client, code)));
}
