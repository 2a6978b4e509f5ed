import { DAY, writeDate } from '../dates';
import type { Random } from '../random';
import type { People } from './people';
import type { AuditEvent } from './types';

type Draft = Pick<AuditEvent, 'AffectedItem' | 'EventDetails'> & { name: string; type: string };

/**
 * `count` entries of the event log over the `days` before `now` (ms), newest first. The names of fields, events and
 * types are those that TeamViewer's PowerShell module reads and offers.
 */
export function writePastEvents(
	random: Random,
	people: People,
	now: number,
	count: number,
	days: number,
): AuditEvent[] {
	return Array.from({ length: count }, () => Math.floor(random.next() * days * DAY))
		.sort((a, b) => a - b)
		.map((age) => {
			const { name, type, ...rest } = draft(random, people);
			return {
				EventName: name,
				EventType: type,
				Timestamp: writeDate(now - age),
				Author: random.pick(people.users).email,
				...rest,
			};
		});
}

function draft(random: Random, people: People): Draft {
	const user = random.pick(people.users);
	const group = random.pick(people.groups);
	const device = random.pick(people.devices);
	return random.pick<() => Draft>([
		() => ({
			name: 'StartedSession',
			type: 'Session',
			AffectedItem: device.alias,
			EventDetails: [{ PropertyName: 'DeviceId', NewValue: String(device.teamviewer_id) }],
		}),
		() => ({ name: 'EndedSession', type: 'Session', AffectedItem: device.alias, EventDetails: [] }),
		() => ({
			name: 'EditUserPermissions',
			type: 'UserProfile',
			AffectedItem: user.email,
			EventDetails: [
				{ PropertyName: 'Permissions', OldValue: 'ViewOwnConnections', NewValue: user.permissions },
			],
		}),
		() => ({
			name: 'GroupShared',
			type: 'GroupManagement',
			AffectedItem: group.name,
			EventDetails: [{ PropertyName: 'SharedWith', OldValue: '', NewValue: user.email }],
		}),
		() => ({
			name: 'ScriptTokenAdded',
			type: 'UserProfile',
			AffectedItem: 'Reporting',
			EventDetails: [],
		}),
		() => ({ name: 'UserCreated', type: 'CompanyAdministration', AffectedItem: user.email }),
	])();
}
