import type { IWorkflowSettings } from 'n8n-workflow';
import { assertSuccess, itemsOf, type Execution } from '../n8n/executions';
import type { N8nSession } from '../n8n/n8nSession';
import { createWorkflow, type SavedWorkflow } from '../n8n/workflows';
import type { EventLog } from './eventLog';
import type { Job } from './workflows';

/** A job that n8n knows. */
export interface SavedJob {
	workflow: SavedWorkflow;
	measured: string[];
}

/** Gives a job to n8n, which is told to forget what its runs gave: keeping it costs more than getting it. */
export async function saveJob(
	session: N8nSession,
	{ measured, ...workflow }: Job,
	settings: IWorkflowSettings = { saveManualExecutions: false },
): Promise<SavedJob> {
	return { workflow: await createWorkflow(session, { ...workflow, settings }), measured };
}

/** Runs a job and gives the execution's id at once. */
export async function startJob(session: N8nSession, { workflow }: SavedJob): Promise<string> {
	const { executionId } = await session.post<{ executionId: string }>(
		`/workflows/${workflow.id}/run`,
		{ triggerToStartFrom: { name: workflow.nodes[0]?.name } },
	);
	return executionId;
}

/** How long n8n takes for a job, in milliseconds: from the start of its first node to the end of its last. */
export async function timeJob(session: N8nSession, log: EventLog, job: SavedJob): Promise<number> {
	const all = await log.nodeTimes(await startJob(session, job));
	const times = all.filter(({ node }) => job.measured.includes(node));
	if (times.length !== job.measured.length) {
		throw new Error(`"${job.workflow.name}" did not run to its end`);
	}
	return (times.at(-1)?.finished ?? NaN) - (times[0]?.started ?? NaN);
}

/** How many items the last node of a job gave. @throws with the error's words when the job failed */
export function countItems(execution: Execution, { workflow, measured }: SavedJob): number {
	assertSuccess(execution, workflow.name);
	return itemsOf(execution, measured.at(-1) ?? '').length;
}
