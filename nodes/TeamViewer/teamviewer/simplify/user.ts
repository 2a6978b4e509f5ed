import type { User } from '../types';
import { pick, type Simple } from './pick';

/** Who it is, what the user may do, and whether the account is in use. */
const FIELDS = [
	'id',
	'name',
	'email',
	'active',
	'last_access_date',
	'userRoleId',
	'tfa_enabled',
] as const;

/** Picks the fields that most workflows use, names and values untouched. */
export function simplifyUser(user: User): Simple {
	return pick(user, FIELDS);
}
