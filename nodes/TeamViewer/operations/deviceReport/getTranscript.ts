import { operation } from '../../execution/operation';
import { getDeviceReportChat } from '../../teamviewer/recordings';
import { hintNothingOfDeviceReport } from '../nothingRecorded';
import { DEVICE_REPORT } from './deviceReport';

export const getTranscript = operation({
	name: 'Get Transcript',
	action: 'Get transcript of device report',
	description:
		'Get the chat of an incoming connection, one item a message; nothing if there is none',
	fields: { deviceReport: DEVICE_REPORT },
	async run({ deviceReport }, context) {
		const messages = await getDeviceReportChat(context.teamviewer, deviceReport);
		if (!messages) hintNothingOfDeviceReport(context, 'chat transcript');
		return (messages ?? []).map((message) => context.output(message));
	},
});
