/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { INodeExecutionData } from 'n8n-workflow';
import type { N8nSession } from '../../n8n/n8nSession';
import { ARTIFACTS } from '../../n8n/paths';

/** A file that a workflow made. */
export interface WorkflowFileOutput {
	fileName: string;
	mimeType: string;
	content: Buffer;
}

/** Downloads a file from an item as the editor's "Download" does, and keeps a copy in the artifacts. */
export async function downloadFile(
	session: N8nSession,
	item: INodeExecutionData | undefined,
	field: string,
): Promise<WorkflowFileOutput> {
	const binary = item?.binary?.[field];
	if (binary === undefined) throw new Error(`The item has no file in "${field}"`);
	const { id, data, mimeType, fileName = field } = binary;
	const content =
		id === undefined
			? Buffer.from(data, 'base64')
			: Buffer.from(await (await openBinary(session, id)).arrayBuffer());
	const folder = path.join(ARTIFACTS, 'examples');
	await mkdir(folder, { recursive: true });
	await writeFile(path.join(folder, fileName), content);
	return { fileName, mimeType, content };
}

async function openBinary(session: N8nSession, id: string): Promise<Response> {
	const query = new URLSearchParams({ id, action: 'download' });
	const response = await session.open(`${session.url}/rest/binary-data?${query}`);
	if (!response.ok) throw new Error(`n8n does not give the file: ${await response.text()}`);
	return response;
}
