import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { alphabetical } from '../fields/alphabetical';
import type { Operation, Resource } from './operation';

/** The operation that saved workflows name by these two values; undefined when there is none. */
export function findOperation(
	resources: Record<string, Resource>,
	resource: string,
	operation: string,
): Operation | undefined {
	// A name like `constructor` must not find what every object has.
	const operations = Object.hasOwn(resources, resource) ? resources[resource]?.operations : {};
	return operations && Object.hasOwn(operations, operation) ? operations[operation] : undefined;
}

/** The node's parameters: Resource, one Operation drop-down per resource, and every operation's fields. */
export function describeOperations(
	resources: Record<string, Resource>,
	defaultResource: string,
): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: sortedByName(
				Object.entries(resources).map(([value, { name, description }]) => ({
					...{ name, value, description },
				})),
			),
			default: defaultResource,
		},
		...Object.entries(resources).map(([value, resource]) => describeDropDown(value, resource)),
		...Object.entries(resources).flatMap(([value, resource]) => describeFields(value, resource)),
	];
}

function describeDropDown(value: string, { operations }: Resource): INodeProperties {
	return {
		...OPERATION_FIELD,
		displayOptions: { show: { resource: [value] } },
		options: sortedByName(
			Object.entries(operations).map(([operation, { name, action, description }]) => ({
				name,
				value: operation,
				action,
				description,
			})),
		),
		default: DEFAULT_OPERATIONS.find((operation) => operation in operations),
	};
}

const OPERATION_FIELD: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	default: '',
};

/** What most people come for, in this order. */
const DEFAULT_OPERATIONS = ['create', 'getAll', 'get'];

/** Each operation's fields in its own order, also those that it shares: n8n shows fields in the order of this list. */
function describeFields(resource: string, { operations }: Resource): INodeProperties[] {
	return Object.entries(operations).flatMap(([operation, { fields }]) =>
		Object.entries(fields).map(([name, field]) => {
			const property = field.property(name);
			return {
				...property,
				displayOptions: {
					show: { resource: [resource], operation: [operation], ...property.displayOptions?.show },
				},
			};
		}),
	);
}

function sortedByName(options: INodePropertyOptions[]): INodePropertyOptions[] {
	return alphabetical(options, ({ name }) => name);
}
