import { operation } from '../../execution/operation';
import { CHANGE_OPTIONS, updated } from '../../fields/returnUpdated';
import { choice } from '../../fields/choice';
import { then, updateFields } from '../../fields/collection';
import { LANGUAGES } from '../../fields/languages';
import { checkEmail, text } from '../../fields/text';
import { updateAccount } from '../../teamviewer/account';
import { withoutUndefined } from '../../teamviewer/withoutUndefined';
import { EMAIL_COUNTS_LATER } from '../emailCountsLater';

const CHANGES = updateFields({
	email: text({
		displayName: 'Email',
		apiName: 'email',
		placeholder: 'e.g. nathan@example.com',
		minLength: 6,
		maxLength: 100,
		check: checkEmail,
		whenEmpty: 'An account cannot be without an email address.',
		description:
			'New email address; it counts once it is confirmed. Whoever gets mail there can take the account over, so check where the value comes from.',
	}),
	emailLanguage: choice({
		displayName: 'Email Language',
		apiName: 'email_language',
		options: [{ name: 'Automatic', value: 'auto' }, ...LANGUAGES],
		default: 'auto',
		whenEmpty: 'Choose a language, or Automatic.',
		description: 'The language in which TeamViewer writes emails to this account',
	}),
	name: text({
		displayName: 'Name',
		apiName: 'name',
		placeholder: 'e.g. Nathan Smith',
		minLength: 5,
		maxLength: 50,
		whenEmpty: 'An account cannot be without a name.',
		description: 'New name, 5 to 50 characters',
	}),
});

export const update = operation({
	name: 'Update',
	action: 'Update account',
	description:
		"Change name, email or language of the credential's TeamViewer account; not with a company token",
	changes: true,
	fields: {
		updateFields: then(CHANGES, ({ email, emailLanguage, name }) =>
			withoutUndefined({ email, email_language: emailLanguage, name }),
		),
		options: CHANGE_OPTIONS,
	},
	async run({ updateFields: changes, options }, { teamviewer, output, hint }) {
		const isRead = options.returnUpdated !== false;
		const account = await updateAccount(teamviewer, changes, isRead);
		if (changes.email !== undefined) hint(EMAIL_COUNTS_LATER);
		return [output(account ?? updated())];
	},
});
