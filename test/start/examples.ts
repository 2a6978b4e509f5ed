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

/** The example workflows by their file names in `examples`, without `.json`: first steps, then whole jobs. */
export const EXAMPLES = [
	'create-session',
	'reports-last-30-days',
	'new-reports-to-table',
	'support-form',
	'report-to-ticket',
	'nightly-time-sheet',
	'customer-waiting-to-chat',
	'access-outside-office-hours',
	'ai-agent',
	'onboarding',
	'offboarding',
	'just-in-time-access',
	'stale-devices',
	'alerts-to-tickets',
	'mcp-server',
] as const;

export type Example = (typeof EXAMPLES)[number];

/** An example as its file holds it. */
export async function readExample(name: Example): Promise<WorkflowFile> {
	return JSON.parse(await readFile(path.join(ROOT, 'examples', `${name}.json`), 'utf8'));
}

/**
 * Imports an example into n8n, with the saved credentials where its file names them.
 *
 * @param change what to make of the workflow first
 */
export async function importExample(
	session: N8nSession,
	name: Example,
	credentials: SavedCredential[],
	change: (workflow: WorkflowFile) => WorkflowFile = (workflow) => workflow,
): Promise<SavedWorkflow> {
	const workflow = change(await readExample(name));
	return await createWorkflow(session, bindCredentials(workflow, credentials));
}

/**
 * The same workflow, with its polling triggers asking every ten seconds instead of every minute. n8n takes one
 * number only in the seconds field of a poll's cron, so there are six of them.
 */
export function pollEveryTenSeconds(workflow: WorkflowFile): WorkflowFile {
	const item = [0, 10, 20, 30, 40, 50].map((second) => ({
		mode: 'custom',
		cronExpression: `${second} * * * * *`,
	}));
	const nodes = workflow.nodes.map((node) =>
		'pollTimes' in node.parameters
			? { ...node, parameters: { ...node.parameters, pollTimes: { item } } }
			: node,
	);
	return { ...workflow, nodes };
}
