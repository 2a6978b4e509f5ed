import { InvalidInput } from '../../errors/invalidInput';
import { operation } from '../../execution/operation';
import { CHANGE_OPTIONS, updated } from '../../fields/returnUpdated';
import { SIMPLIFY } from '../../fields/simplify';
import { choicesFromList } from '../../fields/choicesFromList';
import { then, updateFields } from '../../fields/collection';
import { ROLE_ID } from '../../fields/locators/idForm';
import { secret } from '../../fields/secret';
import { checkEmail, text } from '../../fields/text';
import { toggle } from '../../fields/toggle';
import { updateUser } from '../../teamviewer/users';
import { withoutUndefined } from '../../teamviewer/withoutUndefined';
import { EMAIL_COUNTS_LATER } from '../emailCountsLater';
import { DETAILS, shown, toUserDetails, USER } from './fields';

const CHANGES = updateFields({
	...DETAILS,
	active: toggle({
		displayName: 'Active',
		apiName: 'active',
		default: true,
		description: 'Whether the user can sign in; off deactivates the user, who stays in the company',
	}),
	assignRoles: choicesFromList(
		{
			displayName: 'Assign Role Names or IDs',
			apiName: 'AssignUserRoleIds',
			whenEmpty: 'Choose a role.',
			description:
				'Roles to give to the user, beside those that the user has; an expression gives their IDs',
		},
		'getRoles',
		ROLE_ID,
	),
	customQuickJoinId: text({
		displayName: 'Custom QuickJoin ID',
		apiName: 'custom_quickjoin_id',
		placeholder: 'e.g. abc123x',
		cleared: 'auto',
		description: "ID of the custom QuickJoin module that the guests of the user's meetings get",
	}),
	email: text({
		displayName: 'Email',
		apiName: 'email',
		placeholder: 'e.g. nathan@example.com',
		minLength: 6,
		maxLength: 100,
		check: checkEmail,
		whenEmpty: 'A user cannot be without an email address.',
		description:
			'New email address; it counts once it is confirmed. Whoever gets mail there can take the account over, so check where the value comes from.',
	}),
	name: text({
		displayName: 'Name',
		apiName: 'name',
		placeholder: 'e.g. Nathan Smith',
		minLength: 2,
		maxLength: 50,
		whenEmpty: 'A user cannot be without a name.',
		description: 'New name, 2 to 50 characters',
	}),
	password: secret({
		displayName: 'Password',
		apiName: 'password',
		whenEmpty: 'A user cannot be without a password.',
		description:
			'New password; the old one stops working. Whoever knows it can take the account over, so check where the value comes from.',
	}),
	tfaEnforcement: toggle({
		displayName: 'Enforce Second Factor',
		apiName: 'tfa_enforcement',
		default: true,
		description: 'Whether the user has to sign in with a second factor',
	}),
	unassignRoles: choicesFromList(
		{
			displayName: 'Unassign Role Names or IDs',
			apiName: 'UnassignUserRoleIds',
			whenEmpty: 'Choose a role.',
			description:
				'Roles to take from the user; those that come through user groups stay. An expression gives their IDs.',
		},
		'getRoles',
		ROLE_ID,
	),
});

export const update = operation({
	name: 'Update',
	action: 'Update user',
	description:
		'Change a user of the TeamViewer company: activate or deactivate, rename, assign or unassign roles',
	changes: true,
	fields: {
		user: USER,
		simplify: SIMPLIFY,
		updateFields: then(CHANGES, (given) => {
			const { active, assignRoles, customQuickJoinId, email, name, password, ...rest } = given;
			const { tfaEnforcement, unassignRoles, ...details } = rest;
			refuseBoth(assignRoles, unassignRoles);
			return {
				...toUserDetails(details),
				...withoutUndefined({
					...{ active, email, name, password },
					AssignUserRoleIds: assignRoles,
					custom_quickjoin_id: customQuickJoinId,
					tfa_enforcement: tfaEnforcement,
					UnassignUserRoleIds: unassignRoles,
				}),
			};
		}),
		options: CHANGE_OPTIONS,
	},
	async run({ user: id, simplify, updateFields: changes, options }, context) {
		const isRead = options.returnUpdated !== false;
		const user = await updateUser(context.teamviewer, id, changes, isRead);
		if (changes.email !== undefined) context.hint(EMAIL_COUNTS_LATER);
		return [context.output(user ? shown(user, simplify) : updated({ id }))];
	},
});

/** TeamViewer does not say which of the two it would do last. */
function refuseBoth(assigned: string[] = [], unassigned: string[] = []): void {
	const taken = new Set(unassigned.map((id) => id.toLowerCase()));
	const both = assigned.find((id) => taken.has(id.toLowerCase()));
	if (both === undefined) return;
	throw new InvalidInput(
		`The role ${both} stands in both 'Assign Role Names or IDs' and 'Unassign Role Names or IDs'`,
		'Remove it from one of the two fields.',
	);
}
