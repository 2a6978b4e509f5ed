import { eventWord, type AuditEventQuery } from '../../teamviewer/auditEvents';
import { withoutUndefined } from '../../teamviewer/withoutUndefined';
import type { Added } from '../collection';
import { list } from '../list';

/** What audit events can be filtered by, in the list as in the trigger. */
export const AUDIT_EVENT_FILTERS = {
	accountEmails: list({
		displayName: 'Account Emails',
		apiName: 'AccountEmails',
		placeholder: 'e.g. nathan@example.com, ada@example.com',
		description: 'Only events that these accounts caused; separate several by commas',
	}),
	eventNames: list({
		displayName: 'Event Names',
		apiName: 'EventNames',
		placeholder: 'e.g. StartedSession, EndedSession',
		description:
			'Only events of these names, as ScriptTokenAdded or in words; separate several by commas',
	}),
	eventTypes: list({
		displayName: 'Event Types',
		apiName: 'EventTypes',
		placeholder: 'e.g. Session, UserProfile',
		description:
			'Only events of these types, as CompanyAdministration or in words; separate several by commas',
	}),
};

/** The filters as TeamViewer takes them. */
export function toAuditEventQuery({
	accountEmails,
	eventNames,
	eventTypes,
}: Added<typeof AUDIT_EVENT_FILTERS>): Omit<AuditEventQuery, 'StartDate' | 'EndDate'> {
	return withoutUndefined({
		AccountEmails: accountEmails,
		EventNames: eventNames?.map(eventWord),
		EventTypes: eventTypes?.map(eventWord),
	});
}
