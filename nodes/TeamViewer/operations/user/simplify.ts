import type { IDataObject } from 'n8n-workflow';

import type { User } from '../../teamviewer/types';
import { pick } from '../pick';

/** Who it is, what the user may do, and whether the account is in use. */
const FIELDS = [
	'id',
	'name',
	'email',
	'active',
	'online_state',
	'last_access_date',
	'permissions',
	'tfa_enabled',
] as const;

/** Picks the fields that most workflows use, names and values untouched. */
export function simplifyUser(user: User): IDataObject {
	return pick(user, FIELDS);
}
