import { isRecord } from '../isRecord';
import { spelled, valueOf } from '../keyCase';
import type { AuditEvent } from '../types';
import { pick, type Simple } from './pick';

const FIELDS = [
	'EventName',
	'EventType',
	'Timestamp',
	'Author',
	'AuthorEmail',
	'AffectedItem',
] as const;

/** What is told of a change. */
const SHOWN = ['PropertyName', 'OldValue', 'NewValue'];

/** Picks who did what to what and when, and flattens what changed into one text. */
export function simplifyAuditEvent(event: AuditEvent): Simple {
	const details = valueOf(event, 'EventDetails');
	return {
		...pick(event, FIELDS),
		...(Array.isArray(details) && { EventDetails: details.map(describe).join('; ') }),
	};
}

/** `Permissions: ViewOwnConnections → ViewAllConnections` */
function describe(detail: unknown): string {
	const { PropertyName, OldValue, NewValue } = spelled(isRecord(detail) ? detail : {}, SHOWN);
	const change = [OldValue, NewValue].map(asText).filter(Boolean).join(' → ');
	return [asText(PropertyName), change].filter(Boolean).join(': ');
}

function asText(value: unknown): string {
	if (typeof value === 'object') return value === null ? '' : JSON.stringify(value);
	return String(value ?? '');
}
