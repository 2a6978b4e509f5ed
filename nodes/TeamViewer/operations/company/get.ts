import { operation } from '../../execution/operation';
import { getCompany } from '../../teamviewer/company';

export const get = operation({
	name: 'Get',
	action: 'Get company',
	description:
		"Get the TeamViewer company of the token's user, its ID and name; for company administrators",
	fields: {},
	run: async (_, { teamviewer, output }) => [output(await getCompany(teamviewer))],
});
