import type { Resource } from '../execution/operation';
import { account } from './account';
import { auditEvent } from './auditEvent';
import { connectionReport } from './connectionReport';
import { contact } from './contact';
import { device } from './device';
import { deviceGroup } from './deviceGroup';
import { deviceReport } from './deviceReport';
import { group } from './group';
import { managedDevice } from './managedDevice';
import { manager } from './manager';
import { session } from './session';
import { user } from './user';

/** Everything a user can do: the node's description is built from this table, and its runs are found in it. */
export const RESOURCES: Record<string, Resource> = {
	account,
	auditEvent,
	connectionReport,
	contact,
	device,
	deviceGroup,
	deviceReport,
	group,
	managedDevice,
	manager,
	session,
	user,
};
