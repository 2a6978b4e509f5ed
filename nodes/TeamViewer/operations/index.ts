import type { Resource } from '../execution/operation';
import { account } from './account';
import { alarm } from './alarm';
import { auditEvent } from './auditEvent';
import { company } from './company';
import { connectionReport } from './connectionReport';
import { contact } from './contact';
import { device } from './device';
import { deviceGroup } from './deviceGroup';
import { deviceReport } from './deviceReport';
import { group } from './group';
import { managedDevice } from './managedDevice';
import { monitoredDevice } from './monitoredDevice';
import { policy } from './policy';
import { role } from './role';
import { manager } from './manager';
import { session } from './session';
import { ssoDomain } from './ssoDomain';
import { user } from './user';
import { userGroup } from './userGroup';

/** Everything a user can do: the node's description is built from this table, and its runs are found in it. */
export const RESOURCES: Record<string, Resource> = {
	account,
	alarm,
	auditEvent,
	company,
	connectionReport,
	contact,
	device,
	deviceGroup,
	deviceReport,
	group,
	managedDevice,
	monitoredDevice,
	policy,
	role,
	manager,
	session,
	ssoDomain,
	user,
	userGroup,
};
