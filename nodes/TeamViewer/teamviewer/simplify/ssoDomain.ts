import type { SsoDomain } from '../types';
import { pick, type Simple } from './pick';

/** Which domain it is, where its users sign in, and whether TeamViewer has validated it; lists have the first two only. */
const FIELDS = [
	'DomainId',
	'DomainName',
	'domain_id',
	'domain_name',
	'entity_id',
	'login_url',
	'logout_url',
	'supported_binding',
	'validation_status',
	'access_level',
	'validation_type',
	'validation_started_at',
] as const;

/** Picks the fields that most workflows use, names and values untouched; the secret of the validation stays out. */
export function simplifySsoDomain(domain: SsoDomain): Simple {
	return pick(domain, FIELDS);
}
