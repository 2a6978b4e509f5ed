import { readOption } from '../../inputs/text';
import { managedDevicePages } from '../../teamviewer/managedDevices';
import { filtersField, LISTING_FIELDS } from '../fields';
import { list } from '../listing';
import type { Operation } from '../operation';

const SCOPES = ['own', 'company'] as const;

export const getAll: Operation = {
	name: 'Get Many',
	action: 'Get managed devices',
	description: 'Get the devices that you or your company manage, and whether they are online',
	fields: [
		...LISTING_FIELDS,
		filtersField([
			{
				displayName: 'Scope',
				name: 'scope',
				type: 'options',
				options: [
					{ name: 'Company', value: 'company', description: 'All devices of the company' },
					{ name: 'Own', value: 'own', description: "Devices that the token's user manages" },
				],
				default: 'own',
				description: 'Whose devices to get',
			},
		]),
	],
	async run(item) {
		const scope = readOption(item.collection('filters').scope, 'Scope', SCOPES) ?? 'own';
		return await list(item, managedDevicePages(item.client, scope), { things: 'managed devices' });
	},
};
