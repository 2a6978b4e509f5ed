import type { Fact, Question } from '../fact';
import { alarms } from './alarms';
import { auditEvents } from './auditEvents';
import { basics } from './basics';
import { company } from './company';
import { connectionReports } from './connectionReports';
import { contacts } from './contacts';
import { deviceGroups } from './deviceGroups';
import { deviceReports } from './deviceReports';
import { devices } from './devices';
import { groups } from './groups';
import { ids } from './ids';
import { keyCase } from './keyCase';
import { managedDevices } from './managedDevices';
import { managers } from './managers';
import { monitoring } from './monitoring';
import { names } from './names';
import { ownThings } from './ownThings';
import { policies } from './policies';
import { quota } from './quota';
import { recordings } from './recordings';
import { roles } from './roles';
import { sessions } from './sessions';
import { sessionWrites } from './sessionWrites';
import { signIn } from './signIn';
import { ssoDomains } from './ssoDomains';
import { userGroups } from './userGroups';
import { users } from './users';

/** Everything that this package relies on, and everything that only an account can answer. */
export const FACTS: ReadonlyArray<Fact | Question> = [
	...basics,
	...signIn,
	...ids,
	...keyCase,
	...names,
	...sessions,
	...sessionWrites,
	...connectionReports,
	...recordings,
	...deviceReports,
	...users,
	...userGroups,
	...roles,
	...groups,
	...contacts,
	...devices,
	...managedDevices,
	...deviceGroups,
	...managers,
	...policies,
	...ssoDomains,
	...company,
	...alarms,
	...monitoring,
	...auditEvents,
	...ownThings,
	...quota,
];
