import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	NodeApiError,
} from 'n8n-workflow';

import { AUTHENTICATION_FIELD, CREDENTIALS } from './authentication';
import { toNodeError } from './nodeError';
import { Item } from './operations/item';
import { saidToAgent } from './operations/said';
import { sideBySide } from './operations/sideBySide';
import { describeOperations, findOperation } from './operations/table';
import { listSearch } from './pickers/listSearch';
import { TeamViewerClient } from './teamviewer/client';

/** Support sessions, connection reports and what the API offers around them, one operation per input item. */
export class TeamViewer implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'TeamViewer',
		name: 'teamViewer',
		icon: {
			light: 'file:../../icons/teamviewer.svg',
			dark: 'file:../../icons/teamviewer.dark.svg',
		},
		group: ['transform'],
		version: 1,
		// In words: "get all: connection report".
		subtitle:
			'={{ ($parameter["operation"] + ": " + $parameter["resource"]).replace(/([A-Z])/g, " $1").toLowerCase() }}',
		description: 'Create support sessions and read connection reports',
		defaults: { name: 'TeamViewer' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: CREDENTIALS,
		properties: [AUTHENTICATION_FIELD, ...describeOperations()],
	};

	methods = { listSearch };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resource = this.getNodeParameter('resource', 0);
		const name = this.getNodeParameter('operation', 0);
		const operation = findOperation(resource, name);
		if (!operation) {
			throw new NodeOperationError(this.getNode(), `'${resource}' has no operation '${name}'`, {
				description: 'Choose a resource and an operation from the lists.',
			});
		}

		const client = new TeamViewerClient(this);
		const run = async (index: number): Promise<INodeExecutionData[]> => {
			const pairedItem = { item: index };
			try {
				const outputs: INodeExecutionData[] = await operation.run(new Item(this, client, index));
				for (const output of outputs) output.pairedItem ??= pairedItem;
				return outputs;
			} catch (thrown) {
				const error = toNodeError(this.getNode(), thrown, index);
				if (!this.continueOnFail()) throw error;
				return [{ json: tell(error), pairedItem }];
			}
		};
		const outputs = await sideBySide(this.getInputData().length, client.pace, run);
		const hints = saidToAgent(this);
		if (outputs.length === 1 && hints.length === 0) return [outputs[0] as INodeExecutionData[]];
		return [[...outputs, hints].flat()];
	}
}

/**
 * A failed item where the workflow goes on: what happened in `error`, what to do about it in `message`. Up to 2.35, n8n
 * sends an item to the error output only when it holds these two and nothing else (`WorkflowExecute.handleNodeErrorOutput`).
 */
function tell({ message, description }: NodeApiError | NodeOperationError): IDataObject {
	return description ? { error: message, message: description } : { error: message };
}
