import { pageOf } from './answer';
import type { TeamViewerClient } from './client';
import { readPages, type Page } from './pages';
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
	return readPages(async (paginationToken) =>
		pageOf<ManagedDevice>(
			await client.get(PATHS[scope], { paginationToken }),
			'resources',
			'nextPaginationToken',
		),
	);
}
