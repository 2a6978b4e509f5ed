import type { TeamViewerClient } from './client';
import { resourcePages, type Page } from './pages';
import { path } from './request';
import type { Manager } from './types';

/** What somebody manages: one managed device, or one device group. */
export type ManagedTarget = { managedDevice: string } | { deviceGroup: string };

/** The managers of a device or a device group. */
export function managerPages(
	client: TeamViewerClient,
	target: ManagedTarget,
): AsyncGenerator<Page<Manager>, void, void> {
	return resourcePages(client, managersPath(target));
}

/** Where the managers of a device or a device group are. */
export function managersPath(target: ManagedTarget): string {
	return 'deviceGroup' in target
		? path`/managed/groups/${target.deviceGroup}/managers`
		: path`/managed/devices/${target.managedDevice}/managers`;
}
