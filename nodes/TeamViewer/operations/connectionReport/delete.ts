import { requireReportId } from '../../pickers/report';
import { deleteConnectionReport } from '../../teamviewer/connectionReports';
import type { Operation } from '../operation';
import { REPORT_FIELD } from './fields';

export const deleteReport: Operation = {
	name: 'Delete',
	action: 'Delete connection report',
	description: 'Delete a connection report permanently',
	fields: [REPORT_FIELD],
	async run(item) {
		const id = requireReportId(item.parameter('report'), 'Connection Report');
		await deleteConnectionReport(item.client, id);
		return [{ json: { deleted: true } }];
	},
};
