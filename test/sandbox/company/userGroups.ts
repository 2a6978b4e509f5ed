import type { Random } from '../random';
import { accountNumber } from './ids';
import { USER_GROUPS } from './names';
import type { User } from './types';

/** A group of users (not of devices): what the console calls a user group. */
export interface UserGroup {
	/** An int64 without a letter. */
	id: number;
	name: string;
	/** 1 by the API, 2 in the console, 3 by SCIM. */
	creationSourceType: 1 | 2 | 3;
	/** Account numbers, without the letter that user ids carry. */
	members: number[];
}

/** Every colleague but the first, who owns the company, is in one or two teams. */
export function formUserGroups(random: Random, users: User[]): UserGroup[] {
	const names = USER_GROUPS.slice(0, users.length > 3 ? USER_GROUPS.length : 1);
	return names.map((name, index) => ({
		id: random.whole(1_000_000, 1_999_999),
		name,
		creationSourceType: index === 0 ? 3 : 2,
		members: users
			.slice(1)
			.filter((_, place) => place % names.length === index || random.chance(0.2))
			.map(({ id }) => accountNumber(id)),
	}));
}
