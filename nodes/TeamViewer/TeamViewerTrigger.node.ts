import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IPollFunctions,
} from 'n8n-workflow';

import { AUTHENTICATION_FIELD, CREDENTIALS } from './authentication';
import { subtitleOfOptions } from './execution/subtitle';
import { listSearch } from './fields/locators/listSearch';
import { EVENT_NAMES, triggerProperties } from './trigger/description';
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
		subtitle: subtitleOfOptions('triggerOn', EVENT_NAMES),
		// n8n shows this text for both nodes, which are one entry of its node panel.
		description:
			'Work with TeamViewer sessions, connection reports, devices and users, or start workflows on what happens there',
		builderHint: {
			searchHint:
				'Polls TeamViewer, which has no webhooks. The first poll after publishing emits nothing. Every poll costs at least one of the calls that the TeamViewer licence allows a day: every minute is 1,440; choose 5 or 15 minutes where that is soon enough. Reports come after a connection has ended. Every event comes once, so no step against duplicates is needed unless the option delivery is atLeastOnce.',
			relatedNodes: [
				{
					nodeType: 'n8n-nodes-teamviewer.teamViewer',
					relationHint:
						'Read more of what started the workflow, or act on it: summaries and transcripts of a report, the session, its billing state and notes',
				},
			],
		},
		defaults: { name: 'TeamViewer Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: CREDENTIALS,
		properties: [AUTHENTICATION_FIELD, ...triggerProperties()],
	};

	methods = { listSearch };

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}
