/** TeamViewer shows the old address until somebody follows the link in its mail. Source: the API manual. */
export const EMAIL_COUNTS_LATER =
	'TeamViewer sends a confirmation to the new email address. Until it is confirmed, the old address counts and is shown.';
