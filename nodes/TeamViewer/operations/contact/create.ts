import { operation } from '../../execution/operation';
import { SIMPLIFY } from '../../fields/simplify';
import { additionalFields } from '../../fields/collection';
import { required } from '../../fields/field';
import { groupOrNameLocator } from '../../fields/locators/group';
import { checkEmail, freeText, text } from '../../fields/text';
import { toggle } from '../../fields/toggle';
import { createContact } from '../../teamviewer/contacts';
import { withoutUndefined } from '../../teamviewer/withoutUndefined';
import { shown } from './contact';

export const create = operation({
	name: 'Create',
	action: 'Create contact',
	description:
		'Add a person to the Computers & Contacts list, or invite one without an account; not with a company token',
	changes: true,
	fields: {
		email: required(
			text({
				displayName: 'Email',
				apiName: 'email',
				placeholder: 'e.g. nathan@example.com',
				check: checkEmail,
				whenEmpty: "Give the email address of the person's TeamViewer account.",
				description: "Email address of the person's TeamViewer account",
			}),
		),
		group: required(
			groupOrNameLocator({
				displayName: 'Group',
				description: 'The group that the contact is listed in',
			}),
		),
		simplify: SIMPLIFY,
		additionalFields: additionalFields({
			description: freeText({
				displayName: 'Description',
				apiName: 'description',
				rows: 3,
				placeholder: 'e.g. Prefers to be called back in the afternoon',
				description: 'What supporters should know of the person',
			}),
			invite: toggle({
				displayName: 'Invite',
				apiName: 'invite',
				default: true,
				description:
					'Whether TeamViewer sends an invitation where the address has no account yet; the item then says so, and there is no contact before the person accepts',
			}),
		}),
	},
	async run({ email, group, simplify, additionalFields: more }, { teamviewer, output }) {
		const input = withoutUndefined({ email, ...group, ...more });
		const made = await createContact(teamviewer, input);
		return [output('invited' in made ? made : shown(made, simplify))];
	},
});
