import { chain, newConnectionReport, teamViewer } from '../n8n/chain';
import type { WorkflowFile } from '../n8n/workflows';

const markAsBilled = teamViewer('Mark as billed', {
	resource: 'connectionReport',
	operation: 'update',
	report: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
	updateFields: { billingState: 'Billed' },
});

/** Marks every new connection report as billed, as a workflow does once it has written the invoice. */
export function billingWorkflow(seconds: number[], maxItems: number): WorkflowFile {
	return chain(
		'Bill every new report',
		newConnectionReport('New connection report', seconds, { maxItems }),
		markAsBilled,
	);
}

/** Bills what is still to be billed: what executions that broke off have left. */
export function catchUpWorkflow(): WorkflowFile {
	return chain(
		'Bill what was left',
		{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} },
		teamViewer('All reports', {
			resource: 'connectionReport',
			operation: 'getAll',
			returnAll: true,
			simplify: false,
		}),
		{
			name: 'Not billed yet',
			type: 'n8n-nodes-base.filter',
			typeVersion: 2,
			parameters: {
				conditions: {
					options: { caseSensitive: true, leftValue: '', typeValidation: 'strict' },
					combinator: 'and',
					conditions: [
						{
							id: 'to-be-billed',
							leftValue: '={{ $json.billing_state }}',
							rightValue: 'Bill',
							operator: { type: 'string', operation: 'equals' },
						},
					],
				},
				options: {},
			},
		},
		markAsBilled,
	);
}
