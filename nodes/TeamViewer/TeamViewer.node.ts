import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

import { AUTHENTICATION_FIELD, CREDENTIALS } from './authentication';
import { execute } from './execution/execute';
import { subtitleOf } from './execution/subtitle';
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
		subtitle: subtitleOf(RESOURCES),
		description:
			'Create support sessions, read connection reports, and manage devices, users, roles and policies in TeamViewer',
		builderHint: {
			searchHint:
				'Dates of reports and sessions are UTC; durations are in seconds. Connection Report is outgoing connections, Device Report incoming ones. Device and Contact are entries of the Computers & Contacts list, which TeamViewer replaces by Managed Device and Device Group. Creating a session needs a group: take mode "name" to let TeamViewer make it. Get Many gives 50 items unless returnAll is true. Put a human review before operations that delete, remove, unassign, reset or stop managing.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-teamviewer.teamViewerTrigger',
					relationHint:
						'Start a workflow on a new connection report, session, alarm, audit event, user or managed device, instead of polling with a Schedule Trigger',
				},
				{
					nodeType: 'n8n-nodes-base.httpRequest',
					relationHint:
						'Calls that this node does not cover, with the same credential as predefined credential type',
				},
			],
		},
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
