import { InvalidInput } from '../../errors/invalidInput';
import { quoted } from '../../errors/quoted';
import { recordWith } from '../../teamviewer/answer';
import type { TeamViewerClient } from '../../teamviewer/client';
import { spelled } from '../../teamviewer/keyCase';
import {
	managedDevicePage,
	managedDevicePages,
	type ManagedScope,
} from '../../teamviewer/managedDevices';
import { recordsOfPages } from '../../teamviewer/pages';
import { reasonOf } from '../../teamviewer/teamViewerError';
import type { ManagedDevice } from '../../teamviewer/types';
import type { Field, Wording } from '../field';
import { LookUp } from '../lookUp';
import { entries, matching, parts, searchPages } from './entries';
import { checkId, MANAGED_DEVICE_ID, TEAMVIEWER_ID } from './idForm';
import { byId, fromList, locator, typed, validation } from './locator';
import type { Search } from './search';

/** Chooses a managed device. */
export function managedDeviceLocator(wording: Wording): Field<string | undefined> {
	return locator({ whenEmpty: 'Choose a managed device, or give its ID.', ...wording }, [
		fromList('searchManagedDevices', 'Select a managed device...', (value, label) =>
			checkId(value, label, MANAGED_DEVICE_ID),
		),
		byId(MANAGED_DEVICE_ID, "The ID of the device's management; it is not the TeamViewer ID"),
		typed(
			{
				...{ displayName: 'By TeamViewer ID', name: 'teamViewerId' },
				placeholder: `e.g. ${TEAMVIEWER_ID.example}`,
				hint: 'The number that people connect to; looked up in the list of managed devices',
				validation: validation(TEAMVIEWER_ID.accepted, 'A TeamViewer ID is a number'),
			},
			(value, label) => deviceByTeamViewerId(checkId(value, label, TEAMVIEWER_ID), label),
		),
	]);
}

/** The managed devices in TeamViewer's order: `FRONTDESK-01 · 123456789`. */
export const searchManagedDevices: Search = async (client, filter, paginationToken) =>
	await searchPages(
		(token) => managedDevicePage(client, 'own', token),
		(devices) => matching(entries(devices.map(readable), 'id', describe), filter),
		paginationToken,
	);

/** With the keys that are read here, however TeamViewer spells them. */
function readable(device: ManagedDevice): ManagedDevice {
	return spelled(device, ['id', 'name', 'teamviewerId']);
}

function describe({ name, teamviewerId }: ManagedDevice): string {
	return parts(name, teamviewerId === undefined ? undefined : String(teamviewerId));
}

/** Finds a device among those that the user manages, then in the company. @throws {InvalidInput} when it is not exactly one. */
function deviceByTeamViewerId(teamViewerId: string, label: string): LookUp<string> {
	return new LookUp(`managed device by TeamViewer ID ${teamViewerId}`, async (client) => {
		const own = await devicesWith(client, 'own', teamViewerId);
		const found = own.length > 0 ? own : await companyDevicesWith(client, teamViewerId);
		const [device, another] = found;
		if (device && !another) return recordWith(device, 'managed device', 'id').id;
		throw new InvalidInput(
			`'${label}' is ${quoted(teamViewerId)}, which ${another ? `${found.length} managed devices have` : 'no managed device has'}`,
			'Check the TeamViewer ID, or choose the device from the list.',
		);
	});
}

async function devicesWith(
	client: TeamViewerClient,
	scope: ManagedScope,
	wanted: string,
): Promise<ManagedDevice[]> {
	const devices = await recordsOfPages(managedDevicePages(client, scope));
	return devices.map(readable).filter(({ teamviewerId }) => String(teamviewerId) === wanted);
}

/** Only a company administrator sees the devices of the company. */
async function companyDevicesWith(
	client: TeamViewerClient,
	wanted: string,
): Promise<ManagedDevice[]> {
	return await devicesWith(client, 'company', wanted).catch((error: unknown) => {
		if (reasonOf(error) === 'permission') return [];
		throw error as Error;
	});
}
