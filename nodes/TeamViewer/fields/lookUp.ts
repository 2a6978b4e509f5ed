import type { TeamViewerClient } from '../teamviewer/client';

/**
 * A value that only TeamViewer can tell, such as the ID behind an email address. It is looked up after everything that was
 * filled in has been checked, and once for all items that ask for the same.
 */
export class LookUp<T> {
	constructor(
		/** The same for what is the same: `user by email ada@example.com`. */
		readonly key: string,
		readonly find: (client: TeamViewerClient) => Promise<T>,
	) {}
}
