import { waitForExecution, type Execution } from '../../n8n/executions';
import type { N8nSession } from '../../n8n/n8nSession';
import type { SavedWorkflow } from '../../n8n/workflows';

/** Says something in the editor's chat of a workflow, and waits for the end of the run that it starts. */
export async function chatWith(
	session: N8nSession,
	workflow: SavedWorkflow,
	chatInput: string,
): Promise<Execution> {
	const trigger = workflow.nodes.find(({ type }) => type.endsWith('.chatTrigger'));
	if (trigger === undefined) throw new Error(`"${workflow.name}" has no chat`);
	const json = { action: 'sendMessage', sessionId: 'a-chat', chatInput };
	const { executionId } = await session.post<{ executionId: string }>(
		`/workflows/${workflow.id}/run`,
		{
			triggerToStartFrom: {
				name: trigger.name,
				data: {
					startTime: Date.now(),
					executionTime: 0,
					executionIndex: 0,
					executionStatus: 'success',
					source: [null],
					data: { main: [[{ json }]] },
				},
			},
		},
	);
	return await waitForExecution(session, executionId);
}
