import { checkTeamViewerId } from '../../inputs/ids';
import { readText } from '../../inputs/text';
import { readUserId, userField } from '../../pickers/user';
import { deviceReportPages } from '../../teamviewer/deviceReports';
import { hasEndedBefore, NO_REPORTS, PERIOD_FILTERS, readPeriod } from '../connections';
import { filtersField, LISTING_FIELDS, SIMPLIFY_FIELD } from '../fields';
import { list } from '../listing';
import type { Operation } from '../operation';
import { simplifyDeviceReport } from './simplify';

export const getAll: Operation = {
	name: 'Get Many',
	action: 'Get device reports',
	description:
		'Get the reports of incoming connections to devices: who connected from where to what, when and for how long',
	fields: [
		...LISTING_FIELDS,
		SIMPLIFY_FIELD,
		filtersField([
			PERIOD_FILTERS.endedBefore,
			{
				displayName: 'Origin ID',
				name: 'originId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 123 456 789',
				description: 'Only connections from the device with this TeamViewer ID',
			},
			PERIOD_FILTERS.startedAfter,
			{
				displayName: 'Target ID',
				name: 'targetId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 123 456 789',
				description: 'Only connections to the device with this TeamViewer ID',
			},
			userField({
				name: 'user',
				displayName: 'User',
				description: 'Only connections that this user started',
			}),
		]),
	],
	async run(item) {
		const filters = item.collection('filters');
		const query = {
			...readPeriod(filters, item.timezone),
			originid: readTeamViewerId(filters.originId, 'Origin ID'),
			targetid: readTeamViewerId(filters.targetId, 'Target ID'),
			userid: readUserId(filters.user, 'User'),
		};
		return await list(item, deviceReportPages(item.client, query), {
			things: 'device reports',
			toJson: item.simplify ? simplifyDeviceReport : undefined,
			keep: hasEndedBefore(query.to_date),
			whenEmpty: NO_REPORTS,
		});
	},
};

function readTeamViewerId(value: unknown, field: string): string | undefined {
	const text = readText(value, field);
	return text === undefined ? undefined : checkTeamViewerId(text, field);
}
