import type { IDataObject } from 'n8n-workflow';

import { requireReportId } from '../../pickers/report';
import { getPicture, getScreenshots as listScreenshots } from '../../teamviewer/recordings';
import type { Screenshot } from '../../teamviewer/types';
import type { Item } from '../item';
import type { Operation, Output } from '../operation';
import { REPORT_FIELD } from './fields';
import { hintNothingRecorded } from './nothingRecorded';

export const getScreenshots: Operation = {
	name: 'Get Screenshots',
	action: 'Get screenshots of connection report',
	description:
		"Get the pictures taken during a connection, each in the binary field 'data'; nothing if there are none",
	fields: [REPORT_FIELD],
	async run(item) {
		const id = requireReportId(item.parameter('report'), 'Connection Report');
		const screenshots = await listScreenshots(item.client, id);
		if (!screenshots) hintNothingRecorded(item, 'screenshots');

		const outputs: Output[] = [];
		for (const screenshot of screenshots ?? []) {
			outputs.push(await withPicture(item, id, screenshot));
		}
		return outputs;
	},
};

async function withPicture(item: Item, reportId: string, screenshot: Screenshot): Promise<Output> {
	const picture = await getPicture(item.client, reportId, screenshot);
	const data = await item.execution.helpers.prepareBinaryData(
		picture,
		text(screenshot.fileName),
		text(screenshot.mimeType),
	);
	return { json: screenshot as IDataObject, binary: { data } };
}

/** n8n guesses name and type where TeamViewer does not say them. */
function text(value: unknown): string | undefined {
	return typeof value === 'string' && value !== '' ? value : undefined;
}
