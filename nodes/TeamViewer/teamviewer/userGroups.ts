import type { TeamViewerClient } from './client';
import { resourcePage, resourcePages, type Page } from './pages';
import type { UserGroup } from './types';

/** The user groups of the company. */
export function userGroupPages(
	client: TeamViewerClient,
): AsyncGenerator<Page<UserGroup>, void, void> {
	return resourcePages(client, '/usergroups');
}

/** One page of them. */
export async function userGroupPage(
	client: TeamViewerClient,
	paginationToken?: string,
): Promise<Page<UserGroup>> {
	return await resourcePage(client, '/usergroups', paginationToken);
}
