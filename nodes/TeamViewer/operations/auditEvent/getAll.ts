import { InvalidInput } from '../../errors/invalidInput';
import { list } from '../../execution/listing';
import { LISTING } from '../../fields/listing';
import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../fields/simplify';
import { filters } from '../../fields/collection';
import { date } from '../../fields/date';
import { required } from '../../fields/field';
import { AUDIT_EVENT_FILTERS, toAuditEventQuery } from '../../fields/filters/auditEvent';
import { checkGuid } from '../../fields/locators/idForm';
import { text } from '../../fields/text';
import { nameFilter } from '../../fields/filters/nameFilter';
import { auditEventPages, EVENT_LOG_MONTHS } from '../../teamviewer/auditEvents';
import { fromTeamViewerDate } from '../../teamviewer/dates';
import { simplifyAuditEvent } from '../../teamviewer/simplify/auditEvent';
import type { TeamViewerDate } from '../../teamviewer/types';
import { withoutUndefined } from '../../teamviewer/withoutUndefined';

const FILTERS = {
	...AUDIT_EVENT_FILTERS,
	affectedItem: nameFilter({
		displayName: 'Affected Item',
		apiName: 'AffectedItem',
		placeholder: 'e.g. Customers',
		isPartEnough: 'unknown',
		description: 'Only events that affected the item with this name; leaves out those of sessions',
	}),
	sessionGuid: text({
		displayName: 'Session GUID',
		apiName: 'RCSessionGuid',
		placeholder: 'e.g. 1b9f6d4e-0000-4000-8000-1234567890ab',
		check: checkGuid,
		description: 'Only events of the remote control session with this GUID',
	}),
};

export const getAll = operation({
	name: 'Get Many',
	action: 'Get audit events',
	description: "Get the company's event log of a period: who did what to what, and when",
	fields: {
		startDate: required(
			date({
				displayName: 'Start Date',
				apiName: 'StartDate',
				default: '={{ $now.minus({ hours: 24 }).toISO() }}',
				description: 'Start of the period',
				whenEmpty: 'TeamViewer gives events of a period only.',
			}),
		),
		endDate: required(
			date({
				displayName: 'End Date',
				apiName: 'EndDate',
				default: '={{ $now.toISO() }}',
				description: 'End of the period',
				whenEmpty: 'TeamViewer gives events of a period only.',
			}),
		),
		...LISTING,
		simplify: SIMPLIFY,
		filters: filters(FILTERS),
	},
	check({ startDate, endDate, filters: { affectedItem, sessionGuid } }) {
		if (startDate > endDate) {
			throw new InvalidInput("'Start Date' is later than 'End Date'", 'Exchange the two dates.');
		}
		if (affectedItem === undefined || sessionGuid === undefined) return;
		throw new InvalidInput(
			"'Affected Item' leaves out the events of sessions, 'Session GUID' all others",
			'Remove one of the two filters.',
		);
	},
	async run({ startDate, endDate, simplify, filters: chosen, ...wanted }, context) {
		const query = {
			StartDate: startDate,
			EndDate: endDate,
			...toAuditEventQuery(chosen),
			...withoutUndefined({
				AffectedItem: chosen.affectedItem,
				RCSessionGuid: chosen.sessionGuid,
			}),
		};
		if (isForgotten(startDate)) {
			context.hint(
				`TeamViewer keeps the event log for ${EVENT_LOG_MONTHS} months; 'Start Date' lies before that.`,
			);
		}
		return await list(context, wanted, auditEventPages(context.teamviewer, query), {
			things: 'audit events',
			toJson: simplify ? simplifyAuditEvent : undefined,
			whenEmpty: FILTERS.affectedItem.whenNothingFits(chosen.affectedItem),
		});
	},
});

/** A day of grace for months of different lengths and clocks that differ. */
function isForgotten(start: TeamViewerDate): boolean {
	const kept = new Date();
	kept.setUTCMonth(kept.getUTCMonth() - EVENT_LOG_MONTHS);
	kept.setUTCDate(kept.getUTCDate() - 1);
	return (fromTeamViewerDate(start) ?? 0) < kept.getTime();
}
