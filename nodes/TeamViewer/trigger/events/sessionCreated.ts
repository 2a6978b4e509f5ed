import type { Session } from '../../teamviewer/types';
import { FeedEngine } from '../engine/feed/feedEngine';
import { CLOCK_SLACK } from '../engine/feed/scans';
import { shortCode } from '../engine/sessionCodes';
import { madeAt, SESSION_WINDOW, sessionEvent, sessionItem } from './sessions';

/** An idle poll takes no more requests. */
const IDLE_PAGES = 2;

/**
 * Sessions when they are made. Open ones are looked at in every poll that works off no backlog; closed ones too while they
 * are few, otherwise now and then: that finds those made and closed between two polls.
 */
export const sessionCreated = sessionEvent(
	'Session Created',
	'When a support session is made, with its code and links',
	(sessions, means) =>
		new FeedEngine<Session>(
			{
				page: async (_range, offset) => await sessions.page('open,closed', offset),
				quickPage: async (_range, offset) => await sessions.page('open', offset),
				id: ({ code }) => shortCode(code),
				order: madeAt,
				item: (session) => sessionItem(session, sessions.simplify),
				window: SESSION_WINDOW + CLOCK_SLACK,
				reach: 0,
				takesRange: false,
				idlePages: IDLE_PAGES,
				emptyMessage: 'There is no session to show',
				emptyRemedy: 'Create a session in TeamViewer, or change the filters.',
			},
			means,
		),
);
