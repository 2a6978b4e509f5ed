/** An empty list of reports says less than it seems to. */
export const NO_REPORTS =
	'No reports found. If there should be some: connection logging may be turned off for the users, or the token may not be allowed to view their connections.';
