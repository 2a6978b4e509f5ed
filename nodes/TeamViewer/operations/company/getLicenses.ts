import { operation } from '../../execution/operation';
import { listLicences } from '../../teamviewer/company';

export const getLicenses = operation({
	name: 'Get Licenses',
	action: 'Get licenses of company',
	description:
		"Get the company's licenses and how much of them is used, one item a license; for company administrators",
	fields: {},
	run: async (_, { teamviewer, output }) =>
		(await listLicences(teamviewer)).map((licence) => output(licence)),
});
