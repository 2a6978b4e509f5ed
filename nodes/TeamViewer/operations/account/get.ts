import { operation } from '../../execution/operation';
import { getAccount } from '../../teamviewer/account';

export const get = operation({
	name: 'Get',
	action: 'Get account',
	description:
		'Get the account that the credential belongs to: user ID, name, email and company; not with a company token',
	fields: {},
	run: async (_, { teamviewer, output }) => [output(await getAccount(teamviewer))],
});
