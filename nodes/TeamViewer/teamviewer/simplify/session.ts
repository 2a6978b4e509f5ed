import type { Session } from '../types';
import { pick, type Simple } from './pick';

/** What a person needs of a session: its links, for whom it is and whether it is still open. */
const FIELDS = [
	'code',
	'state',
	'description',
	'end_customer_link',
	'supporter_link',
	'webclient_supporter_link',
	'custom_api',
	'online',
	'created_at',
	'valid_until',
] as const;

/** Picks the fields that most workflows use, names and values untouched; what TeamViewer left out stays out. */
export function simplifySession(session: Session): Simple {
	return pick(session, FIELDS);
}
