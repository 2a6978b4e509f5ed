import { operation } from '../../execution/operation';
import { getSummary as readSummary } from '../../teamviewer/recordings';
import { hintNothingRecorded } from '../nothingRecorded';
import { REPORT } from './report';

export const getSummary = operation({
	name: 'Get Summary',
	action: 'Get summary of connection report',
	description:
		"Get TeamViewer's summary of a connection: the problem and the steps taken; nothing if there is none",
	fields: { report: REPORT },
	async run({ report }, context) {
		const summary = await readSummary(context.teamviewer, report);
		if (summary) return [context.output(summary)];
		hintNothingRecorded(context, 'summary');
		return [];
	},
});
