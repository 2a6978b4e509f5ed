import { operation } from '../../execution/operation';
import { removeSsoEmails } from '../../teamviewer/ssoDomains';
import { DOMAIN, EMAILS, LIST } from './fields';

export const removeEmails = operation({
	name: 'Remove Emails',
	action: 'Remove emails from SSO domain',
	description:
		"Remove addresses from a domain's inclusion or exclusion list: their owners sign in differently",
	changes: true,
	fields: { ssoDomain: DOMAIN, list: LIST, emails: EMAILS },
	async run({ ssoDomain, list, emails }, { teamviewer, output }) {
		await removeSsoEmails(teamviewer, ssoDomain, list, emails);
		return [output({ deleted: true })];
	},
});
