import { operation } from '../../execution/operation';
import { addSsoEmails } from '../../teamviewer/ssoDomains';
import { DOMAIN, EMAILS, LIST } from './fields';

export const addEmails = operation({
	name: 'Add Emails',
	action: 'Add emails to SSO domain',
	description:
		"Add addresses to a domain's inclusion or exclusion list, which decides how their owners sign in",
	changes: true,
	fields: { ssoDomain: DOMAIN, list: LIST, emails: EMAILS },
	async run({ ssoDomain, list, emails }, { teamviewer, output }) {
		await addSsoEmails(teamviewer, ssoDomain, list, emails);
		return [output({ success: true })];
	},
});
