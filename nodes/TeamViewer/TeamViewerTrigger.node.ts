import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';

import { AUTHENTICATION_FIELD, CREDENTIALS } from './authentication';
import { listSearch } from './fields/locators/listSearch';
import { TRIGGER_PROPERTIES } from './trigger/description';
import { poll } from './trigger/poll';

/** Starts a workflow when something is new in TeamViewer, or when something happens to a session or a device. */
export class TeamViewerTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'TeamViewer Trigger',
		name: 'teamViewerTrigger',
		icon: {
			light: 'file:../../icons/teamviewer.svg',
			dark: 'file:../../icons/teamviewer.dark.svg',
		},
		group: ['trigger'],
		version: 1,
		// In words: "connection report created".
		subtitle: '={{ $parameter["triggerOn"].replace(/([A-Z])/g, " $1").toLowerCase() }}',
		description:
			'Starts the workflow on connection reports, support sessions, alarms, audit events, managed devices and users',
		defaults: { name: 'TeamViewer Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: CREDENTIALS,
		properties: [AUTHENTICATION_FIELD, ...TRIGGER_PROPERTIES],
	};

	methods = { listSearch };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}
