import { all, list } from '../../execution/listing';
import { LISTING } from '../../fields/listing';
import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../fields/simplify';
import { filters, then } from '../../fields/collection';
import { PERIOD_FILTERS, toPeriodQuery } from '../../fields/filters/period';
import { userLocator } from '../../fields/locators/user';
import { checkTeamViewerId } from '../../fields/teamViewerId';
import { text } from '../../fields/text';
import { hasEndedBefore } from '../../teamviewer/connection';
import { deviceReportPages, isBetween } from '../../teamviewer/deviceReports';
import { simplifyDeviceReport } from '../../teamviewer/simplify/deviceReport';
import { NO_REPORTS } from '../noReports';

const FILTERS = {
	...PERIOD_FILTERS,
	originId: text({
		displayName: 'Origin TeamViewer ID',
		apiName: 'originid',
		placeholder: 'e.g. 123 456 789',
		check: checkTeamViewerId,
		description: 'Only connections from the device with this TeamViewer ID',
	}),
	targetId: text({
		displayName: 'Target TeamViewer ID',
		apiName: 'targetid',
		placeholder: 'e.g. 123 456 789',
		check: checkTeamViewerId,
		description: 'Only connections to the device with this TeamViewer ID',
	}),
	user: userLocator({
		displayName: 'User',
		description: 'Only connections that this user started',
	}),
};

export const getAll = operation({
	name: 'Get Many',
	action: 'Get device reports',
	description:
		'Get the reports of incoming connections to devices: who connected from where to what, when and for how long',
	fields: {
		...LISTING,
		simplify: SIMPLIFY,
		filters: then(filters(FILTERS), (chosen, workflow) => ({
			...toPeriodQuery(chosen, workflow),
			originid: chosen.originId,
			targetid: chosen.targetId,
			userid: chosen.user,
		})),
	},
	async run({ simplify, filters: query, ...wanted }, context) {
		return await list(context, wanted, deviceReportPages(context.teamviewer, query), {
			things: 'device reports',
			toJson: simplify ? simplifyDeviceReport : undefined,
			keep: all(hasEndedBefore(query.to_date), isBetween(query)),
			whenEmpty: NO_REPORTS,
		});
	},
});
