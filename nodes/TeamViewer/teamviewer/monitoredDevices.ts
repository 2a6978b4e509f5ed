import { recordsIn } from './answer';
import type { TeamViewerClient } from './client';
import type { MonitoredDevice } from './types';

/**
 * All devices under monitoring; TeamViewer does not page them. OpenAPI document: a bare list; manual: in `devices`. The
 * keys differ in case and words too.
 */
export async function listMonitoredDevices(client: TeamViewerClient): Promise<MonitoredDevice[]> {
	const answer = await client.get<unknown[] | { devices?: unknown }>('/monitoring/devices');
	return recordsIn<MonitoredDevice>(
		Array.isArray(answer) ? answer : answer.devices,
		"list 'devices'",
	);
}

/** The TeamViewer ID of a monitored device, whichever way it is spelt. */
export function teamViewerIdOf(device: MonitoredDevice): string | undefined {
	const entry = Object.entries(device).find(([key]) => /^teamviewer_?id$/i.test(key));
	return entry?.[1] === undefined || entry[1] === null ? undefined : String(entry[1]);
}

/** The name that people gave a monitored device. */
export function aliasOf(device: MonitoredDevice): string | undefined {
	const entry = Object.entries(device).find(([key]) => /^alias$/i.test(key));
	return typeof entry?.[1] === 'string' ? entry[1] : undefined;
}
