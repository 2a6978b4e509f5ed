import type { TeamViewerClient } from './client';
import { resourcePage, resourcePages, type Page } from './pages';
import type { ManagedDevice } from './types';

const PATHS = {
	own: '/managed/devices',
	company: '/managed/devices/company',
} as const;

/** Whose devices: those that the token's user manages, or all of the company. */
export type ManagedScope = keyof typeof PATHS;

/** Devices under management, paged by a token of TeamViewer's. */
export function managedDevicePages(
	client: TeamViewerClient,
	scope: ManagedScope,
): AsyncGenerator<Page<ManagedDevice>, void, void> {
	return resourcePages(client, PATHS[scope]);
}

/** One page of them. */
export async function managedDevicePage(
	client: TeamViewerClient,
	scope: ManagedScope,
	paginationToken?: string,
): Promise<Page<ManagedDevice>> {
	return await resourcePage(client, PATHS[scope], paginationToken);
}
