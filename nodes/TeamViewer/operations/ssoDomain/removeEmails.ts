import { operation } from '../../execution/operation';
import { removeSsoEmails } from '../../teamviewer/ssoDomains';
import { DOMAIN, EMAILS, LIST } from './fields';

export const removeEmails = operation({
	name: 'Remove Emails',
	action: 'Remove emails from SSO domain',
	description:
		'Remove email addresses from the inclusion or exclusion list of a single sign-on domain, which changes how their owners sign in; they can be added again',
	changes: true,
	fields: { ssoDomain: DOMAIN, list: LIST, emails: EMAILS },
	async run({ ssoDomain, list, emails }, { teamviewer, output }) {
		await removeSsoEmails(teamviewer, ssoDomain, list, emails);
		return [output({ deleted: true })];
	},
});
