import { list, LISTING } from '../../execution/listing';
import { operation } from '../../execution/operation';
import { ssoEmailPages } from '../../teamviewer/ssoDomains';
import { DOMAIN, LIST } from './fields';

export const getEmails = operation({
	name: 'Get Emails',
	action: 'Get emails of SSO domain',
	description:
		'Get the email addresses on the inclusion or exclusion list of a single sign-on domain, one item an address',
	fields: { ssoDomain: DOMAIN, list: LIST, ...LISTING },
	async run({ ssoDomain, list: which, ...wanted }, context) {
		const pages = ssoEmailPages(context.teamviewer, ssoDomain, which);
		return await list(context, wanted, pages, { things: 'email addresses' });
	},
});
