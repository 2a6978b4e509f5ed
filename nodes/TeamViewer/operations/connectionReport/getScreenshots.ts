import { operation, type Context, type Output } from '../../execution/operation';
import { withDefault } from '../../fields/field';
import { text } from '../../fields/text';
import { getPicture, getScreenshots as listScreenshots } from '../../teamviewer/recordings';
import type { Screenshot } from '../../teamviewer/types';
import { hintNothingRecorded } from '../nothingRecorded';
import { REPORT } from './report';

export const getScreenshots = operation({
	name: 'Get Screenshots',
	action: 'Get screenshots of connection report',
	description:
		'Get the pictures taken during a connection, one item a picture; nothing if there are none',
	fields: {
		report: REPORT,
		binaryPropertyName: withDefault(
			text({
				displayName: 'Put Output File in Field',
				placeholder: 'e.g. data',
				default: 'data',
				description: 'The name of the output field to put the picture in',
			}),
		),
	},
	async run({ report, binaryPropertyName }, context) {
		const screenshots = await listScreenshots(context.teamviewer, report);
		if (!screenshots) hintNothingRecorded(context, 'screenshots');

		const outputs: Output[] = [];
		for (const screenshot of screenshots ?? []) {
			outputs.push(await withPicture(context, report, screenshot, binaryPropertyName));
		}
		return outputs;
	},
});

async function withPicture(
	{ teamviewer, output, prepareFile }: Context,
	reportId: string,
	screenshot: Screenshot,
	field: string,
): Promise<Output> {
	const { fileName, mimeType } = screenshot;
	const picture = await getPicture(teamviewer, reportId, screenshot);
	const file = await prepareFile(picture, filled(fileName), filled(mimeType));
	return output(screenshot, { [field]: file });
}

/** n8n guesses name and type where TeamViewer does not say them. */
function filled(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}
