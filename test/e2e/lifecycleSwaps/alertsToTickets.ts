import { jsonOf } from '../../n8n/executions';
import { foreignNode, putInPlaceOf, told } from '../examples/swap';
import type { SwapStage } from './SwapStage';

export function alertsToTicketsSwaps(stage: () => SwapStage): void {
	test('become tickets of another system', async () => {
		const ticket = await told('alerts-to-tickets');
		expect(Object.keys(ticket)).toEqual(['title', 'text']);
		await stage().examples.import('alerts-to-tickets', (workflow) =>
			putInPlaceOf(workflow, 'Write the ticket', foreignNode('Create an incident', ticket)),
		);
		await stage().examples.publish('alerts-to-tickets');
		stage().sandbox.addAlarm({ AlarmConfiguration: 'Fan stopped', AlarmDetails: '0 rpm' });
		const alarm = await stage().examples.triggered('alerts-to-tickets');
		expect(jsonOf(alarm, 'Create an incident')).toEqual([
			expect.objectContaining({
				title: 'Alarm: Fan stopped',
				text: expect.stringContaining('0 rpm'),
			}),
		]);
	}, 90_000);
}
