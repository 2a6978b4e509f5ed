import { seenBy } from '../company/storedGroup';
import { invalidRequest } from '../errors';
import { missingPermission } from './authorization';
import type { Service } from './service';

/** Where a new entry is to go: one of the two is needed, and both have to mean one group (API manual). */
interface GroupChoice {
	groupid?: string;
	groupname?: string;
}

/** The id of the group that a user's new entry goes into; a group of an unknown name is made. */
export function groupForEntry(
	service: Service,
	{ groupid, groupname }: GroupChoice,
	userId: string,
): string {
	if (groupid === undefined && groupname === undefined) {
		throw invalidRequest("Parameter 'groupid' or 'groupname' is missing.");
	}
	const { company } = service;
	if (groupid === undefined) return company.groupNamed(groupname ?? '', userId).id;
	const group = company.storedGroups.find(({ id }) => id === groupid);
	if (group === undefined) {
		throw invalidRequest("Parameter 'groupid' is invalid: there is no such group.");
	}
	if (groupname !== undefined && group.name !== groupname) {
		throw invalidRequest(
			"Parameters 'groupid' and 'groupname' were both given and mean different groups.",
		);
	}
	if (seenBy(userId, group)?.permissions === 'read') throw missingPermission(service);
	return groupid;
}
