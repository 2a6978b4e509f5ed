import type { Group } from './types';

/** One user that a group is shared with. */
export interface Share {
	userid: string;
	name: string;
	permissions: string;
	/** Whether that user has still to accept. */
	pending: boolean;
}

/** A group of Computers & Contacts as the company holds it; what a user sees of it depends on who looks. */
export interface StoredGroup {
	id: string;
	name: string;
	owner: { userid: string; name: string };
	shares: Share[];
	policy_id?: string;
}

/** The group as this user sees it: with whom it is shared, or whose it is; undefined for a stranger. */
export function seenBy(userId: string, group: StoredGroup): Group | undefined {
	const { id, name, owner, shares, policy_id } = group;
	const policy = policy_id === undefined ? {} : { policy_id };
	if (owner.userid === userId) {
		const shared =
			shares.length === 0 ? {} : { shared_with: shares.map((share) => ({ ...share })) };
		return { id, name, permissions: 'owned', ...shared, ...policy };
	}
	const share = shares.find(({ userid }) => userid === userId);
	if (share === undefined) return undefined;
	return { id, name, owner: { ...owner }, permissions: share.permissions, ...policy };
}
