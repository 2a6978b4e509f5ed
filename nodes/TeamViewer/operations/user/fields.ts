import type { Added } from '../../fields/collection';
import { required } from '../../fields/field';
import { userLocator } from '../../fields/locators/user';
import { secret } from '../../fields/secret';
import { text } from '../../fields/text';
import { toggle } from '../../fields/toggle';
import { simplifyUser } from '../../teamviewer/simplify/user';
import type { User } from '../../teamviewer/types';
import { withoutUndefined } from '../../teamviewer/withoutUndefined';

/** Which user; shared by everything that works on one. */
export const USER = required(
	userLocator({ displayName: 'User', description: 'The user of the company' }),
);

/** What can be said of a user both when it is created and later. */
export const DETAILS = {
	customQuickSupportId: text({
		displayName: 'Custom QuickSupport ID',
		apiName: 'custom_quicksupport_id',
		placeholder: 'e.g. abc123x',
		cleared: 'auto',
		description:
			"ID of the custom QuickSupport module that the user's customers get, from its link get.teamviewer.com",
	}),
	logSessions: toggle({
		displayName: 'Log Sessions',
		apiName: 'log_sessions',
		default: true,
		description: "Whether the user's connections are written to the connection reports",
	}),
	showCommentWindow: toggle({
		displayName: 'Show Comment Window',
		apiName: 'show_comment_window',
		default: true,
		description: 'Whether TeamViewer asks the user for a comment after each connection',
	}),
	ssoCustomerId: secret({
		displayName: 'SSO Customer ID',
		apiName: 'sso_customer_id',
		description:
			"The company's customer identifier for single sign-on, which lets the user sign in without a password; not with a company token",
	}),
};

/** The details as TeamViewer takes them. Nothing is sent for what was not filled in. */
export function toUserDetails(details: Added<typeof DETAILS>) {
	return withoutUndefined({
		custom_quicksupport_id: details.customQuickSupportId,
		log_sessions: details.logSessions,
		show_comment_window: details.showCommentWindow,
		sso_customer_id: details.ssoCustomerId,
	});
}

/** A user as somebody wants to see it. */
export function shown(user: User, simplify: boolean): object {
	return simplify ? simplifyUser(user) : user;
}
