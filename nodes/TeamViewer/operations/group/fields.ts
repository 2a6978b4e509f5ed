import { options } from '../../fields/collection';
import { required } from '../../fields/field';
import { groupLocator } from '../../fields/locators/group';
import { policyLocator } from '../../fields/locators/policy';
import { userLocator } from '../../fields/locators/user';
import { text } from '../../fields/text';

/** Which group; shared by everything that works on one. */
export const GROUP = required(
	groupLocator({
		displayName: 'Group',
		description: 'The group of the Computers & Contacts list',
		whenEmpty: 'Choose a group from the list, or give its ID, e.g. g12345.',
	}),
);

/** The user whose groups are meant; without one, the user that the token belongs to. */
export const OWNER = userLocator({
	displayName: 'Owner',
	description:
		"The user in whose list the group is; needed with a company token, else it is the token's user",
});

/** The options of an operation on one group. */
export const OWNER_OPTION = options({ owner: OWNER });

/** What a group is called. */
export const NAME = text({
	displayName: 'Name',
	apiName: 'name',
	placeholder: 'e.g. Customers',
	whenEmpty: 'Give the group a name.',
	description: 'Name of the group',
});

/** TeamViewer documents no way to take a policy away from a group. */
export const POLICY = policyLocator({
	displayName: 'Policy',
	description:
		"The policy that the group's devices inherit; needs a licence for policies. It can be replaced, not taken away.",
	whenEmpty: 'Choose another policy: TeamViewer cannot take it away from a group.',
});
