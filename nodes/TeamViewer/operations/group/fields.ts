import { required } from '../../fields/field';
import { groupLocator } from '../../fields/locators/group';
import { policyLocator } from '../../fields/locators/policy';
import { text } from '../../fields/text';

/** Which group; shared by everything that works on one. */
export const GROUP = required(
	groupLocator({
		displayName: 'Group',
		description: 'The group of the Computers & Contacts list',
		whenEmpty: 'Choose a group from the list, or give its ID, e.g. g12345.',
	}),
);

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
