import { operation } from '../../execution/operation';
import { clearPredefinedRole } from '../../teamviewer/roles';

export const clearPredefined = operation({
	name: 'Clear Predefined',
	action: 'Clear predefined role',
	description:
		'Stop giving new users a role automatically; the role itself stays and can be set again',
	changes: true,
	fields: {},
	async run(_, { teamviewer, output }) {
		await clearPredefinedRole(teamviewer);
		return [output({ success: true })];
	},
});
