import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

/** What the user is told beside the data. A thousand items give one hint, not a thousand. */
export class ExecutionHints {
	private readonly messages = new Set<string>();

	constructor(private readonly caller: IExecuteFunctions) {}

	/** Shows the message below the output, where this n8n can show hints. */
	add(message: string): void {
		if (this.messages.has(message)) return;
		this.messages.add(message);
		this.caller.addExecutionHints?.({ message, location: 'outputPane' });
	}

	/**
	 * Tells that a list was cut. Where one item has led to as many records as the limit, n8n shows people a notice of its own
	 * beside them; an agent does not see that one either, and several lists together have another number.
	 */
	addOfCutList(message: string): void {
		if (this.caller.getInputData().length > 1) this.add(message);
		else this.messages.add(message);
	}

	/**
	 * The hints as items for an AI agent: it never sees n8n's hints, and would take the first fifty records for all of them.
	 * Nothing where the node runs in a workflow. n8n gives a node that is used as a tool a type of its own.
	 */
	forAgent(): INodeExecutionData[] {
		if (!this.caller.getNode().type.endsWith('.teamViewerTool')) return [];
		return [...this.messages].map((hint) => ({ json: { hint }, pairedItem: { item: 0 } }));
	}
}
