import { readDate } from '../../inputs/dates';
import { InvalidInput } from '../../inputs/invalidInput';
import { readList } from '../../inputs/text';
import { auditEventPages } from '../../teamviewer/auditEvents';
import type { TeamViewerDate } from '../../teamviewer/types';
import { filtersField, LISTING_FIELDS, SIMPLIFY_FIELD } from '../fields';
import type { Item } from '../item';
import { list } from '../listing';
import type { Operation } from '../operation';
import { present } from '../present';
import { simplifyAuditEvent } from './simplify';

export const getAll: Operation = {
	name: 'Get Many',
	action: 'Get audit events',
	description: "Get the company's event log of a period: who did what to what, and when",
	fields: [
		{
			displayName: 'Start Date',
			name: 'startDate',
			type: 'dateTime',
			required: true,
			default: '',
			description: 'Start of the period',
		},
		{
			displayName: 'End Date',
			name: 'endDate',
			type: 'dateTime',
			required: true,
			default: '',
			description: 'End of the period',
		},
		...LISTING_FIELDS,
		SIMPLIFY_FIELD,
		filtersField([
			{
				displayName: 'Account Emails',
				name: 'accountEmails',
				type: 'string',
				default: '',
				placeholder: 'e.g. nathan@example.com, ada@example.com',
				description: 'Only events that these accounts caused; separate several by commas',
			},
			{
				displayName: 'Event Names',
				name: 'eventNames',
				type: 'string',
				default: '',
				placeholder: 'e.g. StartedSession, EndedSession',
				description: 'Only events of these names; separate several by commas',
			},
			{
				displayName: 'Event Types',
				name: 'eventTypes',
				type: 'string',
				default: '',
				placeholder: 'e.g. Session, UserProfile',
				description: 'Only events of these types; separate several by commas',
			},
		]),
	],
	async run(item) {
		const filters = item.collection('filters');
		const query = {
			...readPeriod(item),
			...present({
				AccountEmails: readList(filters.accountEmails, 'Account Emails'),
				EventNames: readList(filters.eventNames, 'Event Names'),
				EventTypes: readList(filters.eventTypes, 'Event Types'),
			}),
		};
		return await list(item, auditEventPages(item.client, query), {
			things: 'audit events',
			toJson: item.simplify ? simplifyAuditEvent : undefined,
		});
	},
};

function readPeriod(item: Item): { StartDate: TeamViewerDate; EndDate: TeamViewerDate } {
	const StartDate = requireDate(item, 'startDate', 'Start Date');
	const EndDate = requireDate(item, 'endDate', 'End Date');
	if (StartDate > EndDate) {
		throw new InvalidInput("'Start Date' is later than 'End Date'", 'Exchange the two dates.');
	}
	return { StartDate, EndDate };
}

function requireDate(item: Item, name: string, field: string): TeamViewerDate {
	const date = readDate(item.parameter(name, ''), field, item.timezone);
	if (date === undefined) {
		throw new InvalidInput(`'${field}' is empty`, 'TeamViewer gives events of a period only.');
	}
	return date;
}
