import { itemsOf } from '../../n8n/executions';
import { writeDate } from '../../sandbox/dates';
import { nodeOfSheet } from '../examples/standInSheet';
import { foreignNode, nodeNamed, putAfter, putInPlaceOf } from '../examples/swap';
import type { SwapStage } from './SwapStage';

const DAY = 24 * 3_600_000;

export function staleDevicesSwaps(stage: () => SwapStage): void {
	beforeAll(async () => {
		await stage().examples.import('stale-devices', (workflow) => {
			const slack = { ...foreignNode('Slack'), executeOnce: true };
			let changed = putAfter(workflow, 'Write the list', slack);
			for (const name of [
				'Write the list',
				'Open ones',
				'Row of the device',
				'Write the decision',
			]) {
				const node = nodeOfSheet(stage().sheet, nodeNamed(workflow, name));
				changed = putInPlaceOf(changed, name, {
					...node,
					alwaysOutputData: name === 'Open ones',
				});
			}
			return changed;
		});
		await stage().examples.publish('stale-devices');
	});

	test('of an empty sheet are none to review', async () => {
		await stage().visitor.fillIn(
			'teamviewer-stale-devices',
			[{ button: 'Show the devices' }],
			'Nothing to review',
		);
	});

	test('are kept in a sheet of another service, ticked and decided on there, and called out once', async () => {
		const last_seen = writeDate(Date.now() - 100 * DAY);
		const [gone, back] = ['OLD-TILL-1', 'OLD-TILL-2', 'OLD-TILL-3'].map((name) =>
			stage().sandbox.addManagedDevice({ name, isOnline: false, last_seen }),
		);
		const execution = await stage().examples.run('stale-devices', 'Every Monday');
		expect(itemsOf(execution, 'Slack')).toHaveLength(1);
		expect(
			stage()
				.sheet.rows.map(({ name }) => name)
				.sort(),
		).toEqual(['OLD-TILL-1', 'OLD-TILL-2', 'OLD-TILL-3']);

		stage().sandbox.setDeviceOnline(back?.id ?? '', true);
		const page = await stage().visitor.fillIn(
			'teamviewer-stale-devices',
			[
				{ button: 'Show the devices' },
				{ ticks: ['OLD-TILL-1', 'OLD-TILL-2'], button: 'Stop managing these' },
			],
			'1 no longer managed',
		);
		expect(page).toContain('1 kept because they were online again, 0 failed');
		const names = stage().sandbox.company.managedDevices.map(({ name }) => name);
		expect(names).not.toContain(gone?.name);
		expect(names).toEqual(expect.arrayContaining(['OLD-TILL-2', 'OLD-TILL-3']));
		const decisions = stage().sheet.rows.map(({ name, decision, decided_by }) => [
			name,
			decision,
			decided_by,
		]);
		expect(decisions.sort()).toEqual([
			['OLD-TILL-1', 'no longer managed', 'demo@example.com'],
			['OLD-TILL-2', 'kept: it was online again', 'demo@example.com'],
			['OLD-TILL-3', undefined, undefined],
		]);
	});
}
