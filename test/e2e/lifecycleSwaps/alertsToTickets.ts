import { waitFor } from '../../n8n/waiting';
import { foreignNode, putInPlaceOf, told } from '../examples/swap';
import type { SwapStage } from './SwapStage';

interface Ticket {
	title: string;
	text: string;
}

export function alertsToTicketsSwaps(stage: () => SwapStage): void {
	test('become tickets of another system', async () => {
		const ticket = await told('alerts-to-tickets');
		expect(Object.keys(ticket)).toEqual(['title', 'text']);
		await stage().examples.import('alerts-to-tickets', (workflow) =>
			putInPlaceOf(workflow, 'Write the ticket', foreignNode('Create an incident', ticket)),
		);
		await stage().examples.publish('alerts-to-tickets');
		stage().sandbox.addAlarm({ AlarmConfiguration: 'Fan stopped', AlarmDetails: '0 rpm' });
		expect((await ticketNamed('Alarm: Fan stopped')).text).toContain('0 rpm');

		stage().sandbox.addAuditEvent({
			EventName: 'Role changed',
			EventType: 'UserRole',
			AffectedItem: 'Dispatcher',
			Author: 'Ada Admin',
		});
		expect((await ticketNamed('Role changed: Dispatcher')).text).toContain('Ada Admin');
	});

	const ticketNamed = async (title: string) =>
		await waitFor(
			async () => {
				const incidents = await stage().examples.given<Ticket>(
					'alerts-to-tickets',
					'Create an incident',
					'trigger',
				);
				return incidents.find((ticket) => ticket.title === title);
			},
			{ for: `the ticket "${title}"` },
		);
}
