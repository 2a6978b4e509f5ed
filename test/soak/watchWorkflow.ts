import { chain, newConnectionReport, scriptToken, teamViewer } from '../n8n/chain';
import type { WorkflowFile } from '../n8n/workflows';
import type { Delivery } from './engines';

/**
 * Marks every new report as billed, at TeamViewer: what this workflow did survives whatever happens to n8n. It has a
 * script token of its own, the credential of the same name, so TeamViewer's log tells the workflows apart.
 *
 * @param seconds the seconds of every minute at which it polls
 */
export function watchWorkflow(name: string, seconds: number[], delivery: Delivery): WorkflowFile {
	const access = scriptToken(name);
	return chain(
		name,
		newConnectionReport('New connection report', seconds, { delivery }, access),
		teamViewer(
			'Mark as billed',
			{
				resource: 'connectionReport',
				operation: 'update',
				report: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
				updateFields: { billingState: 'Billed' },
			},
			access,
		),
	);
}
