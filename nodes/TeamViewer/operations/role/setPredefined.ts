import { operation } from '../../execution/operation';
import { setPredefinedRole } from '../../teamviewer/roles';
import { ROLE } from './fields';

export const setPredefined = operation({
	name: 'Set Predefined',
	action: 'Set predefined role',
	description: 'Choose the role that new users are given; it replaces the one that was predefined',
	changes: true,
	fields: { role: ROLE },
	async run({ role }, { teamviewer, output }) {
		await setPredefinedRole(teamviewer, role);
		return [output({ success: true })];
	},
});
