import { InvalidInput } from '../../errors/invalidInput';
import { list, LISTING } from '../../execution/listing';
import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../execution/simplify';
import { filters } from '../../fields/collection';
import { date } from '../../fields/date';
import { required } from '../../fields/field';
import { list as listOf } from '../../fields/list';
import { auditEventPages } from '../../teamviewer/auditEvents';
import { simplifyAuditEvent } from '../../teamviewer/simplify/auditEvent';
import { withoutUndefined } from '../../teamviewer/withoutUndefined';

export const getAll = operation({
	name: 'Get Many',
	action: 'Get audit events',
	description: "Get the company's event log of a period: who did what to what, and when",
	fields: {
		startDate: required(
			date({
				displayName: 'Start Date',
				apiName: 'StartDate',
				description: 'Start of the period',
				whenEmpty: 'TeamViewer gives events of a period only.',
			}),
		),
		endDate: required(
			date({
				displayName: 'End Date',
				apiName: 'EndDate',
				description: 'End of the period',
				whenEmpty: 'TeamViewer gives events of a period only.',
			}),
		),
		...LISTING,
		simplify: SIMPLIFY,
		filters: filters({
			accountEmails: listOf({
				displayName: 'Account Emails',
				apiName: 'AccountEmails',
				placeholder: 'e.g. nathan@example.com, ada@example.com',
				description: 'Only events that these accounts caused; separate several by commas',
			}),
			eventNames: listOf({
				displayName: 'Event Names',
				apiName: 'EventNames',
				placeholder: 'e.g. StartedSession, EndedSession',
				description: 'Only events of these names; separate several by commas',
			}),
			eventTypes: listOf({
				displayName: 'Event Types',
				apiName: 'EventTypes',
				placeholder: 'e.g. Session, UserProfile',
				description: 'Only events of these types; separate several by commas',
			}),
		}),
	},
	check({ startDate, endDate }) {
		if (startDate <= endDate) return;
		throw new InvalidInput("'Start Date' is later than 'End Date'", 'Exchange the two dates.');
	},
	async run({ startDate, endDate, simplify, filters: chosen, ...wanted }, context) {
		const query = {
			StartDate: startDate,
			EndDate: endDate,
			...withoutUndefined({
				AccountEmails: chosen.accountEmails,
				EventNames: chosen.eventNames,
				EventTypes: chosen.eventTypes,
			}),
		};
		return await list(context, wanted, auditEventPages(context.teamviewer, query), {
			things: 'audit events',
			toJson: simplify ? simplifyAuditEvent : undefined,
		});
	},
});
