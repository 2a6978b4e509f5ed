import type { Resource } from '../execution/operation';
import { account } from './account';
import { auditEvent } from './auditEvent';
import { company } from './company';
import { connectionReport } from './connectionReport';
import { contact } from './contact';
import { device } from './device';
import { deviceReport } from './deviceReport';
import { group } from './group';
import { managedDevice } from './managedDevice';
import { session } from './session';
import { ssoDomain } from './ssoDomain';
import { user } from './user';

/** Everything a user can do: the node's description is built from this table, and its runs are found in it. */
export const RESOURCES: Record<string, Resource> = {
	account,
	auditEvent,
	company,
	connectionReport,
	contact,
	device,
	deviceReport,
	group,
	managedDevice,
	session,
	ssoDomain,
	user,
};
