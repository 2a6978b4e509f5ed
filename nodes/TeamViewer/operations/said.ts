import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

/** What the user was already told in each execution. */
const SAID = new WeakMap<IExecuteFunctions, Set<string>>();

/** Whether this is to be said for the first time: a thousand items give one hint, not a thousand. */
export function isNews(execution: IExecuteFunctions, message: string): boolean {
	const said = SAID.get(execution) ?? new Set();
	SAID.set(execution, said);
	if (said.has(message)) return false;
	said.add(message);
	return true;
}

/**
 * The same as items for an AI agent: it never sees n8n's hints, and would take the first fifty records for all of them.
 * Nothing where the node runs in a workflow. n8n gives a node that is used as a tool a type of its own.
 */
export function saidToAgent(execution: IExecuteFunctions): INodeExecutionData[] {
	if (!execution.getNode().type.endsWith('.teamViewerTool')) return [];
	return [...(SAID.get(execution) ?? [])].map((hint) => ({
		json: { hint },
		pairedItem: { item: 0 },
	}));
}
