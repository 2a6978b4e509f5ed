import type { IDataObject } from 'n8n-workflow';

import { requireReportId } from '../../pickers/report';
import { getSummary as readSummary } from '../../teamviewer/recordings';
import type { Operation } from '../operation';
import { REPORT_FIELD } from './fields';
import { hintNothingRecorded } from './nothingRecorded';

export const getSummary: Operation = {
	name: 'Get Summary',
	action: 'Get summary of connection report',
	description:
		"Get TeamViewer's summary of a connection: the problem and the steps taken; nothing if there is none",
	fields: [REPORT_FIELD],
	async run(item) {
		const id = requireReportId(item.parameter('report'), 'Connection Report');
		const summary = await readSummary(item.client, id);
		if (!summary) {
			hintNothingRecorded(item, 'summary');
			return [];
		}
		return [{ json: summary as IDataObject }];
	},
};
