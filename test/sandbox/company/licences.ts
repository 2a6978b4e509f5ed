import type { Random } from '../random';
import { guid } from './ids';

/** One licence of `GET /company/license`. */
export interface Licence {
	licenseId: string;
	licenseName: string;
	displayName: string;
	details: string;
	type: string;
	version: number;
	isActive: boolean;
	assignedUsers: number;
	managedDevices: number;
	aiCredits: number;
	numberOfChannels: number;
	maxAssignments: number;
	totalTechnicians: number;
}

/** A main licence and one that was added to it. */
export function buyLicences(random: Random, users: number, managedDevices: number): Licence[] {
	const licence = (name: string, details: string, fields: Partial<Licence>): Licence => ({
		licenseId: guid(random).toLowerCase(),
		licenseName: name,
		displayName: name,
		details,
		type: 'subscription',
		version: 15,
		isActive: true,
		assignedUsers: users,
		managedDevices,
		aiCredits: 0,
		numberOfChannels: 0,
		maxAssignments: 50,
		totalTechnicians: 50,
		...fields,
	});
	return [
		licence('Tensor', 'Main license', { aiCredits: 100, numberOfChannels: 10 }),
		licence('Remote Management', 'Add-on', { assignedUsers: 1, maxAssignments: 100 }),
	];
}
