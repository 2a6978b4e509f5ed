import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { AUTHENTICATION_FIELD, CREDENTIALS } from './authentication';
import { execute } from './execution/execute';
import { describeOperations } from './execution/table';
import { loadOptions } from './fields/choicesFromList';
import { listSearch } from './fields/locators/listSearch';
import { RESOURCES } from './operations';

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
		properties: [AUTHENTICATION_FIELD, ...describeOperations(RESOURCES, 'session')],
	};

	methods = { listSearch, loadOptions };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await execute(this, RESOURCES);
	}
}
