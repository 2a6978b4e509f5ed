import { list, listAll } from '../../execution/listing';
import { LISTING } from '../../fields/listing';
import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../fields/simplify';
import { filters, then } from '../../fields/collection';
import { REPORT_FILTERS, toReportQuery } from '../../fields/filters/connectionReport';
import { together } from '../../fields/filters/nameFilter';
import { PERIOD_FILTERS, toPeriodQuery } from '../../fields/filters/period';
import { userLocator } from '../../fields/locators/user';
import { hasEndedBefore } from '../../teamviewer/connection';
import { allConnectionReports, connectionReportPages } from '../../teamviewer/connectionReports';
import { simplifyReport } from '../../teamviewer/simplify/connectionReport';
import { NO_REPORTS } from '../noReports';

const FILTERS = {
	...REPORT_FILTERS,
	...PERIOD_FILTERS,
	user: userLocator({
		displayName: 'User',
		description: 'Only connections that this user started',
	}),
};

export const getAll = operation({
	name: 'Get Many',
	action: 'Get connection reports',
	description:
		'Get the reports of connections, newest end first: who connected to what, when and for how long',
	fields: {
		...LISTING,
		simplify: SIMPLIFY,
		filters: then(filters(FILTERS), (chosen, workflow) => ({
			...toReportQuery(chosen),
			...toPeriodQuery(chosen, workflow),
		})),
	},
	async run({ simplify, filters: query, ...wanted }, context) {
		const { teamviewer } = context;
		const listing = {
			things: 'connection reports',
			toJson: simplify ? simplifyReport : undefined,
			keep: hasEndedBefore(query.to_date),
			whenEmpty: together(
				FILTERS.deviceName.whenNothingFits(query.devicename),
				FILTERS.username.whenNothingFits(query.username),
				NO_REPORTS,
			),
		};
		return wanted.returnAll
			? await listAll(
					context,
					async (toOutput) => await allConnectionReports(teamviewer, query, toOutput),
					listing,
				)
			: await list(context, wanted, connectionReportPages(teamviewer, query), listing);
	},
});
