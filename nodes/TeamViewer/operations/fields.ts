import type { INodeProperties } from 'n8n-workflow';

import { InvalidInput } from '../inputs/invalidInput';

/** Return All and Limit, which every list has. */
export const LISTING_FIELDS: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		displayOptions: { show: { returnAll: [false] } },
		default: 50,
		description: 'Max number of results to return',
	},
];

/** What a list can be narrowed by, alphabetically; each is shown once the user adds it. */
export function filtersField(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options,
	};
}

/** For operations that return many fields. */
export const SIMPLIFY_FIELD: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** @throws {InvalidInput} when an update would change nothing. */
export function requireChanges(changes: object): void {
	if (Object.keys(changes).length === 0) {
		throw new InvalidInput(
			"'Update Fields' is empty, so there is nothing to change",
			'Add at least one field to change.',
		);
	}
}
