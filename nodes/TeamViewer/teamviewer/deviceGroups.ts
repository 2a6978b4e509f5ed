import type { TeamViewerClient } from './client';
import { resourcePage, resourcePages, type Page } from './pages';
import type { DeviceGroup } from './types';

/** The device groups that the token's user manages; TeamViewer's API calls them managed groups. */
export function deviceGroupPages(
	client: TeamViewerClient,
): AsyncGenerator<Page<DeviceGroup>, void, void> {
	return resourcePages(client, '/managed/groups');
}

/** One page of them. */
export async function deviceGroupPage(
	client: TeamViewerClient,
	paginationToken?: string,
): Promise<Page<DeviceGroup>> {
	return await resourcePage(client, '/managed/groups', paginationToken);
}
