import type { INodeProperties } from 'n8n-workflow';

import { alphabetical } from '../fields/alphabetical';
import { SIMPLIFY } from '../fields/simplify';
import { EVENTS } from './events';

const NAMES = Object.keys(EVENTS);

/** What the events are called, by the values that saved workflows hold. */
export const EVENT_NAMES = Object.entries(EVENTS).map(
	([value, { name }]) => [value, name] as const,
);

/** Everything that the user sets at the trigger, below the credential. */
export const TRIGGER_PROPERTIES: INodeProperties[] = [
	{
		displayName: 'Trigger On',
		name: 'triggerOn',
		type: 'options',
		noDataExpression: true,
		options: alphabetical(
			Object.entries(EVENTS).map(([value, { name, description }]) => ({
				...{ name, value, description },
				action: `On ${name.toLowerCase()}`,
			})),
			({ name }) => name,
		),
		default: 'connectionReportCreated',
	},
	SIMPLIFY.property('simplify'),
	...shownByEvent('filters'),
	...shownByEvent('options'),
];

/** The collection of every event; events that offer the same share one, and who offers nothing has none. */
function shownByEvent(name: 'filters' | 'options'): INodeProperties[] {
	const shown = new Map<string, { property: INodeProperties; events: string[] }>();
	for (const event of NAMES) {
		const property = EVENTS[event]?.[name].property(name) as INodeProperties;
		if (property.options?.length === 0) continue;
		const key = JSON.stringify(property);
		const events = [...(shown.get(key)?.events ?? []), event];
		shown.set(key, { property, events });
	}
	return [...shown.values()].map(({ property, events }) => ({
		...property,
		displayOptions: { show: { triggerOn: events } },
	}));
}
