import { allConnectionReports, connectionReportPages } from '../../teamviewer/connectionReports';
import { hasEndedBefore, NO_REPORTS, PERIOD_FILTERS, readPeriod } from '../connections';
import { filtersField, LISTING_FIELDS, SIMPLIFY_FIELD } from '../fields';
import { list, listAll, readLimit } from '../listing';
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
		filtersField([
			REPORT_FILTERS.connectionType,
			REPORT_FILTERS.deviceId,
			REPORT_FILTERS.deviceName,
			PERIOD_FILTERS.endedBefore,
			REPORT_FILTERS.group,
			REPORT_FILTERS.hasCode,
			REPORT_FILTERS.sessionCode,
			PERIOD_FILTERS.startedAfter,
			REPORT_FILTERS.user,
			REPORT_FILTERS.username,
		]),
	],
	async run(item) {
		const filters = item.collection('filters');
		const query = { ...readReportFilters(filters), ...readPeriod(filters, item.timezone) };
		const listing = {
			things: 'connection reports',
			toJson: item.simplify ? simplifyReport : undefined,
			keep: hasEndedBefore(query.to_date),
			whenEmpty: NO_REPORTS,
		};
		return readLimit(item) === Infinity
			? await listAll(
					item,
					async (toOutput) => await allConnectionReports(item.client, query, toOutput),
					listing,
				)
			: await list(item, connectionReportPages(item.client, query), listing);
	},
};
