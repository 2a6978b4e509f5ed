import { chain, teamViewer } from '../n8n/chain';
import type { WorkflowFile } from '../n8n/workflows';

const WEBHOOK = 'tickets';

/**
 * A workflow for another application: it sends ticket numbers, and gets the support session of each. The number
 * goes along as `custom_api`, so TeamViewer can be asked which ticket has its session.
 */
export function ticketWorkflow(groupId: string): WorkflowFile {
	return chain(
		'A support session for every ticket',
		{
			name: 'Tickets arrive',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			webhookId: WEBHOOK,
			parameters: {
				httpMethod: 'POST',
				path: WEBHOOK,
				responseMode: 'lastNode',
				responseData: 'allEntries',
			},
		},
		{
			name: 'One item a ticket',
			type: 'n8n-nodes-base.splitOut',
			parameters: { fieldToSplitOut: 'body.tickets', options: { destinationFieldName: 'ticket' } },
		},
		teamViewer('Create session', {
			resource: 'session',
			operation: 'create',
			group: { __rl: true, mode: 'id', value: groupId },
			additionalFields: { customApi: '={{ $json.ticket }}' },
		}),
	);
}

/** Sends tickets as the application does, waits for the answer, and tells whether n8n says that all went well. */
export async function sendTickets(n8nUrl: string, tickets: string[]): Promise<boolean> {
	const response = await fetch(`${n8nUrl}/webhook/${WEBHOOK}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ tickets }),
	});
	await response.text();
	return response.ok;
}
