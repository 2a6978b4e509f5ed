import type { TriggerEvent } from '../event';
import { alarmRaised } from './alarmRaised';
import { auditEventCreated } from './auditEventCreated';
import { connectionReportCreated } from './connectionReportCreated';
import { managedDeviceAdded } from './managedDeviceAdded';
import { managedDeviceOffline } from './managedDeviceOffline';
import { managedDeviceOnline } from './managedDeviceOnline';
import { sessionClosed } from './sessionClosed';
import { sessionCreated } from './sessionCreated';
import { sessionOnline } from './sessionOnline';
import { userAdded } from './userAdded';

/** What a workflow can be started by. To add an event, write its file and add a line here. */
export const EVENTS: Readonly<Record<string, TriggerEvent>> = {
	alarmRaised,
	auditEventCreated,
	connectionReportCreated,
	managedDeviceAdded,
	managedDeviceOffline,
	managedDeviceOnline,
	sessionClosed,
	sessionCreated,
	sessionOnline,
	userAdded,
};
