import { operation, type Context, type Output } from '../../execution/operation';
import { getPicture, getScreenshots as listScreenshots } from '../../teamviewer/recordings';
import type { Screenshot } from '../../teamviewer/types';
import { hintNothingRecorded } from '../nothingRecorded';
import { REPORT } from './report';

export const getScreenshots = operation({
	name: 'Get Screenshots',
	action: 'Get screenshots of connection report',
	description:
		'Get the pictures taken during a connection, one item a picture; nothing if there are none',
	fields: { report: REPORT },
	async run({ report }, context) {
		const screenshots = await listScreenshots(context.teamviewer, report);
		if (!screenshots) hintNothingRecorded(context, 'screenshots');

		const outputs: Output[] = [];
		for (const screenshot of screenshots ?? []) {
			outputs.push(await withPicture(context, report, screenshot));
		}
		return outputs;
	},
});

async function withPicture(
	{ teamviewer, output, prepareFile }: Context,
	reportId: string,
	screenshot: Screenshot,
): Promise<Output> {
	const { fileName, mimeType } = screenshot;
	const picture = await getPicture(teamviewer, reportId, screenshot);
	const data = await prepareFile(picture, filled(fileName), filled(mimeType));
	return output(screenshot, { data });
}

/** n8n guesses name and type where TeamViewer does not say them. */
function filled(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}
