import { required } from '../../fields/field';
import { usersLocator } from '../../fields/locators/user';
import { userGroupLocator } from '../../fields/locators/userGroup';
import { text } from '../../fields/text';

/** The user group that an operation works with. */
export const USER_GROUP = required(
	userGroupLocator({ displayName: 'User Group', description: 'The group of users' }),
);

/** Who comes in or goes. */
export const USERS = required(
	usersLocator({
		displayName: 'Users',
		apiName: ['accountId', 'userid'],
		description: 'Users of the company; more than 100 are sent in several requests',
	}),
);

/** Source of the limits: the OpenAPI document. */
export const NAME = required(
	text({
		displayName: 'Name',
		apiName: 'name',
		placeholder: 'e.g. Field Service',
		maxLength: 100,
		whenEmpty: 'Give a name.',
		description: 'Up to 100 characters; no two user groups of a company have the same name',
	}),
);
