import { operation } from '../../execution/operation';
import { addSsoEmails } from '../../teamviewer/ssoDomains';
import { DOMAIN, EMAILS, LIST } from './fields';

export const addEmails = operation({
	name: 'Add Emails',
	action: 'Add emails to SSO domain',
	description:
		'Add email addresses to the inclusion or exclusion list of a single sign-on domain, which decides how their owners sign in',
	changes: true,
	fields: { ssoDomain: DOMAIN, list: LIST, emails: EMAILS },
	async run({ ssoDomain, list, emails }, { teamviewer, output }) {
		await addSsoEmails(teamviewer, ssoDomain, list, emails);
		return [output({ success: true })];
	},
});
