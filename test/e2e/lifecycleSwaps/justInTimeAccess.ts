import { readExample } from '../../start/examples';
import {
	deleteNode,
	expressionsInNotes,
	foreignNode,
	putAfter,
	putBefore,
	putInPlaceOf,
	withFields,
} from '../examples/swap';
import { webhook } from '../examples/webhook';
import type { SwapStage } from './SwapStage';

export function justInTimeAccessSwaps(stage: () => SwapStage): void {
	/** Fills in the form. @returns its last page */
	const ask = async (email: string, teamViewerId: number | string | undefined) =>
		await stage().visitor.fillIn(
			'teamviewer-access',
			[
				{
					answers: {
						'Your email address in TeamViewer': email,
						'TeamViewer ID of the device': String(teamViewerId),
						'What for?': 'The disk is full',
					},
					button: 'Ask for access',
				},
			],
			'Your request is sent',
		);

	describe('with its form', () => {
		afterAll(async () => await stage().examples.putAway('just-in-time-access'));

		test('calls who approves, before the form shows its last page', async () => {
			const slack = await callOut();
			const [, , asker = ''] = expressionsInNotes(await readExample('just-in-time-access'));
			await stage().examples.import('just-in-time-access', (workflow) => {
				let changed = putAfter(workflow, 'Write the request', slack);
				changed = putBefore(changed, 'Access is given', foreignNode('Given', { asker }));
				return putBefore(changed, 'Request is declined', foreignNode('Declined', { asker }));
			});
			await stage().examples.run('just-in-time-access', 'Make the table');
			await stage().examples.publish('just-in-time-access');
			const email = 'gil.asker@example.com';
			stage().sandbox.addUser({ name: 'Gil Asker', email });
			const server = stage().sandbox.addManagedDevice({ name: 'SRV-FILES-01' });
			const page = await ask(email, server.teamviewerId);
			expect(page).toContain('Access to SRV-FILES-01');
			expect(await stage().examples.given('just-in-time-access', 'Slack')).toEqual([
				expect.objectContaining({ person: 'Gil Asker', device: 'SRV-FILES-01' }),
			]);
		});

		test.each([
			['Decline', 'The request is declined', 'Declined'],
			['Approve', 'Access is given', 'Given'],
		])('tells who asked, after "%s"', async (decision, ending, node) => {
			const email = `asker.${decision.toLowerCase()}@example.com`;
			const { name } = stage().sandbox.addUser({ name: `Hal ${decision}`, email });
			const server = stage().sandbox.addManagedDevice({ name: `SRV-${decision}` });
			await ask(email, server.teamviewerId);
			const page = await stage().visitor.fillIn(
				'teamviewer-access-decisions',
				[
					{ button: 'Show open requests' },
					{ answers: { Request: String(name), Decision: decision }, button: 'Decide' },
				],
				ending,
			);
			expect(page).toContain(`SRV-${decision}`);
			expect(await stage().examples.given('just-in-time-access', node)).toEqual([
				expect.objectContaining({ asker: email }),
			]);
		});
	});

	test('is asked for in a service desk, called out in a chat, and given once it is approved', async () => {
		const slack = await callOut();
		await stage().examples.import('just-in-time-access', (workflow) => {
			let changed = putInPlaceOf(workflow, 'Ask for access', webhook('service-desk', 'lastNode'));
			changed = withFields(changed, 'Request', {
				email: '={{ $json.body.requester }}',
				teamviewer_id: '={{ $json.body.asset }}',
				reason: '={{ $json.body.summary }}',
			});
			changed = putAfter(changed, 'Write the request', slack);
			return deleteNode(deleteNode(changed, 'Request is sent'), 'Request is not sent');
		});
		await stage().examples.run('just-in-time-access', 'Make the table');
		await stage().examples.publish('just-in-time-access');
		const user = stage().sandbox.addUser({ name: 'Eve Asker', email: 'eve.asker@example.com' });
		const server = stage().sandbox.addManagedDevice({ name: 'SRV-BACKUP-01' });

		const called = await stage().send('service-desk', {
			requester: user.email,
			asset: String(server.teamviewerId),
			summary: 'The backup does not start',
		});
		expect(JSON.parse(called)).toEqual([
			expect.objectContaining({ person: 'Eve Asker', device: 'SRV-BACKUP-01' }),
		]);
		await stage().visitor.fillIn(
			'teamviewer-access-decisions',
			[
				{ button: 'Show open requests' },
				{ answers: { Request: 'Eve Asker', Decision: 'Approve' }, button: 'Decide' },
			],
			'Access is given',
		);
		const managers = stage().sandbox.company.estate.records.find(
			(record) => record.device.id === server.id,
		)?.managers;
		expect(managers).toContainEqual(
			expect.objectContaining({ name: 'Eve Asker', permissions: ['EasyAccess'] }),
		);
	});
}

/** The node that the note tells to add; what it sends there are the names of both. */
async function callOut() {
	const [person = '', device = ''] = expressionsInNotes(await readExample('just-in-time-access'));
	return foreignNode('Slack', { person, device });
}
