import { readDate } from '../../inputs/dates';
import { allConnectionReports, connectionReportPages } from '../../teamviewer/connectionReports';
import { NO_REPORTS, hasEndedBefore } from '../connections';
import { LISTING_FIELDS, SIMPLIFY_FIELD } from '../fields';
import { list, readLimit } from '../listing';
import type { Operation } from '../operation';
import { REPORT_FILTERS } from './fields';
import { readReportFilters } from './filters';
import { simplifyReport } from './simplify';

export const getAll: Operation = {
	name: 'Get Many',
	action: 'Get connection reports',
	description:
		'Get the reports of connections, newest end first: who connected to what, when and for how long',
	fields: [
		...LISTING_FIELDS,
		SIMPLIFY_FIELD,
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				REPORT_FILTERS.connectionType,
				REPORT_FILTERS.deviceId,
				REPORT_FILTERS.deviceName,
				{
					displayName: 'Ended Before',
					name: 'endedBefore',
					type: 'dateTime',
					default: '',
					description: 'Only connections that ended before this moment',
				},
				REPORT_FILTERS.group,
				REPORT_FILTERS.hasCode,
				REPORT_FILTERS.sessionCode,
				{
					displayName: 'Started After',
					name: 'startedAfter',
					type: 'dateTime',
					default: '',
					description: 'Only connections that started at or after this moment',
				},
				REPORT_FILTERS.user,
				REPORT_FILTERS.username,
			],
		},
	],
	async run(item) {
		const filters = item.collection('filters');
		const endedBefore = readDate(filters.endedBefore, 'Ended Before', item.timezone);
		const query = {
			...readReportFilters(filters),
			from_date: readDate(filters.startedAfter, 'Started After', item.timezone),
			to_date: endedBefore,
		};
		const read = readLimit(item) === Infinity ? allConnectionReports : connectionReportPages;
		return await list(item, read(item.client, query), {
			things: 'connection reports',
			toJson: item.simplify ? simplifyReport : undefined,
			keep: hasEndedBefore(endedBefore),
			whenEmpty: NO_REPORTS,
		});
	},
};
