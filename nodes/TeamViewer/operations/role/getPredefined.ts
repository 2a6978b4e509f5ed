import { operation } from '../../execution/operation';
import { getPredefinedRole } from '../../teamviewer/roles';

export const getPredefined = operation({
	name: 'Get Predefined',
	action: 'Get predefined role',
	description: 'Get the ID of the role that new users are given; null where there is none',
	fields: {},
	async run(_, { teamviewer, output }) {
		return [output({ roleId: await getPredefinedRole(teamviewer) })];
	},
});
