import { choice } from '../../fields/choice';
import { required, withDefault } from '../../fields/field';
import { list } from '../../fields/list';
import { ssoDomainLocator } from '../../fields/locators/ssoDomain';
import { checkEmail } from '../../fields/text';

/** Which domain; shared by everything that works on one. */
export const DOMAIN = required(
	ssoDomainLocator({
		displayName: 'SSO Domain',
		description: "The domain whose users sign in through the company's identity provider",
	}),
);

/** Which of its two lists. */
export const LIST = withDefault(
	choice({
		displayName: 'List',
		options: [
			{
				name: 'Exclusion',
				value: 'exclusion',
				description: 'Email addresses that sign in with their TeamViewer password',
			},
			{
				name: 'Inclusion',
				value: 'inclusion',
				description: 'Email addresses that sign in through the identity provider',
			},
		],
		default: 'inclusion',
		description: 'Which list of the domain',
	}),
);

/** What is put on a list, or taken off. */
export const EMAILS = required(
	list({
		displayName: 'Emails',
		apiName: 'emails',
		placeholder: 'e.g. nathan@example.com, ada@example.com',
		check: checkEmail,
		whenEmpty: 'Give at least one email address.',
		description:
			'The email addresses, separated by commas, or a list from an expression; more than 100 take several calls',
	}),
);
