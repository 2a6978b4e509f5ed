import { choice } from '../choice';

/** Whose managed devices, in the list as in the trigger. */
export const MANAGED_SCOPE = choice({
	displayName: 'Scope',
	options: [
		{
			name: 'Company',
			value: 'company',
			description: 'All devices of the company; needs a company administrator',
		},
		{
			name: 'Own',
			value: 'own',
			description: "Devices that the token's user manages in person, not through a device group",
		},
	],
	default: 'own',
	description: 'Whose devices to get',
});
