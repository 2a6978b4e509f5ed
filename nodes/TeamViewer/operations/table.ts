import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { account } from './account';
import { auditEvent } from './auditEvent';
import { connectionReport } from './connectionReport';
import { contact } from './contact';
import { device } from './device';
import { deviceReport } from './deviceReport';
import { group } from './group';
import { managedDevice } from './managedDevice';
import type { Operation, Resource } from './operation';
import { session } from './session';
import { user } from './user';

/** Everything a user can do: the node's description is built from this table, and its runs are found in it. */
export const RESOURCES: Record<string, Resource> = {
	account,
	auditEvent,
	connectionReport,
	contact,
	device,
	deviceReport,
	group,
	managedDevice,
	session,
	user,
};

/** The operation that saved workflows name by these two values; undefined when there is none. */
export function findOperation(resource: string, operation: string): Operation | undefined {
	// A name like `constructor` must not find what every object has.
	const operations = Object.hasOwn(RESOURCES, resource) ? RESOURCES[resource]?.operations : {};
	return operations && Object.hasOwn(operations, operation) ? operations[operation] : undefined;
}

/** The node's parameters: Resource, one Operation drop-down per resource, and every operation's fields. */
export function describeOperations(): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: sortedByName(
				Object.entries(RESOURCES).map(([value, { name }]) => ({ name, value })),
			),
			default: 'session',
		},
		...Object.entries(RESOURCES).map(([value, resource]) => describeDropDown(value, resource)),
		...Object.entries(RESOURCES).flatMap(([value, resource]) => describeFields(value, resource)),
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
		fields.map((field) => ({
			...field,
			displayOptions: {
				...field.displayOptions,
				show: { resource: [resource], operation: [operation], ...field.displayOptions?.show },
			},
		})),
	);
}

function sortedByName(options: INodePropertyOptions[]): INodePropertyOptions[] {
	return options.sort((one, other) => one.name.localeCompare(other.name));
}
