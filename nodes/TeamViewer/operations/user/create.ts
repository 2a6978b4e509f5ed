import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../execution/simplify';
import { choice } from '../../fields/choice';
import { additionalFields, then } from '../../fields/collection';
import { required, withDefault } from '../../fields/field';
import { LANGUAGES } from '../../fields/languages';
import { roleLocator } from '../../fields/locators/role';
import { secret } from '../../fields/secret';
import { checkEmail, text } from '../../fields/text';
import { toggle } from '../../fields/toggle';
import { createUser } from '../../teamviewer/users';
import { withoutUndefined } from '../../teamviewer/withoutUndefined';
import { DETAILS, shown, toUserDetails } from './fields';

/** Source: TeamViewer's PowerShell module. */
const WITHOUT_PASSWORD =
	"A user who was created without a password and without single sign-on gets in by resetting the password on TeamViewer's sign-in page (login.teamviewer.com). Tell the person so, or add a password.";

export const create = operation({
	name: 'Create',
	action: 'Create user',
	description: 'Create a user in the TeamViewer company, with a role if wanted',
	changes: true,
	fields: {
		email: required(
			text({
				displayName: 'Email',
				apiName: 'email',
				placeholder: 'e.g. nathan@example.com',
				minLength: 6,
				maxLength: 100,
				check: checkEmail,
				whenEmpty: 'Give the email address that the user signs in with.',
				description: 'The address that the user signs in with; no other account may have it',
			}),
		),
		name: required(
			text({
				displayName: 'Name',
				apiName: 'name',
				placeholder: 'e.g. Nathan Smith',
				minLength: 2,
				maxLength: 50,
				whenEmpty: 'Give a name.',
				description: 'What colleagues and customers see, 2 to 50 characters',
			}),
		),
		language: withDefault(
			choice({
				displayName: 'Language',
				apiName: 'language',
				options: LANGUAGES,
				default: 'en',
				description: 'The language of the welcome email',
			}),
		),
		simplify: SIMPLIFY,
		additionalFields: then(
			additionalFields({
				...DETAILS,
				ignorePredefinedRole: toggle({
					displayName: 'Ignore Predefined Role',
					apiName: 'ignorePredefinedRole',
					default: true,
					description: 'Whether to leave out the role that the company gives to new users',
				}),
				password: secret({
					displayName: 'Password',
					apiName: 'password',
					description:
						"The password that the user signs in with at first. Without it and without single sign-on, the user has to reset the password on TeamViewer's sign-in page.",
				}),
				role: roleLocator({
					displayName: 'Role',
					description: 'What the user may do in the company',
				}),
				subscribeNewsletter: toggle({
					displayName: 'Subscribe Newsletter',
					apiName: 'subscribe_newsletter',
					default: false,
					description: "Whether the user gets TeamViewer's newsletter",
				}),
			}),
			({ ignorePredefinedRole, password, role, subscribeNewsletter, ...details }) => ({
				...toUserDetails(details),
				...withoutUndefined({
					ignorePredefinedRole,
					password,
					subscribe_newsletter: subscribeNewsletter,
					userRoleId: role,
				}),
			}),
		),
	},
	async run({ simplify, additionalFields: details, ...needed }, { teamviewer, output, hint }) {
		const user = await createUser(teamviewer, { ...needed, ...details });
		if (!details.password && !details.sso_customer_id) hint(WITHOUT_PASSWORD);
		return [output(shown(user, simplify))];
	},
});
