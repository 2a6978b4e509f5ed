/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { readFile } from 'node:fs/promises';
import type { N8nProcess } from '../n8n/n8nProcess';

/** The ids of the executions that a worker has begun, in order, by its log ("Worker started execution 7 (job 7)"). */
export async function executionsOn(worker: N8nProcess): Promise<string[]> {
	const log = await readFile(worker.logFile, 'utf8');
	return [...log.matchAll(/Worker started execution (\d+)/g)].map(([, id]) => id ?? '');
}
