import { assertSuccess, itemsOf, runWorkflow } from '../n8n/executions';
import type { N8nSession } from '../n8n/n8nSession';
import { createWorkflow, type SavedWorkflow } from '../n8n/workflows';
import type { Job } from './workflows';

/** A job that n8n knows. */
export interface SavedJob {
	workflow: SavedWorkflow;
	measured: string[];
}

export async function saveJob(
	session: N8nSession,
	{ measured, ...workflow }: Job,
): Promise<SavedJob> {
	return { workflow: await createWorkflow(session, workflow), measured };
}

/**
 * Runs a job and gives its time by n8n's own record of the execution, in milliseconds: from the start of its first node
 * to the end of its last. The execution is deleted then, since 100,000 items weigh on n8n's database.
 *
 * @throws when it gives another number of items than it should
 */
export async function timeJob(
	session: N8nSession,
	{ workflow, measured }: SavedJob,
	items: number,
): Promise<number> {
	const execution = await runWorkflow(session, workflow);
	assertSuccess(execution, workflow.name);
	const got = itemsOf(execution, measured.at(-1) ?? '').length;
	if (got !== items) throw new Error(`"${workflow.name}" gave ${got} items instead of ${items}`);
	const runs = measured.flatMap((name) => execution.data.resultData.runData[name] ?? []);
	await session.post('/executions/delete', { ids: [execution.id] });
	return runs.reduce((sum, { executionTime }) => sum + executionTime, 0);
}
