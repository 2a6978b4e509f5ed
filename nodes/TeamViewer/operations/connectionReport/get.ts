import { requireReportId } from '../../pickers/report';
import { getConnectionReport } from '../../teamviewer/connectionReports';
import { SIMPLIFY_FIELD } from '../fields';
import type { Operation } from '../operation';
import { REPORT_FIELD } from './fields';
import { reportOutput } from './output';

export const get: Operation = {
	name: 'Get',
	action: 'Get connection report',
	description: 'Get the report of one connection: who connected to what, when and for how long',
	fields: [REPORT_FIELD, SIMPLIFY_FIELD],
	async run(item) {
		const id = requireReportId(item.parameter('report'), 'Connection Report');
		return [reportOutput(item, await getConnectionReport(item.client, id))];
	},
};
