import { options } from './collection';
import { userLocator } from './locators/user';

/** The user whose groups are meant; without one, the user that the token belongs to. */
export const OWNER = userLocator({
	displayName: 'Owner',
	description:
		"The user in whose list the group is; needed with a company token, else it is the token's user",
});

/** The options of an operation on one group. */
export const OWNER_OPTION = options({ owner: OWNER });
