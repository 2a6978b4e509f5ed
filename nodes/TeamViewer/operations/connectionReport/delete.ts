import { operation } from '../../execution/operation';
import { deleteConnectionReport } from '../../teamviewer/connectionReports';
import { REPORT } from './report';

export const deleteReport = operation({
	name: 'Delete',
	action: 'Delete connection report',
	description: 'Delete a connection report permanently',
	changes: true,
	fields: { report: REPORT },
	async run({ report }, { teamviewer, output }) {
		await deleteConnectionReport(teamviewer, report);
		return [output({ deleted: true })];
	},
});
