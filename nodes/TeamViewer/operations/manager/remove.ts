import { operation } from '../../execution/operation';
import { managedTarget, MANAGED_TARGET } from '../../fields/managedTarget';
import { removeManager } from '../../teamviewer/managers';
import { chosenManager, MANAGER } from './chosenManager';

export const remove = operation({
	name: 'Remove',
	action: 'Remove manager',
	description:
		'Remove a manager: all permissions are lost, and Add gives them again; the last administrator stays',
	changes: true,
	fields: { ...MANAGED_TARGET, manager: MANAGER },
	async run({ manager: reference, ...given }, { teamviewer, output }) {
		const target = managedTarget(given);
		await removeManager(teamviewer, target, await chosenManager(teamviewer, target, reference));
		return [output({ deleted: true })];
	},
});
