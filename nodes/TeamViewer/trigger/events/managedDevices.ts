import type { IDataObject } from 'n8n-workflow';

import { MANAGED_SCOPE } from '../../fields/filters/managedDevice';
import { deviceGroupLocator } from '../../fields/locators/deviceGroup';
import { valueOf } from '../../teamviewer/keyCase';
import { devicePageOfGroup } from '../../teamviewer/deviceGroups';
import { managedDevicePage, type ManagedScope } from '../../teamviewer/managedDevices';
import { simplifyManagedDevice } from '../../teamviewer/simplify/managedDevice';
import type { ManagedDevice } from '../../teamviewer/types';
import type { Snapshot } from '../engine/snapshot/snapshotDefinition';
import { SnapshotEngine } from '../engine/snapshot/snapshotEngine';
import { COMMON_OPTIONS, triggerEvent, type TriggerEvent } from '../event';

/** Which list of managed devices is watched. */
type Watched = { deviceGroup: string } | { scope: ManagedScope };

/** What tells the events of managed devices apart. */
interface DeviceEvent extends Pick<
	Snapshot<ManagedDevice>,
	'isInState' | 'emptyMessage' | 'emptyRemedy'
> {
	name: string;
	description: string;
}

const FILTERS = {
	deviceGroup: deviceGroupLocator({
		displayName: 'Device Group',
		description: 'Only devices of this device group; then Scope counts for nothing',
	}),
	scope: MANAGED_SCOPE,
};

/** Declares an event of managed devices; all have the same filters and options. */
export function managedDeviceEvent({ name, description, ...event }: DeviceEvent): TriggerEvent {
	return triggerEvent({
		name,
		description,
		cost: 'at least 1,440 calls a day for each page of devices',
		filters: FILTERS,
		options: COMMON_OPTIONS,
		query: ({ deviceGroup, scope = 'own' }): Watched =>
			deviceGroup === undefined ? { scope } : { deviceGroup },
		engine: ({ client, means, query, simplify }) =>
			new SnapshotEngine<ManagedDevice>(
				{
					page: async (token) =>
						'scope' in query
							? await managedDevicePage(client, query.scope, token)
							: await devicePageOfGroup(client, query.deviceGroup, token),
					id: (device) => textOf(valueOf(device, 'id')),
					item: (device) => (simplify ? simplifyManagedDevice(device) : device) as IDataObject,
					...event,
				},
				means,
			),
	});
}

/** Whether a device can be reached, where TeamViewer tells. */
export function isOnline(device: ManagedDevice): boolean | undefined {
	const told = valueOf(device, 'isOnline');
	return typeof told === 'boolean' ? told : undefined;
}

function textOf(id: unknown): string | undefined {
	return typeof id === 'string' && id !== '' ? id : undefined;
}
