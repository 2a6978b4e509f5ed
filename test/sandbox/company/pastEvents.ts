import { DAY } from '../dates';
import type { Random } from '../random';
import { eventOf, type Deed } from './AuditTrail';
import { atWork, type People } from './people';
import type { AuditEvent } from './types';

type Draft = Pick<Deed, 'name' | 'type' | 'details'> & { affected: string | undefined };

/** `count` entries of the event log over the `days` before `now` (ms), newest first; names in words, as live answers. */
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
			const deed = draft(random, people);
			const { name, email } = random.pick(atWork(people));
			return eventOf(
				{ ...deed, affected: deed.affected ?? '', author: { name, email } },
				now - age,
			);
		});
}

function draft(random: Random, people: People): Draft {
	const user = random.pick(people.users);
	const group = random.pick(people.groups);
	const device = random.pick(people.devices);
	const session = (name: string): Draft => ({
		name,
		type: 'Session',
		affected: device.alias,
		details: [
			{ property: 'DeviceId', after: String(device.teamviewer_id) },
			{ property: 'RCSessionGuid', after: sessionGuid(Number(device.teamviewer_id)) },
		],
	});
	return random.pick<() => Draft>([
		() => session('Started session'),
		() => session('Ended session'),
		() => ({
			name: 'Edit user permissions',
			type: 'User profile',
			affected: user.email,
			details: [{ property: 'Permissions', before: 'ViewOwnConnections', after: user.permissions }],
		}),
		() => ({
			name: 'Group shared',
			type: 'Group management',
			affected: group.name,
			details: [{ property: 'SharedWith', after: user.email }],
		}),
		() => ({ name: 'Script token added', type: 'User profile', affected: 'Reporting' }),
		() => ({ name: 'User created', type: 'Company administration', affected: user.email }),
	])();
}

/** A GUID that connections to one device have in common. */
function sessionGuid(teamViewerId: number): string {
	return `5e551000-0000-4000-8000-${String(teamViewerId).padStart(12, '0')}`;
}
