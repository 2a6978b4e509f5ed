import { operation } from '../../execution/operation';
import { getDeviceReportSummary } from '../../teamviewer/recordings';
import { hintNothingOfDeviceReport } from '../nothingRecorded';
import { DEVICE_REPORT } from './deviceReport';

export const getSummary = operation({
	name: 'Get Summary',
	action: 'Get summary of device report',
	description:
		"Get TeamViewer's summary of an incoming connection: the problem and the steps taken; nothing if there is none",
	fields: { deviceReport: DEVICE_REPORT },
	async run({ deviceReport }, context) {
		const summary = await getDeviceReportSummary(context.teamviewer, deviceReport);
		if (summary) return [context.output(summary)];
		hintNothingOfDeviceReport(context, 'summary');
		return [];
	},
});
