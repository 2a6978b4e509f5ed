/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { parse } from 'flatted';
import type {
	ExecutionError,
	ExecutionStatus,
	INodeExecutionData,
	IRunExecutionData,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import type { N8nSession } from './n8nSession';
import { waitFor } from './waiting';
import type { SavedWorkflow } from './workflows';

/** One run of a workflow as n8n lists it. */
export interface ExecutionSummary {
	id: string;
	workflowId: string;
	mode: WorkflowExecuteMode;
	status: ExecutionStatus;
	/** ISO 8601. */
	startedAt: string;
	stoppedAt?: string;
}

/** One run of a workflow with everything that its nodes gave. */
export interface Execution extends ExecutionSummary {
	data: IRunExecutionData;
}

const UNFINISHED: ExecutionStatus[] = ['new', 'running', 'waiting'];

/**
 * Runs a saved workflow as "Execute workflow" in the editor does, from its first trigger or the one named,
 * and waits for the end, good or bad.
 */
export async function runWorkflow(
	session: N8nSession,
	workflow: SavedWorkflow,
	trigger = firstTrigger(workflow),
): Promise<Execution> {
	const { executionId } = await session.post<{ executionId: string }>(
		`/workflows/${workflow.id}/run`,
		{ triggerToStartFrom: { name: trigger } },
	);
	return await waitForExecution(session, executionId);
}

function firstTrigger({ name, nodes }: SavedWorkflow): string {
	const trigger = nodes.find(({ type }) => /trigger$/i.test(type));
	if (trigger === undefined) throw new Error(`"${name}" has no trigger to start from`);
	return trigger.name;
}

/** Waits until an execution has ended, and gives it with its data. */
export async function waitForExecution(session: N8nSession, id: string): Promise<Execution> {
	return await waitFor(
		async () => {
			const execution = await readExecution(session, id);
			return UNFINISHED.includes(execution.status) ? undefined : execution;
		},
		{ for: `execution ${id} to end` },
	);
}

/** One execution with its data, which n8n sends flattened (its way of writing JSON with cycles). */
export async function readExecution(session: N8nSession, id: string): Promise<Execution> {
	const execution = await session.get<ExecutionSummary & { data: string }>(`/executions/${id}`);
	return { ...execution, data: parse(execution.data) as IRunExecutionData };
}

/** The newest executions of a workflow, newest first, at most 100. */
export async function listExecutions(
	session: N8nSession,
	workflowId: string,
	status?: ExecutionStatus,
): Promise<ExecutionSummary[]> {
	const { results } = await session.get<{ results: ExecutionSummary[] }>('/executions', {
		filter: JSON.stringify({ workflowId, ...(status === undefined ? {} : { status: [status] }) }),
		limit: '100',
	});
	return results;
}

/** The items that a node gave on its first output, over all its runs in this execution. */
export function itemsOf(execution: Execution, node: string): INodeExecutionData[] {
	const runs = execution.data.resultData.runData[node] ?? [];
	return runs.flatMap((run) => run.data?.main?.[0] ?? []);
}

/** The JSON of those items. `T` is what the caller knows of the node's output. */
export function jsonOf<T>(execution: Execution, node: string): T[] {
	return itemsOf(execution, node).map((item) => item.json as T);
}

/** The error that ended an execution, with the words the user sees. */
export function errorOf(execution: Execution): ExecutionError | undefined {
	return execution.data.resultData.error;
}

/** @throws with the error's words when an execution did not end well */
export function assertSuccess(execution: Execution, workflowName: string): void {
	if (execution.status === 'success') return;
	const error = errorOf(execution);
	const description = error !== undefined && 'description' in error ? ` ${error.description}` : '';
	throw new Error(
		`"${workflowName}" ended with status ${execution.status}: ${error?.message ?? 'no reason given'}${description}`,
	);
}
