import type { TriggerEvent } from '../event';
import { connectionReportCreated } from './connectionReportCreated';
import { sessionClosed } from './sessionClosed';
import { sessionCreated } from './sessionCreated';
import { sessionOnline } from './sessionOnline';

/** What a workflow can be started by. To add an event, write its file and add a line here. */
export const EVENTS: Readonly<Record<string, TriggerEvent>> = {
	connectionReportCreated,
	sessionClosed,
	sessionCreated,
	sessionOnline,
};
