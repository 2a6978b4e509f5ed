import type { SessionQuery } from '../../teamviewer/sessions';
import type { Added } from '../collection';
import { groupLocator } from '../locators/group';
import { watchedAssigneeLocator } from '../locators/user';

/** What sessions can be filtered by, in the list as in the trigger. */
export const SESSION_FILTERS = {
	assignedUser: watchedAssigneeLocator({
		displayName: 'Assigned User',
		description: 'Only sessions that are assigned to this user',
	}),
	group: groupLocator({ displayName: 'Group', description: 'Only sessions of this group' }),
};

/** The filters as TeamViewer takes them. */
export function toSessionQuery({
	assignedUser,
	group,
}: Added<typeof SESSION_FILTERS>): Pick<SessionQuery, 'assigned_userid' | 'groupid'> {
	return { assigned_userid: assignedUser, groupid: group };
}
