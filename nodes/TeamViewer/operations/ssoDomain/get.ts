import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../execution/simplify';
import { simplifySsoDomain } from '../../teamviewer/simplify/ssoDomain';
import { getSsoDomain } from '../../teamviewer/ssoDomains';
import { DOMAIN } from './fields';

export const get = operation({
	name: 'Get',
	action: 'Get SSO domain',
	description:
		'Get one single sign-on domain, with its identity provider and whether it is validated',
	fields: { ssoDomain: DOMAIN, simplify: SIMPLIFY },
	async run({ ssoDomain, simplify }, { teamviewer, output }) {
		const domain = await getSsoDomain(teamviewer, ssoDomain);
		return [output(simplify ? simplifySsoDomain(domain) : domain)];
	},
});
