import { operation } from '../../execution/operation';
import { CHANGE_OPTIONS, updated } from '../../fields/returnUpdated';
import { managedTarget, MANAGED_TARGET } from '../../fields/managedTarget';
import { checkPermissions, managerPermissions } from '../../fields/managerPermissions';
import { updateManager } from '../../teamviewer/managers';
import { chosenManager, MANAGER } from './chosenManager';

export const update = operation({
	name: 'Update',
	action: 'Update manager',
	description:
		'Replace what a manager may do; the last one with Manager Administration has to keep it',
	changes: true,
	fields: {
		...MANAGED_TARGET,
		manager: MANAGER,
		permissions: managerPermissions(
			'All that the manager may do from then on: what is not chosen is taken away. With none chosen, look only.',
		),
		options: CHANGE_OPTIONS,
	},
	check: ({ target, permissions }) => checkPermissions(target, permissions),
	async run({ manager: reference, permissions, options, ...given }, { teamviewer, output }) {
		const target = managedTarget(given);
		const id = await chosenManager(teamviewer, target, reference);
		const isRead = options.returnUpdated !== false;
		const manager = await updateManager(teamviewer, target, id, permissions, isRead);
		return [output(manager ?? updated({ id }))];
	},
});
