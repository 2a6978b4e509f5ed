/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SavedCredential } from '../n8n/credentials';
import type { N8nSession } from '../n8n/n8nSession';
import { ROOT } from '../n8n/paths';
import {
	bindCredentials,
	createWorkflow,
	type SavedWorkflow,
	type WorkflowFile,
} from '../n8n/workflows';

/** The example workflows by their file names in `examples`, without `.json`. */
export type Example = 'create-session' | 'new-reports-to-table' | 'reports-last-30-days';

/** An example as its file holds it. */
export async function readExample(name: Example): Promise<WorkflowFile> {
	return JSON.parse(await readFile(path.join(ROOT, 'examples', `${name}.json`), 'utf8'));
}

/** Imports an example into n8n, with the saved credentials where its file names them. */
export async function importExample(
	session: N8nSession,
	name: Example,
	credentials: SavedCredential[],
): Promise<SavedWorkflow> {
	return await createWorkflow(session, bindCredentials(await readExample(name), credentials));
}
