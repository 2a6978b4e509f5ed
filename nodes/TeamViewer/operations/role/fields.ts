import { required } from '../../fields/field';
import { choicesFromList } from '../../fields/choicesFromList';
import { roleLocator } from '../../fields/locators/role';
import { userGroupLocator } from '../../fields/locators/userGroup';
import { usersLocator } from '../../fields/locators/user';
import { text } from '../../fields/text';

/** The role that an operation works with. */
export const ROLE = required(
	roleLocator({ displayName: 'Role', description: 'One of the roles of the company' }),
);

/** The users who get or lose it. */
export const USERS = required(
	usersLocator({
		displayName: 'Users',
		apiName: ['UserIds', 'userid'],
		description: 'Users of the company; more than 100 are sent in several requests',
	}),
);

/** The user group that gets or loses it. */
export const USER_GROUP = required(
	userGroupLocator({
		displayName: 'User Group',
		apiName: 'UserGroupId',
		description: 'The group of users',
	}),
);

/** Source of the limits: the OpenAPI document, TeamViewer's page on user roles. */
export const NAME = text({
	displayName: 'Name',
	apiName: 'Name',
	placeholder: 'e.g. Supporter',
	maxLength: 50,
	whenEmpty: 'Give a name.',
	description: 'Up to 50 characters; no two roles of a company have the same name',
});

export const PERMISSIONS = choicesFromList(
	{
		displayName: 'Permission Names or IDs',
		apiName: 'Permissions',
		cleared: [],
		description: 'What users with this role may do; choose none for a role without permissions',
	},
	'getRolePermissions',
);

/** The same where they are changed. */
export const NEW_PERMISSIONS = choicesFromList(
	{
		displayName: 'Permission Names or IDs',
		apiName: 'Permissions',
		cleared: [],
		description:
			'All that users with this role may do from now on. Permissions that are not chosen are taken away; choosing none takes all away.',
	},
	'getRolePermissions',
);
